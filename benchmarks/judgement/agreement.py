"""Figures of agreement."""

from collections.abc import Sequence
from itertools import pairwise

from scipy.stats import spearmanr
from sklearn.metrics import cohen_kappa_score

LEVELS = [0, 1, 2, 3, 4]


def kappa(given: Sequence[int], wanted: Sequence[int]) -> float:
    """Quadratic weighted kappa: 1 is full agreement, 0 what chance gives."""
    return float(cohen_kappa_score(given, wanted, labels=LEVELS, weights="quadratic"))


def spearman(given: Sequence[float], wanted: Sequence[float]) -> float:
    """Rank correlation."""
    return float(spearmanr(given, wanted).statistic)


def best_thresholds(scores: Sequence[float], wanted: Sequence[int]) -> tuple[float, ...]:
    """Four rising thresholds that turn scores into levels with the highest kappa.

    Found by moving one threshold at a time over the midpoints between scores, from quantiles on,
    until nothing improves; ties go to the widest gap between neighbouring scores.
    """
    values = sorted(set(scores))
    cuts = [(a + b) / 2 for a, b in pairwise(values)] or [0.5]
    cuts = [values[0] - 1, *cuts, values[-1] + 1]
    ranked = sorted(scores)
    shares = [sum(1 for w in wanted if w < level) / len(wanted) for level in LEVELS[1:]]
    found = [ranked[min(int(share * len(ranked)), len(ranked) - 1)] - 0.01 for share in shares]
    best = kappa(levels(scores, found), wanted)
    improved = True
    while improved:
        improved = False
        for place in range(len(found)):
            for cut in cuts:
                trial = sorted([*found[:place], cut, *found[place + 1 :]])
                value = kappa(levels(scores, trial), wanted)
                if value > best + 1e-9:
                    best, found, improved = value, trial, True
    return tuple(found)


def levels(scores: Sequence[float], thresholds: Sequence[float]) -> list[int]:
    """The level of each score: how many thresholds it reaches."""
    return [sum(1 for threshold in thresholds if score >= threshold) for score in scores]
