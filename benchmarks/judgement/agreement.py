"""Figures of agreement."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.stats import spearmanr

LEVELS = [0, 1, 2, 3, 4]
FAR = np.subtract.outer(LEVELS, LEVELS) ** 2
SAMPLES = 30
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
    until nothing improves.
    """
    marks, levels_wanted = np.asarray(scores, dtype=float), np.asarray(wanted)
    values = np.unique(marks)
    middles = (values[1:] + values[:-1]) / 2
    cuts = np.concatenate([[values[0] - 1], middles, [values[-1] + 1]])
    shares = [float(np.mean(levels_wanted < level)) for level in LEVELS[1:]]
    ranked = np.sort(marks)
    above = np.append(ranked, ranked[-1] + 1)
    found = np.array([above[int(share * len(ranked))] - 0.01 for share in shares])
    best = _kappa(marks, found, levels_wanted)
    improved = True
    while improved:
        improved = False
        for place in range(len(found)):
            for cut in cuts:
                trial = np.sort([*found[:place], cut, *found[place + 1 :]])
                value = _kappa(marks, trial, levels_wanted)
                if value > best + 1e-9:
                    best, found, improved = value, trial, True
    return tuple(float(cut) for cut in found)


def steady_thresholds(scores: Sequence[float], wanted: Sequence[int]) -> tuple[float, ...]:
    """The median of the best thresholds of ``SAMPLES`` samples drawn with repetition.

    One best set of thresholds follows the accidents of its few messages. The samples are the same
    at every run.
    """
    draw = np.random.default_rng(0)
    marks, levels_wanted = np.asarray(scores, dtype=float), np.asarray(wanted)
    found = []
    for _ in range(SAMPLES):
        chosen = draw.integers(0, len(marks), len(marks))
        found.append(best_thresholds(list(marks[chosen]), list(levels_wanted[chosen])))
    return tuple(float(cut) for cut in np.median(found, axis=0))


def _kappa(
    marks: NDArray[np.float64], cuts: NDArray[np.float64], wanted: NDArray[np.int_]
) -> float:
    """As :func:`kappa`, of scores and thresholds, and fast: it is asked thousands of times."""
    given = np.searchsorted(cuts, marks, side="right")
    seen = np.zeros((len(LEVELS), len(LEVELS)))
    np.add.at(seen, (given, wanted), 1)
    chance = np.outer(seen.sum(axis=1), seen.sum(axis=0)) / seen.sum()
    by_chance = float((FAR * chance).sum())
    return 1 - float((FAR * seen).sum()) / by_chance if by_chance else 0.0


def levels(scores: Sequence[float], thresholds: Sequence[float]) -> list[int]:
    """The level of each score: how many thresholds it reaches."""
    return [sum(1 for threshold in thresholds if score >= threshold) for score in scores]
