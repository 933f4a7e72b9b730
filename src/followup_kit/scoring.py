"""Hits and the rubric → levels, scores and the exact terms of each sum. Arithmetic only.

Everything is a whole number of points, so that the terms of a score add up to it exactly.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from followup_kit.models.base import DIMENSIONS, Dimension
from followup_kit.models.rubric import DimensionRubric, Rubric
from followup_kit.models.rule import Rule

FULL = 100
REACHES = (2, 3, 4, 1)
"""The order in which evidence counts: what is named, then said, then developed. Words alone (1)
come last, so that they help nothing else to climb."""
Origin = Literal["rule", "dimension", "base", "limit"]


@dataclass(frozen=True, slots=True)
class Seen:
    """What scoring needs to know of a hit: its rule, and whether it speaks for the message."""

    rule: Rule
    good: bool


@dataclass(frozen=True, slots=True)
class Term:
    """One term of a sum.

    Attributes:
        hit: index of the hit behind it in what was scored.
        key: the message key of a base or a limit.
        dimension: the dimension it stands for.
        level: the level that a limit holds findings of one reach to.
    """

    points: int
    origin: Origin
    rule: str | None = None
    hit: int | None = None
    key: str | None = None
    dimension: Dimension | None = None
    level: int | None = None


@dataclass(frozen=True, slots=True)
class DimensionTally:
    """Level, score and terms of one dimension.

    Attributes:
        standing: how far up the levels the score stands, 0 to 100; what the overall score counts.
    """

    level: int
    score: int
    standing: int
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """All that scoring has to say."""

    score: int
    terms: tuple[Term, ...]
    dimensions: dict[Dimension, DimensionTally]


def score(seen: Sequence[Seen], rubric: Rubric, *, verified: bool) -> Tally:
    """Score what was seen.

    Args:
        seen: the hits, in the order of the text.
        rubric: the numbers.
        verified: whether there were notes to hold the message against.
    """
    dimensions = {name: dimension(name, seen, rubric, verified=verified) for name in DIMENSIONS}
    return overall(dimensions, seen, rubric)


def overall(
    dimensions: Mapping[Dimension, DimensionTally], seen: Sequence[Seen], rubric: Rubric
) -> Tally:
    """Add the dimensions up, and take away what form costs."""
    terms = [Term(rubric.base, "base", key="base")]
    for name, tally in dimensions.items():
        points = rounded_share(rubric.dimensions[name].weight, tally.standing)
        terms.append(Term(points, "dimension", dimension=name))
    terms += _craft(seen, rubric)
    _limit(terms, FULL, _limit_term("scale"))
    if any(item.rule.severity == "blocker" and not item.good for item in seen):
        _limit(terms, rubric.blocker_cap, _limit_term("blocker"))
    return Tally(_sum(terms), tuple(terms), dict(dimensions))


def rounded_share(points: int, percent: int) -> int:
    """``percent`` of ``points``, halves rounded up."""
    return (points * percent + FULL // 2) // FULL


def ceiling(levels: DimensionRubric, level: int) -> int:
    """The highest score that still is of a level."""
    return FULL if level >= len(levels.thresholds) else levels.thresholds[level] - 1


def dimension(
    name: Dimension, seen: Sequence[Seen], rubric: Rubric, *, verified: bool
) -> DimensionTally:
    """Score one dimension; arguments as for :func:`score`."""
    levels = rubric.dimensions[name].when(verified=verified)
    mine = [(index, item) for index, item in enumerate(seen) if item.rule.dimension == name]
    terms: list[Term] = []
    for reach in REACHES:
        before = _sum(terms)
        terms += _evidence(
            ((i, item) for i, item in mine if item.rule.reaches == reach), rubric, verified=verified
        )
        most = max(ceiling(levels, reach), before)
        _limit(terms, most, Term(0, "limit", key="scale" if most == FULL else "reach", level=reach))
    for index, item in mine:
        if item.rule.cap is not None:
            _limit(terms, ceiling(levels, item.rule.cap), _limit_term("cap", item.rule.id, index))
    if not verified and levels.unverified_ceiling is not None:
        _limit(terms, ceiling(levels, levels.unverified_ceiling), _limit_term("unverified"))
    total = _sum(terms)
    level = sum(1 for threshold in levels.thresholds if total >= threshold)
    return DimensionTally(level, total, _standing(total, level, levels, rubric), tuple(terms))


def _standing(score: int, level: int, levels: DimensionRubric, rubric: Rubric) -> int:
    """How far up the levels a score stands, whatever the thresholds of its dimension are."""
    marks = (0, *levels.thresholds, FULL + 1)
    low, high = marks[level], marks[level + 1]
    below = rubric.level_span * (high - 1 - score) // max(high - 1 - low, 1)
    return max(level * FULL // len(levels.thresholds) - below, 0)


def _evidence(mine: Iterable[tuple[int, Seen]], rubric: Rubric, *, verified: bool) -> list[Term]:
    """Points of each finding: a rule's first counts in full, its next ones less, then nothing."""
    times: dict[str, int] = {}
    terms = []
    for index, item in mine:
        worth = item.rule.worth(verified=verified)
        if not item.good or not worth:
            continue
        time = times.get(item.rule.id, 0)
        times[item.rule.id] = time + 1
        percent = rubric.saturation[time] if time < len(rubric.saturation) else 0
        points = rounded_share(worth, percent)
        if points:
            terms.append(Term(points, "rule", item.rule.id, index))
    return terms


def _craft(seen: Sequence[Seen], rubric: Rubric) -> list[Term]:
    """What craft findings take away; each rule once, all together no more than the limit."""
    terms: list[Term] = []
    met: set[str] = set()
    for index, item in enumerate(seen):
        cost = rubric.costs[item.rule.severity]
        if item.good or not cost or item.rule.id in met or item.rule.dimension == "type":
            continue
        met.add(item.rule.id)
        terms.append(Term(-cost, "rule", item.rule.id, index))
    excess = -_sum(terms) - rubric.craft_limit
    if excess > 0:
        terms.append(Term(excess, "limit", key="craft_limit"))
    return terms


def _limit(terms: list[Term], most: int, template: Term) -> None:
    """Append the term that brings a sum back between 0 and ``most``, if it lies outside."""
    total = _sum(terms)
    bounded = min(max(total, 0), most)
    if bounded != total:
        terms.append(replace(template, points=bounded - total))


def _limit_term(key: str, rule: str | None = None, hit: int | None = None) -> Term:
    return Term(0, "limit", rule, hit, key)


def _sum(terms: Iterable[Term]) -> int:
    return sum(term.points for term in terms)
