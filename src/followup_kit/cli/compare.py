"""What ``score --compare`` does once its options are read."""

from followup_kit.cli.judge import STDIN, Request, draft_of, outcome
from followup_kit.cli.output import opened
from followup_kit.comparing import compare
from followup_kit.errors import UsageError
from followup_kit.models.base import Language
from followup_kit.models.report import Report
from followup_kit.rendering.comparison import FORMATS, render_comparison
from followup_kit.scorer import Scorer

DRAFTS = 2


def judge_two(request: Request) -> int:
    """Judge two drafts of one message and say which is better; gives the exit code.

    ``--min-score`` and ``--fail-on`` are asked of the second.

    Raises:
        InputError: a draft cannot be read, or the output not be written.
        UsageError: not two drafts, a format that knows no comparisons, or a draft not scored.
    """
    if len(request.drafts) != DRAFTS or request.drafts.count(STDIN) == DRAFTS:
        given = len(request.drafts)
        raise UsageError(f"--compare takes two drafts, before and after; {given} given")
    if request.batch or request.format not in FORMATS:
        wrong = "--batch" if request.batch else f"--format {request.format}"
        known = ", ".join(FORMATS)
        raise UsageError(f"{wrong} does not go with --compare, which writes {known}")
    scorer = Scorer(rules=request.rules)
    before, after = _reports(request, scorer)
    comparison = compare(before, after)
    with opened(request.output) as out:
        shown = render_comparison(
            comparison,
            request.format,
            strings=scorer.book.strings,
            color=out.color,
            width=out.width,
        )
        if request.format == "json":
            out.record(shown)
        else:
            out.show(shown)
    return outcome(after, request)


def _reports(request: Request, scorer: Scorer) -> tuple[Report, Report]:
    """Both reports in one language: the one asked for, else that of the second draft."""
    first, second = (draft_of(name, request) for name in request.drafts)
    after = scorer.score(second, request.context, request.messages)
    speaks: Language = after.messages
    return scorer.score(first, request.context, speaks), after
