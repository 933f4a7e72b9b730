"""Evidence and flags against the raters': precision and recall."""

from collections.abc import Sequence

from benchmarks.judgement.golden import Rated
from benchmarks.judgement.observe import Observed
from followup_kit.models.base import Dimension

FLAGS: dict[str, tuple[str, ...]] = {
    "placeholder_left": ("craft.placeholder_left",),
    "wrong_company": ("specificity.wrong_company",),
    "wrong_name": ("specificity.wrong_reader",),
    "wrong_fact": ("specificity.wrong_figure", "specificity.wrong_day"),
    "pasted_notes": ("specificity.pasted_notes",),
    "pressure": ("craft.pressure",),
    "desperate": ("craft.begging", "motivation.any_job"),
    "keyword_stuffing": ("craft.keyword_salad",),
    "flattery": ("craft.flattery",),
    "cv_restated": ("craft.cv_retold",),
    "negative_interest": ("motivation.withdraws", "motivation.interest_denied"),
    "too_long": ("craft.too_long",),
    "too_short": ("craft.too_short",),
    "no_greeting": ("craft.greeting",),
    "no_closing": ("craft.closing",),
    "no_next_step": ("craft.next_step",),
}
"""The raters' flags and the rules that stand for them."""


def spans(
    messages: Sequence[Rated], observed: Observed, dimension: Dimension
) -> tuple[float, float]:
    """Precision and recall of sentences with solid evidence against the sentences raters quoted."""
    ours = wanted = shared = 0
    for rated in messages:
        found = {
            hit.sentence.sentence.text.strip()
            for hit in observed.hits[rated.id]
            if hit.rule.dimension == dimension and hit.good and hit.sentence and hit.rule.points
        }
        quoted = [quote.strip() for quote in rated.evidence[dimension]]
        ours += len(found)
        wanted += len(quoted)
        shared += sum(1 for quote in quoted if any(quote in s or s in quote for s in found))
    return (shared / ours if ours else 0.0, shared / wanted if wanted else 0.0)


def flags(messages: Sequence[Rated], observed: Observed) -> dict[str, tuple[int, int, int]]:
    """Of each flag: raised by both, by the kit alone, by the raters alone."""
    counts = {}
    for flag, rules in FLAGS.items():
        both = alone = missed = 0
        for rated in messages:
            raised = any(hit.rule.id in rules and not hit.good for hit in observed.hits[rated.id])
            wanted = flag in rated.flags
            both += raised and wanted
            alone += raised and not wanted
            missed += wanted and not raised
        counts[flag] = (both, alone, missed)
    return counts
