"""The messages whose level the kit gets most wrong."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from benchmarks.judgement.calibration import Fit
from benchmarks.judgement.golden import Rated
from followup_kit.models.base import Dimension
from followup_kit.models.rubric import Rubric
from followup_kit.scoring import DimensionTally, Tally


@dataclass(frozen=True)
class Miss:
    """One dimension of one message at a level the raters did not give.

    Attributes:
        tally: level, points and their terms as the kit gave them.
        wanted: the raters' level.
        away: points to the nearest score of the wanted level; negative when too many were given.
    """

    rated: Rated
    dimension: Dimension
    tally: DimensionTally
    wanted: int
    away: int


def misses(
    messages: Sequence[Rated],
    given: Mapping[str, Tally],
    fits: Mapping[str, Fit],
    rubric: Rubric,
    dimension: Dimension,
) -> list[Miss]:
    """The wrong levels of one dimension, most levels off first, then most points off.

    Args:
        messages: of one language; none that nobody is to read.
        given: what the kit made of each.
        fits: the numbers behind that; the shipped ones for a message without.
        rubric: the shipped numbers.
        dimension: which to look at.

    Raises:
        ValueError: a message is of the unread set.
    """
    if any(rated.source == "unread" for rated in messages):
        raise ValueError("messages of the unread set are not to be read, only measured")
    found = []
    for rated in messages:
        tally, wanted = given[rated.id].dimensions[dimension], rated.levels[dimension]
        fitted = fits.get(rated.id)
        cuts = (fitted.thresholds if fitted else _shipped(rubric))[dimension]
        if tally.level != wanted:
            away = _away(tally, wanted, cuts)
            found.append(Miss(rated, dimension, tally, wanted, away))
    return sorted(found, key=_order)


def _shipped(rubric: Rubric) -> dict[Dimension, tuple[int, int, int, int]]:
    return {name: levels.thresholds for name, levels in rubric.dimensions.items()}


def _away(tally: DimensionTally, wanted: int, cuts: Sequence[int]) -> int:
    if tally.level < wanted:
        return cuts[wanted - 1] - tally.score
    return cuts[wanted] - 1 - tally.score


def _order(miss: Miss) -> tuple[int, int, str]:
    return (-abs(miss.tally.level - miss.wanted), -abs(miss.away), miss.rated.id)
