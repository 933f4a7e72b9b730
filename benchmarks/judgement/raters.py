"""How far raters agree among themselves."""

from collections.abc import Sequence
from itertools import combinations
from statistics import fmean

from benchmarks.judgement.agreement import kappa
from benchmarks.judgement.golden import Rated
from followup_kit.models.base import Dimension


def among_raters(messages: Sequence[Rated], dimension: Dimension) -> float | None:
    """Mean kappa of all pairs of raters, over the messages that every one of them rated.

    Returns:
        The mean, or ``None`` where nobody was rated twice.
    """
    most = max((len(rated.raters) for rated in messages), default=0)
    rows = [[given[dimension] for given in r.raters] for r in messages if len(r.raters) == most]
    pairs = list(combinations(zip(*rows, strict=True), 2))
    return fmean(kappa(one, other) for one, other in pairs) if pairs else None
