"""What each rule is worth: where it fires, how rightly, and what is lost without it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from benchmarks.judgement.agreement import kappa
from benchmarks.judgement.calibration import Seens
from benchmarks.judgement.crossing import crossed, tallies
from benchmarks.judgement.evidence import Counts, rule_spans
from benchmarks.judgement.golden import Rated
from benchmarks.judgement.observe import Observed
from followup_kit.models.base import DIMENSIONS, LANGUAGES, Dimension, Language
from followup_kit.models.rule import Rule
from followup_kit.rulebook.book import RuleBook

TOP = 4

Kappas = dict[Language, float]
NOISE = 0.0005
"""Differences that do not show in three decimals are none."""


@dataclass(frozen=True)
class Worth:
    """One rule of a dimension, measured.

    Attributes:
        fires: messages in which it is found.
        spans: its sentences, quoted by the raters for the dimension or not.
        level: mean rated level of those messages; ``None`` if there are none.
        lost: kappa lost when it is switched off and the numbers are fitted again.
    """

    rule: Rule
    fires: dict[Language, int]
    spans: Counts
    level: float | None
    lost: Kappas

    @property
    def worth(self) -> float:
        """Mean kappa lost without it."""
        return fmean(self.lost.values())

    @property
    def mark(self) -> str:
        """What its author should look at, if anything."""
        if not any(self.fires.values()):
            return "never fires"
        return "better without" if all(lost <= -NOISE for lost in self.lost.values()) else ""


def rules_worth(
    messages: Sequence[Rated], bare: Sequence[Rated], observed: Observed, book: RuleBook
) -> list[Worth]:
    """Every rule of the three dimensions, the most worth first.

    Args:
        messages: the golden messages; figures are of these.
        bare: their copies without notes; numbers are fitted on both.
        observed: what was seen in all of them, once.
        book: the rules.
    """
    spans = rule_spans(messages, observed)
    found = []
    for dimension in DIMENSIONS:
        whole = _kappas(messages, bare, observed.seens, book, dimension)
        for rule in (rule for rule in book.rules if rule.dimension == dimension):
            firing = [r for r in messages if fires(rule, r, observed)]
            lost = dict.fromkeys(LANGUAGES, 0.0)
            if any(fires(rule, r, observed) for r in (*firing, *bare)):
                seens = _without(rule, observed.seens)
                less = _kappas(messages, bare, seens, book, dimension)
                lost = {language: whole[language] - less[language] for language in LANGUAGES}
            found.append(
                Worth(
                    rule,
                    {x: sum(1 for r in firing if r.language == x) for x in LANGUAGES},
                    spans.get(rule.id, Counts()),
                    fmean(r.levels[dimension] for r in firing) if firing else None,
                    lost,
                )
            )
    return sorted(found, key=lambda one: (-one.worth, one.rule.id))


def fires(rule: Rule, rated: Rated, observed: Observed) -> bool:
    """Whether a rule has something to say of a message."""
    return any(hit.rule.id == rule.id for hit in observed.hits[rated.id])


def _without(rule: Rule, seens: Seens) -> Seens:
    return {
        name: [item for item in seen if item.rule.id != rule.id] for name, seen in seens.items()
    }


def _kappas(
    messages: Sequence[Rated],
    bare: Sequence[Rated],
    seens: Seens,
    book: RuleBook,
    dimension: Dimension,
) -> Kappas:
    """Cross-validated kappa of one dimension in each language."""
    fits = crossed([*messages, *bare], seens, book, [dimension])
    given = tallies(messages, fits, seens, book)
    pairs: Mapping[Language, list[tuple[int, int]]] = {
        language: [
            (given[r.id].dimensions[dimension].level, r.levels[dimension])
            for r in messages
            if r.language == language
        ]
        for language in LANGUAGES
    }
    return {x: kappa([a for a, _ in both], [b for _, b in both]) for x, both in pairs.items()}


def worth_table(found: Sequence[Worth]) -> Iterator[str]:
    """The rules of the dimensions, line by line."""
    yield f"{'':42}{'messages':>10}{'sentences':>11}{'rated':>7}{'kappa lost without it':>24}"
    heads = "".join(f"{name:>8}" for name in (*LANGUAGES, "mean"))
    yield f"{'rule':42}{'en':>5}{'fr':>5}{'quoted':>11}{'level':>7}{heads}  look"
    for one in found:
        share = one.spans.precision
        quoted = "–" if share is None else f"{share:.2f}"
        level = "–" if one.level is None else f"{one.level:.1f}"
        lost = "".join(f"{one.lost[x]:+z8.3f}" for x in LANGUAGES)
        fired = "".join(f"{one.fires[x]:5}" for x in LANGUAGES)
        name = one.rule.id + (f" ≤{one.rule.reaches}" if one.rule.reaches < TOP else "")
        row = f"{name:42}{fired}{quoted:>11}{level:>7}{lost}{one.worth:+z8.3f}  {one.mark}"
        yield row.rstrip()
    yield "One level of one message moves the kappa of its language by 0.004 to 0.01."
