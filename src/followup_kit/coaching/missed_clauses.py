"""Telegraphic notes, or the sentences of a posting, cut into clauses that a person would know."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from followup_kit.coaching.missed_phrases import Phrases, said
from followup_kit.detecting.particulars import Source
from followup_kit.models.base import Language
from followup_kit.parsing.sentences import split
from followup_kit.words import Word, split_words

LONGEST = 70
"""Characters of a clause; about what is taken in at a glance."""
SPOKEN = 3
"""Words from which what stands between quotation marks is what somebody said."""

_QUOTED = re.compile(r"«[^«»\r\n]{6,200}»|“[^“”\r\n]{6,200}”|(?<!\w)\"[^\"\r\n]{6,200}\"")
_HARD = (
    r"[;•|\r\n\v\f\x85\u2028\u2029{}\[\]]|(?<![^\W\d_])\(|\)"  # motivé(e) is one word
    r"|(?:→|⇒|=+>|-+>|>>)(?!\s*[~≈<>]?\d)|(?<=[^\d\s]\s)[-–—]+(?=\s)|(?<=\s)[-–—]+(?=\s[^\d\s])|(?<![\d\s])—|(?<=\s)/(?=\s)"
    r"|[!?…]++(?=\s)|(?:(?<=[\d/][a-zé])|(?<=\d\s[a-zé]))\.(?=\s)"
)
_SOFT = re.compile(r",(?=\s)|(?<=\s)\+(?=\s)")
_SOFTER = re.compile(r",(?=\s)|(?<=\s)[+=](?=\s)|:(?=\s)")
_APART = (",", ".", ":")
_TIES = frozenset(("(", ")", "→", "⇒", "=>", "->", "-->", ">>"))
_PAIRS = {"‘": "’", "'": "'", "«": "»", "“": "”", '"': '"'}
_LINE = re.compile(r"\r\n|[\r\n\v\f\x85\u2028\u2029]")


Stretch = tuple[int, int]


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
        tie: the bracket or the arrow that ties it to what stands before.
    """

    start: int
    end: int
    sentence: int
    line: int
    asks: bool
    spoken: bool
    tie: str = ""


class Text:
    """Notes or posting, with the words they are made of."""

    def __init__(
        self, source: Source, text: str, language: Language, ending: Iterable[str] = ()
    ) -> None:
        self.source = source
        self.text = text
        self.language = language
        self.words = split_words(text, language)
        self.sentences = [*self._sentences()]
        self._starts = [word.start for word in self.words]
        # Notes put a point behind a short form mostly to end an item: « livré en oct. 34 pers ».
        named = "|".join(rf"(?<=\b{re.escape(month)})" for month in sorted(ending)) or "(?!)"
        self._stops = re.compile(rf"{_HARD}|(?i:{named})\.(?=\s(?!(?:19|20)\d\d))")
        self._lines = [found.start() for found in _LINE.finditer(text.rstrip())]

    def _sentences(self) -> Iterator[Stretch]:
        """Sentences of a posting; of notes, those of each line: none is only wrapped."""
        if self.source == "posting":
            yield from split(self.text, 0, len(self.text), self.language)
            return
        for start, end, _ in _between(_LINE, self.text, 0, len(self.text)):
            yield from split(self.text, start, end, self.language)

    @property
    def parted(self) -> bool:
        """Whether it is more than one sentence."""
        return len(self.sentences) > 1

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
        for number, (start, end) in enumerate(self.sentences):
            line = bisect_left(self._lines, start)
            at = start
            for first, last in self._spoken(start, end):
                yield from self._parted(at, first, number, line)
                yield Segment(*self._inner(first, last), number, line, asks=False, spoken=True)
                at = last
            yield from self._parted(at, end, number, line)

    def _parted(self, start: int, end: int, number: int, line: int) -> Iterator[Segment]:
        before = ""
        for whole, stop, mark in _between(self._stops, self.text, start, end):
            first, last = self.trimmed(whole, stop)
            if first < last:
                tail = mark or self.text[last:stop].strip()
                tie = before if self.text[whole:first].strip()[:1] not in _APART else ""
                asks = "?" in tail[:3]
                yield Segment(first, last, number, line, asks=asks, spoken=False, tie=tie)
            before = mark if mark in _TIES else ""

    def _spoken(self, start: int, end: int) -> Iterator[Stretch]:
        """What somebody said: several words between quotation marks."""
        for found in _QUOTED.finditer(self.text, start, end):
            if len(self.within(*found.span())) >= SPOKEN:
                yield found.span()

    def _inner(self, start: int, end: int) -> Stretch:
        return self.trimmed(start + 1, end - 1)

    def trimmed(self, start: int, end: int) -> Stretch:
        """A stretch without blanks and signs at its edges; signs of a figure stay."""
        words = self.within(start, end)
        if not words:
            return start, start
        first, last = words[0], words[-1]
        opening, closing = first.start, self._signed(last.end, end)
        before = self.text[start:opening].rstrip()[-1:]
        if before in _PAIRS and _PAIRS[before] in self.text[opening:closing]:
            opening = self.text.rindex(before, start, opening)
        elif first.number and opening > start and self.text[opening - 1] in "<>~€$£±+-−":
            opening -= 1
        after = self.text[closing : min(closing + 2, end)].lstrip()[:1]
        if after in _PAIRS.values() and _opened(after, self.text[opening:closing]):
            closing = self.text.index(after, closing, end) + 1
        return opening, closing

    def _signed(self, at: int, end: int) -> int:
        """Past the sign that belongs to the last figure, such as a percentage's."""
        blank = at < end and self.text[at] in " \u00a0\u202f"
        sign = at + 1 if blank else at
        if sign < end and self.text[sign] in "%€$£°":
            return sign + 1
        return at

    def atoms(self, start: int, end: int) -> list[Stretch]:
        """The items of a list within a segment."""
        return self._cut(_SOFT, start, end)

    def small(self, start: int, end: int, joints: Phrases) -> list[Stretch]:
        """The parts of a long item: at colons, then before words that join clauses."""
        found: list[Stretch] = []
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

    def _cut(self, pattern: re.Pattern[str], start: int, end: int) -> list[Stretch]:
        stretches = [
            self.trimmed(first, last) for first, last, _ in _between(pattern, self.text, start, end)
        ]
        return [stretch for stretch in stretches if stretch[0] < stretch[1]]

    def shortened(self, start: int, end: int) -> Stretch:
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


def _opened(closing: str, text: str) -> bool:
    """Whether a quotation that ``closing`` ends begins in ``text`` and does not end there."""
    opening = next(one for one, other in _PAIRS.items() if other == closing)
    if opening == closing:
        return text.count(closing) % 2 == 1
    return text.rfind(opening) > text.rfind(closing)


def runs(parts: Sequence[Stretch]) -> Iterator[Stretch]:
    """Every run of parts, as first and last, that is not too long."""
    for first in range(len(parts)):
        for last in range(first, len(parts)):
            if parts[last][1] - parts[first][0] > LONGEST:
                break
            yield first, last
