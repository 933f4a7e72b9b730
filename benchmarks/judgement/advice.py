"""Whether the first suggestion speaks of what the raters advised."""

from collections import Counter
from collections.abc import Iterator, Sequence

from benchmarks.judgement.golden import Rated
from followup_kit.models.base import DIMENSIONS, LANGUAGES
from followup_kit.models.report import Report
from followup_kit.scorer import Scorer

FORM = "form"
"""What raters call the form of a message; the kit calls it craft."""


def first_advice(messages: Sequence[Rated], scorer: Scorer) -> Iterator[str]:
    """A line a language: how often the first suggestion's dimension is one that a rater named.

    Counted over messages for which at least one rater advised on a dimension. Beside it what a
    table that always names the same dimension would reach.
    """
    advised = [rated for rated in messages if set(rated.advice) & set(DIMENSIONS)]
    reports = scorer.pipe((rated.draft, rated.context) for rated in advised)
    named = {rated.id: first(report) for rated, report in zip(advised, reports, strict=True)}
    yield "First suggestion of a dimension that at least one rater named:"
    heads = "".join(f"{f'always {name}':>22}" for name in DIMENSIONS)
    yield f"{'':10}{'kit':>12}{heads}"
    for language in (*LANGUAGES, "both"):
        mine = [rated for rated in advised if language in ("both", rated.language)]
        right = sum(named[rated.id] in rated.advice for rated in mine)
        always = Counter(name for rated in mine for name in set(rated.advice))
        others = "".join(f"{always[name] / len(mine):22.2f}" for name in DIMENSIONS)
        yield f"{language:10}{right / len(mine):5.2f} {f'{right}/{len(mine)}':>6}{others}"


def first(report: Report) -> str:
    """What the first suggestion speaks of, in the raters' words."""
    if not report.suggestions:
        return ""
    area = report.suggestions[0].dimension
    return FORM if area == "craft" else area
