"""What ``score`` does once its options are read."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from followup_kit.cli.options import FailOn, Format
from followup_kit.cli.output import Output, opened
from followup_kit.cli.running import BELOW, CLEAN, FAILED, fail
from followup_kit.errors import FollowupKitError, UsageError
from followup_kit.models.base import SEVERITIES, Channel, Language, Scenario
from followup_kit.models.draft import Context, Draft
from followup_kit.models.report import Report
from followup_kit.reading import load, load_bytes
from followup_kit.rendering import FORMATS, render
from followup_kit.rendering.safe import on_one_line
from followup_kit.scorer import Messages, Scorer

STDIN = "-"


@dataclass(frozen=True)
class Request:
    """What was asked for; see the options of ``score``."""

    drafts: tuple[str, ...]
    context: Context
    subject: str | None = None
    channel: Channel = "email"
    scenario: Scenario = "interview"
    language: Literal["auto"] | Language = "auto"
    messages: Messages = "auto"
    format: Format = "text"
    output: Path | None = None
    min_score: int | None = None
    fail_on: FailOn = "never"
    batch: bool = False
    rules: tuple[Path, ...] = ()
    explain: bool = False
    compare: bool = False


def judge(request: Request) -> int:
    """Judge what was asked for; gives the exit code.

    Raises:
        InputError: the output cannot be written.
        RuleFileError: a rule file does not say what it must.
        UsageError: options that do not go together, or a pack that is none.
    """
    if request.compare:
        from followup_kit.cli.compare import judge_two  # noqa: PLC0415  (its own way)

        return judge_two(request)
    if request.batch and (request.format != "jsonl" or request.subject is not None):
        wrong = "--subject" if request.format == "jsonl" else f"--format {request.format}"
        raise UsageError(f"{wrong} does not go with --batch, which reads and writes JSON lines")
    scorer = Scorer(rules=request.rules)
    with opened(request.output) as out:
        if request.batch:
            from followup_kit.cli.batch import judge_batch  # noqa: PLC0415  (its own way)

            return judge_batch(request, scorer, out)
        if request.format not in FORMATS:
            from followup_kit.cli.listing import judge_list  # noqa: PLC0415  (its own way)

            return judge_list(request, scorer, out)
        return judge_drafts(request, scorer, out)


def judge_drafts(request: Request, scorer: Scorer, out: Output) -> int:
    """Judge each draft; what cannot be judged is said on standard error, and the others go on."""
    reports = []
    code = CLEAN
    for name in request.drafts:
        report = attempt(name, request, scorer, request.messages)
        if not isinstance(report, Report):
            code = FAILED
            continue
        code = max(code, outcome(report, request))
        reports.append(report)
        if request.format != "json":
            _show(report, request, scorer, out)
    if request.format == "json":
        out.record(_documents(reports, many=len(request.drafts) > 1))
    return code


def attempt(
    name: str, request: Request, scorer: Scorer, messages: Messages
) -> Report | FollowupKitError:
    """The report of one draft, or why there is none; what is not judged is said on stderr."""
    try:
        report = scorer.score(draft_of(name, request), request.context, messages)
    except FollowupKitError as error:
        fail(str(error))
        return error
    if report.status == "not_scored":
        fail(f"{report.name}: not scored: {report.reason.message if report.reason else ''}")
    return report


def outcome(report: Report, request: Request) -> int:
    """The exit code that one report asks for; a blocker counts as an error."""
    if report.status == "not_scored" or report.score is None:
        return FAILED
    if request.min_score is not None and report.score < request.min_score:
        return BELOW
    if request.fail_on != "never":
        least = SEVERITIES.index(request.fail_on)
        if any(f.severity and SEVERITIES.index(f.severity) >= least for f in report.findings):
            return BELOW
    return CLEAN


def draft_of(name: str, request: Request) -> Draft:
    """The draft of a name of the command line; ``-`` is standard input."""
    if name == STDIN:
        return load_bytes(
            sys.stdin.buffer.read(),
            "standard input",
            subject=request.subject,
            channel=request.channel,
            scenario=request.scenario,
            language=request.language,
        )
    return load(
        name,
        subject=request.subject,
        channel=request.channel,
        scenario=request.scenario,
        language=request.language,
    )


def _show(report: Report, request: Request, scorer: Scorer, out: Output) -> None:
    if request.format == "text" and report.status == "not_scored" and request.output is None:
        return  # said on standard error already
    shown = render(
        report,
        request.format,
        strings=scorer.book.strings,
        color=out.color,
        width=out.width,
        explain=request.explain,
    )
    if request.format == "jsonl":
        out.record(shown)
        return
    if request.format == "text" and len(request.drafts) > 1:
        shown = f"\n{on_one_line(report.name or '')}\n{shown}"
    out.show(shown)


def _documents(reports: Sequence[Report], *, many: bool) -> str:
    """One report as a document; those of several drafts as an array."""
    documents = [render(report, "json") for report in reports]
    if not many:
        return "".join(documents)
    inner = ",\n".join(document.rstrip("\n") for document in documents)
    return f"[\n{inner}\n]\n" if documents else "[]\n"
