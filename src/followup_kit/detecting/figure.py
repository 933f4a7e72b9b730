"""A figure of a text: what it may stand for, and what it is counted in."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

SMALL = 2.0
"""Ones and twos are said in any conversation; they make no figure by themselves."""


class NumberLike(Protocol):
    """What is needed of a word."""

    @property
    def key(self) -> str:
        """The folded word."""

    @property
    def number(self) -> bool:
        """Whether it is written in digits."""

    @property
    def start(self) -> int:
        """Where it starts in its text."""

    @property
    def end(self) -> int:
        """Where it ends in its text."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure: the words it takes (indices, half-open) and what it may stand for.

    Attributes:
        values: numbers; ``11.4m`` may be 11.4 metres or 11,400,000.
        marks: what else it may be said as: ``share 0.5``, ``quarter 3``, ``clock 840`` (minutes).
        unit: what it is counted in, when that is a percentage, money, a time or a common measure.
        plain: whether it is a number, rather than a part (« la moitié ») or a place in a row.
    """

    first: int
    end: int
    values: frozenset[float]
    marks: frozenset[str] = frozenset()
    unit: str | None = None
    plain: bool = True

    @property
    def counts(self) -> bool:
        """Whether it is more than a one or a two, which anybody says."""
        return self.plain and any(value > SMALL or value % 1 for value in self.values)

    @property
    def known_by(self) -> tuple[float | str, ...]:
        """Its values and marks, by which it is looked up."""
        return (*sorted(self.values), *sorted(self.marks))


def share_of(value: float) -> frozenset[str]:
    """The mark of a part of a whole."""
    return frozenset({f"share {round(value, 2):g}"}) if 0 < value < 1 else frozenset()


def glued(words: Sequence[NumberLike], at: int) -> bool:
    """Whether the next word follows without a blank."""
    return at + 1 < len(words) and words[at].end == words[at + 1].start
