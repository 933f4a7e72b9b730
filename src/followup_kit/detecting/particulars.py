"""What is particular in a context: figures, names, rare words that a message may take up.

Weekdays, the reader, the company and the role are not particular: they survive any copy-paste.
Figures are shared by chance more than by memory: a figure is taken up when what stands around it
is taken up too, or when it is too odd to come up twice.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from followup_kit.detecting.concepts import is_short_for, is_typo
from followup_kit.detecting.figure import Figure
from followup_kit.detecting.number_names import DURATIONS, TERM_LETTERS
from followup_kit.parsing.parsed import Token
from followup_kit.words import Word

Source = Literal["notes", "posting"]
WEIGHTS: Mapping[str, int] = {"figure": 2, "name": 2, "word": 1, "pair": 1}
SMALL = 12
_ROUND = 100
_FIVES = 5
_USUAL_COUNTS = frozenset({14.0, 18.0, 24.0, 48.0, 52.0})


@dataclass(frozen=True, slots=True)
class Particular:
    """One particular of the context.

    Attributes:
        key: what makes it one: a root, a folded name, a value.
        text: as the context has it.
        kind: figure, name, word, or a pair of everyday words that stand together.
        source: the notes, or else the posting.
        line: the line or sentence of the context it stands in.
        stake: whether that line speaks of a problem, an aim, a risk or a deadline.
        figure: the figure, if it is one.
        near: what the words around a figure are about.
    """

    key: str
    text: str
    kind: Literal["figure", "name", "word", "pair"]
    source: Source
    line: str
    stake: bool = False
    figure: Figure | None = None
    near: frozenset[str] = frozenset()

    @property
    def small(self) -> bool:
        """Whether it is a figure of at most twelve, or a part: such come up anywhere."""
        return self.figure is not None and max(self.figure.values, default=0) <= SMALL

    @property
    def weight(self) -> int:
        """How particular it is: a small figure may come up anywhere."""
        return WEIGHTS["word" if self.small else self.kind]

    def said_by(self, figure: Figure, near: frozenset[str]) -> bool:
        """Whether a figure of the message, with what stands near it, is this one."""
        own = self.figure
        if own is None or (own.unit and figure.unit and own.unit != figure.unit):
            return False
        if own.plain != figure.plain and not own.marks & figure.marks:
            return False
        if near & self.near:
            return True
        return own.unit == figure.unit and bool(own.values & figure.values) and is_odd(own)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the notes, or a sentence of the posting, with its words."""

    source: Source
    text: str
    words: tuple[Word, ...]


@dataclass(frozen=True)
class Particulars:
    """All particulars of a context, ready to be looked up.

    Attributes:
        lines: the context itself, line by line.
        figures: by value, and by whatever else they may be said as.
        words: by everything their words are about.
        names: by their folded word.
        short: abbreviations, by their first letter.
        spelled: rare words by first letter and length, for slips of the pen.
        named: names in the same way.
        pairs: everyday words that stand together in the context.
        phrases: every run of one to four words of notes and posting.
    """

    lines: tuple[Line, ...]
    figures: Mapping[float | str, tuple[Particular, ...]]
    words: Mapping[str, Particular]
    names: Mapping[str, Particular]
    short: Mapping[str, tuple[Particular, ...]]
    spelled: Mapping[tuple[str, int], tuple[Particular, ...]]
    named: Mapping[tuple[str, int], tuple[Particular, ...]]
    pairs: Mapping[frozenset[str], Particular]
    phrases: frozenset[tuple[str, ...]]

    def every(self) -> tuple[Particular, ...]:
        """Each once, names and figures first."""
        counted = [item for items in self.figures.values() for item in items]
        every = (*self.names.values(), *counted, *self.words.values())
        return tuple({id(item): item for item in every}.values())

    def has_value(self, values: Iterable[float]) -> bool:
        """Whether any figure of the context has one of these values."""
        return any(value in self.figures for value in values)

    def candidates(self, figure: Figure) -> Iterator[Particular]:
        """Figures of the context that have a value, or another name, of this one."""
        for mark in figure.known_by:
            yield from self.figures.get(mark, ())

    def name(self, key: str) -> Particular | None:
        """The name of the context that a folded word is, give or take a slip of the pen."""
        return self.names.get(key) or self._misspelt(key, self.named)

    def word(self, key: str, about: Iterable[str]) -> Particular | None:
        """The word of the context that a rare word takes up: akin, misspelt or written short.

        Args:
            key: the folded word.
            about: what it is about, see :func:`followup_kit.detecting.concepts.concepts`.
        """
        found = next((self.words[one] for one in sorted(about) if one in self.words), None)
        if found:
            return found
        found = self._misspelt(key, self.spelled)
        if found:
            return found
        return next(
            (item for item in self.short.get(key[0], ()) if is_short_for(item.key, key)), None
        )

    def _misspelt(
        self, key: str, table: Mapping[tuple[str, int], tuple[Particular, ...]]
    ) -> Particular | None:
        """The first of a table's words that ``key`` is but for a slip of the pen."""
        for size in range(len(key) - 2, len(key) + 3):
            for item in table.get((key[0], size), ()):
                if is_typo(key, item.key):
                    return item
        return None


def codes(words: Sequence[Word | Token]) -> Iterator[tuple[str, int]]:
    """Names of machines and the like, letters with a figure right behind: ``PM3``, ``GR20``."""
    for index in range(len(words) - 1):
        word, after = words[index], words[index + 1]
        glued = after.number and word.end == after.start and word.text.isupper()
        if glued and (word.key not in TERM_LETTERS or after.key not in "1234"):
            yield word.key + after.key, index


def is_odd(figure: Figure) -> bool:
    """Whether a figure is so unusual that two texts hardly share it by chance."""
    value = max(figure.values, default=0.0)
    if figure.unit in DURATIONS or figure.unit == "clock":
        return value > SMALL and value % _FIVES != 0 and value not in _USUAL_COUNTS
    if figure.unit in ("percent", "money"):
        return value % 1 != 0 or (value > SMALL and value % _FIVES != 0)
    if value % 1:
        return True
    least = _ROUND if value < 10 * _ROUND else 10 * _ROUND
    return value > _ROUND and value % least != 0
