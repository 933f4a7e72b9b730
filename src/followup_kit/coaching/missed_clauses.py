"""Telegraphic notes, or the sentences of a posting, cut into clauses that a person would know."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from followup_kit.coaching.missed_phrases import Phrases, said
from followup_kit.detecting.particulars import Source
from followup_kit.models.base import Language
from followup_kit.parsing.sentences import split
from followup_kit.words import Word, split_words

LONGEST = 64
"""Characters of a clause; about what is taken in at a glance."""
SPOKEN = 3
"""Words from which what stands between quotation marks is what somebody said."""

_QUOTED = re.compile(r"«[^«»\r\n]{6,200}»|“[^“”\r\n]{6,200}”|(?<!\w)\"[^\"\r\n]{6,200}\"")
_HARD = re.compile(
    r"[;•|\r\n\v\f\x85\u2028\u2029{}\[\]]|(?<![^\W\d_])\(|\)"  # motivé(e) is one word
    r"|→|⇒|=+>|-+>|>>|(?<=[^\d\s]\s)[-–—]+(?=\s)|(?<=\s)[-–—]+(?=\s[^\d\s])|(?<![\d\s])—|(?<=\s)/(?=\s)"
    r"|[!?…]++(?=\s)"
)
_SOFT = re.compile(r",(?=\s)|(?<=\s)\+(?=\s)")
_SOFTER = re.compile(r",(?=\s)|(?<=\s)[+=](?=\s)|:(?=\s)")
_LINE = re.compile(r"\r\n|[\r\n\v\f\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the context between two stops.

    Attributes:
        start: its first code point in the notes or the posting.
        end: one past its last.
        sentence: the number of the sentence it is in.
        line: the number of its line.
        asks: whether a question mark ends it.
        spoken: whether it stood between quotation marks.
    """

    start: int
    end: int
    sentence: int
    line: int
    asks: bool
    spoken: bool


class Text:
    """Notes or posting, with the words they are made of."""

    def __init__(self, source: Source, text: str, language: Language) -> None:
        self.source = source
        self.text = text
        self.language = language
        self.words = split_words(text, language)
        self._starts = [word.start for word in self.words]
        self._lines = [found.start() for found in _LINE.finditer(text.rstrip())]

    @property
    def lined(self) -> bool:
        """Whether it has several lines."""
        return bool(self._lines)

    def within(self, start: int, end: int) -> list[Word]:
        """The words of a stretch."""
        return self.words[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def joined(self, start: int, end: int) -> str:
        """A stretch with its white space joined."""
        return " ".join(self.text[start:end].split())

    def segments(self) -> Iterator[Segment]:
        """Every stretch between two stops, in order."""
        sentences = split(self.text, 0, len(self.text), self.language)
        for number, (start, end) in enumerate(sentences):
            line = bisect_left(self._lines, start)
            at = start
            for first, last in self._spoken(start, end):
                yield from self._parted(at, first, number, line)
                yield Segment(*self._inner(first, last), number, line, asks=False, spoken=True)
                at = last
            yield from self._parted(at, end, number, line)

    def _parted(self, start: int, end: int, number: int, line: int) -> Iterator[Segment]:
        for first, last, mark in _between(_HARD, self.text, start, end):
            first, last = self.trimmed(first, last)  # noqa: PLW2901
            if first < last:
                tail = mark or self.text[last:end].strip()
                yield Segment(first, last, number, line, asks="?" in tail[:3], spoken=False)

    def _spoken(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """What somebody said: several words between quotation marks."""
        for found in _QUOTED.finditer(self.text, start, end):
            if len(self.within(*found.span())) >= SPOKEN:
                yield found.span()

    def _inner(self, start: int, end: int) -> tuple[int, int]:
        return self.trimmed(start + 1, end - 1)

    def trimmed(self, start: int, end: int) -> tuple[int, int]:
        """A stretch without blanks and signs at its edges; signs of a figure stay."""
        words = self.within(start, end)
        if not words:
            return start, start
        first, last = words[0], words[-1]
        if first.number and first.start > start and self.text[first.start - 1] in "<>~€$£±+-−":
            start = first.start - 1
        else:
            start = first.start
        return start, self._signed(last.end, end)

    def _signed(self, at: int, end: int) -> int:
        """Past the sign that belongs to the last figure, such as a percentage's."""
        blank = at < end and self.text[at] in " \u00a0\u202f"
        sign = at + 1 if blank else at
        if sign < end and self.text[sign] in "%€$£°":
            return sign + 1
        return at

    def atoms(self, start: int, end: int) -> list[tuple[int, int]]:
        """The items of a list within a segment."""
        return self._cut(_SOFT, start, end)

    def small(self, start: int, end: int, joints: Phrases) -> list[tuple[int, int]]:
        """The parts of a long item: at colons, then before words that join clauses."""
        found: list[tuple[int, int]] = []
        for first, last in self._cut(_SOFTER, start, end):
            words = self.within(first, last)
            keys = said(words)
            at = first
            for index in range(1, len(words)):
                if joints.at(keys, index) and words[index].start > at:
                    found.append(self.trimmed(at, words[index].start))
                    at = words[index].start
            found.append(self.trimmed(at, last))
        return [stretch for stretch in found if stretch[0] < stretch[1]]

    def _cut(self, pattern: re.Pattern[str], start: int, end: int) -> list[tuple[int, int]]:
        stretches = [
            self.trimmed(first, last) for first, last, _ in _between(pattern, self.text, start, end)
        ]
        return [stretch for stretch in stretches if stretch[0] < stretch[1]]

    def shortened(self, start: int, end: int) -> tuple[int, int]:
        """The beginning of a stretch that is too long, up to a whole word."""
        fitting = self.within(start, min(end, start + LONGEST + 1))
        while fitting and fitting[-1].end > start + LONGEST:
            fitting.pop()
        return (start, fitting[-1].end) if fitting else (start, start)


def _between(
    pattern: re.Pattern[str], text: str, start: int, end: int
) -> Iterator[tuple[int, int, str]]:
    """What stands between matches, each with the match that ends it."""
    at = start
    for found in pattern.finditer(text, start, end):
        yield at, found.start(), found.group()
        at = found.end()
    yield at, end, ""


def runs(parts: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Every run of parts, as first and last, that is not too long."""
    for first in range(len(parts)):
        for last in range(first, len(parts)):
            if parts[last][1] - parts[first][0] > LONGEST:
                break
            yield first, last
