"""Figures of agreement."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from scipy.stats import spearmanr

LEVELS = [0, 1, 2, 3, 4]
Ints = Sequence[int] | NDArray[np.int_]


def kappa(given: Ints, wanted: Ints) -> float:
    """Quadratic weighted kappa: 1 is full agreement, 0 what chance gives.

    Disagreement is the mean squared distance of the levels; by chance it would be that of all
    pairs, which needs no table of counts. Where nobody ever differs, 1.
    """
    a, b = np.asarray(given, dtype=float), np.asarray(wanted, dtype=float)
    chance = float(np.mean(a * a) + np.mean(b * b) - 2 * np.mean(a) * np.mean(b))
    return 1 - float(np.mean((a - b) ** 2)) / chance if chance else 1.0


def exact(given: Sequence[int], wanted: Sequence[int]) -> float:
    """Share of levels that are the same."""
    return sum(1 for a, b in zip(given, wanted, strict=True) if a == b) / len(given)


def spearman(given: Sequence[float], wanted: Sequence[float]) -> float:
    """Rank correlation; 0 where one side gives no order."""
    if len(set(given)) < 2 or len(set(wanted)) < 2:
        return 0.0
    return float(spearmanr(given, wanted).statistic)


def distance(given: Sequence[float], wanted: Sequence[float]) -> tuple[float, float]:
    """How far marks lie from those wanted on average: without their sign, and with it."""
    off = np.asarray(given, dtype=float) - np.asarray(wanted, dtype=float)
    return float(np.mean(np.abs(off))), float(np.mean(off))


def best_thresholds(scores: Sequence[float], wanted: Sequence[int]) -> tuple[float, ...]:
    """Four rising thresholds that turn scores into levels with the highest kappa.

    Found by moving one threshold at a time over the midpoints between scores, from quantiles on,
    until nothing improves; ties go to the widest gap between neighbouring scores.
    """
    values = sorted(set(scores))
    cuts = [(a + b) / 2 for a, b in pairwise(values)] or [0.5]
    cuts = [values[0] - 1, *cuts, values[-1] + 1]
    ranked = np.sort(scores)
    below = [sum(1 for level in wanted if level < least) for least in LEVELS[1:]]
    found = [float(ranked[n]) - 0.01 if n < len(ranked) else cuts[-1] for n in below]
    scored, goal = np.asarray(scores, dtype=float), np.asarray(wanted)

    def agreed(thresholds: Sequence[float]) -> float:
        return kappa(np.searchsorted(thresholds, scored, side="right"), goal)

    best = agreed(found)
    improved = True
    while improved:
        improved = False
        for place in range(len(found)):
            for cut in cuts:
                trial = sorted([*found[:place], cut, *found[place + 1 :]])
                value = agreed(trial)
                if value > best + 1e-9:
                    best, found, improved = value, trial, True
    return tuple(found)


def levels(scores: Sequence[float], thresholds: Sequence[float]) -> list[int]:
    """The level of each score: how many thresholds it reaches."""
    return [sum(1 for threshold in thresholds if score >= threshold) for score in scores]
