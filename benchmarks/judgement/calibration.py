"""Points of rules and thresholds of levels, fitted under constraints and cross-validated.

Points and thresholds are fitted on messages as they are. Of the dimensions in ``ALONE`` a second
set, for messages without notes, is fitted on such messages.

Points may not be negative and are held near one guess for all rules, so that few messages cannot
make a rule worth much or nothing by accident; thresholds rise. The guess is the same for every
rule and fold: the shipped points, fitted on all messages, would leak into the folds. Rules that
reach level 1 alone keep their points: what they may do is limited by the rubric, not learned.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from scipy.optimize import lsq_linear

from benchmarks.judgement.agreement import steady_thresholds
from benchmarks.judgement.golden import Rated
from followup_kit.models.base import DIMENSIONS, Dimension
from followup_kit.models.rubric import Rubric
from followup_kit.models.rule import Rule
from followup_kit.scoring import FULL, Seen, Tally, score

RIDGE = 6.0
"""Pull towards the guess, in messages: a rule that fires in six is half-way."""
GUESS = 16.0
LEAST, MOST = 6.0, 45.0
"""A rule worth nothing should leave; it is not for this script to say so."""
POINTS_A_LEVEL = 22.0
FOURTH = 80
"""Where the threshold of level 4 is put: points are stretched so that scores use their scale."""
ALONE: tuple[Dimension, ...] = ("specificity",)
"""Dimensions of which notes show so much that rules weigh otherwise without them."""
Seens = Mapping[str, Sequence[Seen]]
Cuts = tuple[int, int, int, int]
UNLIMITED: Cuts = (97, 98, 99, 100)
"""Thresholds under which no finding is held to the level it reaches."""


@dataclass(frozen=True)
class Fit:
    """Points by rule and thresholds by dimension; those without notes where they differ."""

    points: dict[str, int]
    thresholds: dict[Dimension, Cuts]
    points_without_notes: dict[str, int] = field(default_factory=dict)
    thresholds_without_notes: dict[Dimension, Cuts] = field(default_factory=dict)


def fit(
    messages: Sequence[Rated],
    seens: Seens,
    rules: Collection[Rule],
    rubric: Rubric,
    dimensions: Sequence[Dimension] = DIMENSIONS,
) -> Fit:
    """Fit points, then thresholds, on some messages.

    Args:
        messages: what to fit on.
        seens: what was seen in each, by its id.
        rules: those whose points may be fitted.
        rubric: saturation and limits.
        dimensions: which to fit; numbers of the others stay as shipped.
    """
    as_they_are = [rated for rated in messages if not rated.stripped]
    without = [rated for rated in messages if not rated.context.notes]
    found = Fit({}, {})
    for dimension in dimensions:
        alone = dimension in ALONE
        known = [r for r in as_they_are if r.context.notes or not alone] or as_they_are
        free = _free(dimension, rules)
        points = points_of(dimension, known, seens, free, rubric)
        found.points.update(points)
        cuts = _thresholds(dimension, known, found, seens, rubric)
        found.points.update(_stretched(points, cuts))
        cuts = _thresholds(dimension, known, found, seens, rubric)
        found.thresholds[dimension] = _within_reach(cuts, _points_now(found, free))
        if alone and without:
            free = _free(dimension, rules, without_notes=True)
            points = points_of(dimension, without, seens, free, rubric)
            found.points_without_notes.update(points)
            cuts = _thresholds(dimension, without, found, seens, rubric)
            found.points_without_notes.update(_stretched(points, cuts))
            cuts = _thresholds(dimension, without, found, seens, rubric)
            found.thresholds_without_notes[dimension] = cuts
    return found


def apply(fitted: Fit | None, rated: Rated, seens: Seens, rubric: Rubric) -> Tally:
    """Score a message with fitted numbers, or with the shipped ones."""
    seen = list(seens[rated.id])
    if fitted:
        seen = [Seen(_with_points(item.rule, fitted), item.good) for item in seen]
        rubric = rubric.model_copy(
            update={
                "dimensions": {
                    name: levels.model_copy(update=_cuts(name, fitted))
                    for name, levels in rubric.dimensions.items()
                }
            }
        )
    return score(seen, rubric, verified=bool(rated.context.notes))


def _cuts(name: Dimension, fitted: Fit) -> dict[str, Cuts]:
    """The fitted thresholds of a dimension, as fields of the rubric."""
    cuts = {"thresholds": fitted.thresholds} if name in fitted.thresholds else {}
    if name in fitted.thresholds_without_notes:
        cuts["thresholds_without_notes"] = fitted.thresholds_without_notes
    return {key: found[name] for key, found in cuts.items()}


def _with_points(rule: Rule, fitted: Fit) -> Rule:
    new = {}
    if rule.id in fitted.points:
        new["points"] = fitted.points[rule.id]
    if rule.id in fitted.points_without_notes:
        new["points_without_notes"] = fitted.points_without_notes[rule.id]
    return rule.model_copy(update=new) if new else rule


def _free(
    dimension: Dimension, rules: Collection[Rule], *, without_notes: bool = False
) -> list[Rule]:
    """Rules whose points may be fitted."""
    return [
        rule
        for rule in rules
        if rule.dimension == dimension
        and rule.reaches > 1
        and rule.worth(verified=not without_notes)
    ]


def _thresholds(
    dimension: Dimension, messages: Sequence[Rated], found: Fit, seens: Seens, rubric: Rubric
) -> Cuts:
    """Thresholds for points that are fitted already."""
    trial = replace(
        found,
        thresholds=dict.fromkeys(DIMENSIONS, UNLIMITED),
        thresholds_without_notes=dict.fromkeys(DIMENSIONS, UNLIMITED),
    )
    scores = [apply(trial, r, seens, rubric).dimensions[dimension].score for r in messages]
    return _whole(steady_thresholds(scores, [r.levels[dimension] for r in messages]))


def points_of(
    dimension: Dimension,
    messages: Sequence[Rated],
    seens: Seens,
    free: Sequence[Rule],
    rubric: Rubric,
) -> dict[str, int]:
    """Points of some rules, before they are stretched over the scale."""
    column = {rule.id: place for place, rule in enumerate(free)}
    matrix = np.zeros((len(messages), len(free)))
    for row, rated in enumerate(messages):
        times: dict[str, int] = {}
        for item in seens[rated.id]:
            if item.good and item.rule.id in column:
                time = times.get(item.rule.id, 0)
                times[item.rule.id] = time + 1
                share = rubric.saturation[time] / 100 if time < len(rubric.saturation) else 0.0
                matrix[row, column[item.rule.id]] += share
    target = np.array([rated.levels[dimension] * POINTS_A_LEVEL for rated in messages])
    guess = np.full(len(free), GUESS)
    pull = np.sqrt(RIDGE) * np.eye(len(free))
    solved = lsq_linear(
        np.vstack([matrix, pull]),
        np.concatenate([target, np.sqrt(RIDGE) * guess]),
        bounds=(LEAST, MOST),
    )
    return {rule.id: round(float(x)) for rule, x in zip(free, solved.x, strict=True)}


def _stretched(points: Mapping[str, int], cuts: Cuts) -> dict[str, int]:
    """Points with which level 4 begins where it should."""
    return {rule: min(round(each * FOURTH / cuts[-1]), FULL) for rule, each in points.items()}


def _within_reach(cuts: Cuts, points: Collection[int]) -> Cuts:
    """Thresholds of which the first is no higher than what any rule brings: it showed something."""
    return (min(cuts[0], *points), *cuts[1:])


def _points_now(found: Fit, free: Collection[Rule]) -> list[int]:
    """The fitted points of some rules."""
    return [found.points[rule.id] for rule in free]


def _whole(cuts: Sequence[float]) -> Cuts:
    """Rising whole thresholds from 1 to 100."""
    found: list[int] = []
    for place, cut in enumerate(cuts):
        least = found[-1] + 1 if found else 1
        most = 100 - (len(cuts) - 1 - place)
        found.append(min(max(int(np.ceil(cut)), least), most))
    a, b, c, d = found
    return a, b, c, d
