"""What the raters' overall marks say of the worth of a level in each dimension."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import nnls

from benchmarks.judgement.calibration import Seens
from benchmarks.judgement.golden import Rated
from followup_kit.models.base import DIMENSIONS, Dimension
from followup_kit.models.rubric import Rubric
from followup_kit.scoring import FULL, Seen, score

TOP = 4
MOST_BASE = 20
"""With a higher base, a message at level 1 in everything would be worth more than 40."""


@dataclass(frozen=True)
class Weights:
    """Base and weights of the overall score; together they are 100.

    Attributes:
        a_level: overall points that one level of a dimension brings, not rounded.
        nothing: what the marks give to a message at level 0 of everything, when left free.
        messages: how many they were fitted on.
    """

    base: int
    dimensions: dict[Dimension, int]
    a_level: dict[Dimension, float]
    nothing: float
    messages: int


def fit_weights(messages: Sequence[Rated], seens: Seens, rubric: Rubric) -> Weights:
    """Fit the overall marks on the raters' own levels, in messages that hold no blocker.

    What form costs is added back first. Weights are not negative; the base is what they leave of
    100, so that a message at the top of everything is worth exactly that.
    """
    kept = [rated for rated in messages if not any(_blocks(item) for item in seens[rated.id])]
    shares = np.array([[rated.levels[name] / TOP for name in DIMENSIONS] for rated in kept])
    marks = np.array([rated.overall + _costs(seens[rated.id], rubric) for rated in kept])
    solved, _ = nnls(1 - shares, FULL - marks)
    weights = {name: round(float(weight)) for name, weight in zip(DIMENSIONS, solved, strict=True)}
    heaviest = max(weights, key=lambda name: weights[name])
    weights[heaviest] += max(FULL - MOST_BASE - sum(weights.values()), 0)
    a_level = {name: float(weight) / TOP for name, weight in zip(DIMENSIONS, solved, strict=True)}
    free, *_ = np.linalg.lstsq(np.column_stack([np.ones(len(kept)), shares]), marks, rcond=None)
    base = FULL - sum(weights.values())
    return Weights(base, weights, a_level, float(free[0]), len(kept))


def _blocks(item: Seen) -> bool:
    return item.rule.severity == "blocker" and not item.good


def _costs(seen: Sequence[Seen], rubric: Rubric) -> int:
    """Points that form takes away."""
    terms = score(seen, rubric, verified=True).terms
    return -sum(t.points for t in terms if t.origin == "rule" or t.key == "craft_limit")
