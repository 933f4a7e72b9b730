"""Evidence and flags against the raters': precision and recall."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from benchmarks.judgement.golden import Rated
from benchmarks.judgement.observe import Observed
from benchmarks.judgement.sentences import pointed
from followup_kit.models.base import DIMENSIONS, Dimension

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


@dataclass(frozen=True)
class Counts:
    """What both sides named, what the kit alone named, and what the raters alone named."""

    both: int = 0
    kit: int = 0
    raters: int = 0

    @property
    def precision(self) -> float | None:
        """Share of what the kit named that the raters named too; ``None`` if it named nothing."""
        return self.both / (self.both + self.kit) if self.both + self.kit else None

    @property
    def recall(self) -> float | None:
        """Share of what the raters named that the kit named too; ``None`` if they named nothing."""
        return self.both / (self.both + self.raters) if self.both + self.raters else None


def counted(pairs: Iterable[tuple[bool, bool]]) -> Counts:
    """Count pairs of (named by the kit, named by the raters)."""
    times = Counter(pairs)
    return Counts(times[True, True], times[True, False], times[False, True])


def spans(messages: Sequence[Rated], observed: Observed, dimension: Dimension) -> Counts:
    """Sentences with a finding that earns points against those two raters quoted."""
    return counted(
        (one.marked, one.quoted)
        for rated in messages
        for one in pointed(rated, observed, dimension)
    )


def rule_spans(messages: Sequence[Rated], observed: Observed) -> dict[str, Counts]:
    """The same for each rule of a dimension that fires: its sentences against those quoted."""
    found: defaultdict[str, Counter[bool]] = defaultdict(Counter)
    for rated in messages:
        for dimension in DIMENSIONS:
            for one in pointed(rated, observed, dimension):
                for rule in {hit.rule.id for _, hit in one.hits}:
                    found[rule][one.quoted] += 1
    return {rule: Counts(times[True], times[False]) for rule, times in found.items()}


def flags(messages: Sequence[Rated], observed: Observed) -> dict[str, Counts]:
    """Of each flag: messages in which both raise it, the kit alone, the raters alone."""
    raised = {
        rated.id: {hit.rule.id for hit in observed.hits[rated.id] if not hit.good}
        for rated in messages
    }
    return {
        flag: counted((bool(raised[r.id].intersection(rules)), flag in r.flags) for r in messages)
        for flag, rules in FLAGS.items()
    }
