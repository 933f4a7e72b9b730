"""Points of rules and thresholds of levels, fitted under constraints and cross-validated.

Points may not be negative and are held near one guess for all rules, so that few messages cannot
make a rule worth much or nothing by accident; thresholds rise. The guess is the same for every
rule and fold: the shipped points, fitted on all messages, would leak into the folds. Rules that
reach level 1 alone keep their points: what they may do is limited by the rubric, not learned.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import lsq_linear

from benchmarks.judgement.agreement import best_thresholds
from benchmarks.judgement.golden import Rated
from followup_kit.models.base import DIMENSIONS, Dimension
from followup_kit.models.rubric import Rubric
from followup_kit.models.rule import Rule
from followup_kit.scoring import Seen, Tally, score

RIDGE = 6.0
"""Pull towards the guess, in messages: a rule that fires in six is half-way."""
GUESS = 16.0
LEAST, MOST = 2.0, 45.0
"""A rule worth nothing should leave; it is not for this script to say so."""
POINTS_A_LEVEL = 22.0
Seens = Mapping[str, Sequence[Seen]]
Cuts = tuple[int, int, int, int]


@dataclass(frozen=True)
class Fit:
    """Points by rule, and thresholds by dimension."""

    points: dict[str, int]
    thresholds: dict[Dimension, Cuts]


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
    points: dict[str, int] = {}
    thresholds: dict[Dimension, Cuts] = {}
    for dimension in dimensions:
        points |= _points(dimension, messages, seens, rules, rubric)
    for dimension in dimensions:
        trial = Fit(points, dict.fromkeys(DIMENSIONS, (97, 98, 99, 100)))
        scores = [
            apply(trial, rated, seens, rubric).dimensions[dimension].score for rated in messages
        ]
        wanted = [rated.levels[dimension] for rated in messages]
        thresholds[dimension] = _whole(best_thresholds(scores, wanted))
    return Fit(points, thresholds)


def apply(fitted: Fit | None, rated: Rated, seens: Seens, rubric: Rubric) -> Tally:
    """Score a message with fitted numbers, or with the shipped ones."""
    seen = list(seens[rated.id])
    if fitted:
        seen = [Seen(_with_points(item.rule, fitted.points), item.good) for item in seen]
        rubric = rubric.model_copy(
            update={
                "dimensions": {
                    name: levels.model_copy(
                        update={"thresholds": fitted.thresholds.get(name, levels.thresholds)}
                    )
                    for name, levels in rubric.dimensions.items()
                }
            }
        )
    return score(seen, rubric, verified=bool(rated.context.notes))


def _with_points(rule: Rule, points: Mapping[str, int]) -> Rule:
    return rule.model_copy(update={"points": points[rule.id]}) if rule.id in points else rule


def _points(
    dimension: Dimension,
    messages: Sequence[Rated],
    seens: Seens,
    rules: Collection[Rule],
    rubric: Rubric,
) -> dict[str, int]:
    free = [
        rule for rule in rules if rule.dimension == dimension and rule.points and rule.reaches > 1
    ]
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


def _whole(cuts: Sequence[float]) -> Cuts:
    """Rising whole thresholds from 1 to 100."""
    found: list[int] = []
    for place, cut in enumerate(cuts):
        least = found[-1] + 1 if found else 1
        most = 100 - (len(cuts) - 1 - place)
        found.append(min(max(int(np.ceil(cut)), least), most))
    a, b, c, d = found
    return a, b, c, d
