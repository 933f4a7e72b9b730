"""What is particular in a context: figures, names and rare words that a message may take up.

Weekdays, the reader, the company and the role are not particular: they survive any copy-paste.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

import snowballstemmer
from rapidfuzz import fuzz

from followup_kit.detecting.numbers import Figure, figures
from followup_kit.models.base import Language
from followup_kit.models.draft import Context
from followup_kit.rulebook.compiled import CompiledBook
from followup_kit.words import Word, split_words

Source = Literal["notes", "posting"]
WEIGHTS: Mapping[str, int] = {"figure": 2, "name": 2, "word": 1}
SMALL = 12
SHORTEST_WORD = 4
SHORTEST_FUZZY = 5
CLOSE = 86.0
"""Similarity (0 to 100) from which two words count as one, misspelt or cognate."""


@dataclass(frozen=True, slots=True)
class Particular:
    """One particular of the context.

    Attributes:
        key: what makes it one: a stem, a folded name, a value.
        text: as the context has it.
        kind: figure, name or word.
        source: the notes, or else the posting.
        line: the line or sentence of the context it stands in.
        stake: whether that line speaks of a problem, an aim, a risk or a deadline.
        small: whether it is a figure of at most twelve.
    """

    key: str
    text: str
    kind: Literal["figure", "name", "word"]
    source: Source
    line: str
    stake: bool = False
    small: bool = False

    @property
    def weight(self) -> int:
        """How particular it is: a small figure may come up anywhere."""
        return WEIGHTS["word" if self.small else self.kind]


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
        phrases: every run of one to four words of notes and posting.
    """

    lines: tuple[Line, ...]
    by_value: Mapping[float, Particular]
    by_stem: Mapping[str, Particular]
    names: Mapping[str, Particular]
    phrases: frozenset[tuple[str, ...]]

    def every(self) -> tuple[Particular, ...]:
        """Each once, names and figures first."""
        tables = (self.names, self.by_value, self.by_stem)
        unique = {id(item): item for table in tables for item in table.values()}
        return tuple(unique.values())

    def figure(self, values: Iterable[float]) -> Particular | None:
        """The figure of the context that has one of these values."""
        return next((self.by_value[value] for value in values if value in self.by_value), None)

    def word(self, key: str, language: Language) -> Particular | None:
        """The word of the context that ``key`` takes up: inflected, misspelt, or a cognate."""
        stem = stem_of(key, language)
        if stem in self.by_stem:
            return self.by_stem[stem]
        if len(key) < SHORTEST_FUZZY:
            return None
        return _closest(key, self.names) or _closest(stem, self.by_stem)


def particulars(
    context: Context,
    compiled: CompiledBook,
    usual: frozenset[str],
    administrative: frozenset[str],
) -> Particulars:
    """Collect what is particular in a context; notes come before the posting.

    Args:
        context: what is known of the conversation.
        compiled: the rules of the message's language.
        usual: keys that are never particular.
        administrative: keys that name the reader, the company or the role.
    """
    dates = compiled.union("weekdays", "months") | compiled.weekdays.keys()
    collector = _Collector(compiled, usual, administrative | dates, dates)
    if context.notes:
        collector.add("notes", context.notes)
    if context.posting:
        collector.add("posting", context.posting)
    return Particulars(
        lines=tuple(collector.lines),
        by_value=collector.by_value,
        by_stem=collector.by_stem,
        names=collector.names,
        phrases=frozenset(collector.phrases),
    )


class _Collector:
    """Gathers particulars; what is met first keeps its place."""

    def __init__(
        self,
        compiled: CompiledBook,
        usual: frozenset[str],
        passed: frozenset[str],
        dates: frozenset[str],
    ) -> None:
        self.compiled = compiled
        self.usual = usual
        self.passed = passed
        self.dates = dates
        self.stakes = compiled.union("stake_nouns", "stake_verbs", "necessity", "deadline_words")
        self.lines: list[Line] = []
        self.by_value: dict[float, Particular] = {}
        self.by_stem: dict[str, Particular] = {}
        self.names: dict[str, Particular] = {}
        self.phrases: set[tuple[str, ...]] = set()

    def add(self, source: Source, text: str) -> None:
        """Gather from one text, line by line (of a posting, sentence by sentence)."""
        for part in text.replace(". ", ".\n").splitlines():
            words = tuple(split_words(part, self.compiled.language))
            line = Line(source, part, words)
            stake = any(word.key in self.stakes for word in words)
            self.lines.append(line)
            self.phrases |= runs([word.key for word in words])
            self._figures(line, stake=stake)
            for index, word in enumerate(words):
                self._word(line, word, opens=index == 0, stake=stake)

    def _figures(self, line: Line, *, stake: bool) -> None:
        number_words = self.compiled.keys("number_words")
        for figure in figures(line.words, self.compiled.language, number_words):
            if self._is_date(line, figure):
                continue
            shown = line.text[line.words[figure.first].start : line.words[figure.end - 1].end]
            small = max(figure.values) <= SMALL
            item = Particular(shown, shown, "figure", line.source, line.text, stake, small)
            for value in figure.values:
                self.by_value.setdefault(value, item)

    def _is_date(self, line: Line, figure: Figure) -> bool:
        """Whether a figure stands beside a day, a month or a slash: « mar. 14 », "12/3"."""
        words = line.words
        before, after = words[figure.first - 1 : figure.first], words[figure.end : figure.end + 1]
        named = any(word.key in self.dates for word in (*before, *after))
        start, end = words[figure.first].start, words[figure.end - 1].end
        slashed = line.text[max(start - 1, 0) : start] == "/" or line.text[end : end + 1] == "/"
        return named or (slashed and words[figure.first].number)

    def _word(self, line: Line, word: Word, *, opens: bool, stake: bool) -> None:
        if word.number or word.key in self.usual or word.key in self.passed:
            return
        named = line.text[word.end : word.end + 1] == ":" or len(word.key) < SHORTEST_WORD
        if is_capitalised(word) and (named or not opens):
            item = Particular(word.key, word.text, "name", line.source, line.text, stake)
            self.names.setdefault(word.key, item)
        elif len(word.key) >= SHORTEST_WORD:
            stem = stem_of(word.key, self.compiled.language)
            item = Particular(stem, word.text, "word", line.source, line.text, stake)
            self.by_stem.setdefault(stem, item)


RUN = 4
"""Words in a row that make a copy rather than a coincidence."""


def runs(keys: list[str]) -> frozenset[tuple[str, ...]]:
    """Every run of one to four words."""
    return frozenset(
        tuple(keys[at : at + length])
        for length in range(1, RUN + 1)
        for at in range(len(keys) - length + 1)
    )


def is_capitalised(word: Word) -> bool:
    """Whether a word is written as a name: a capital, then something else than capitals only."""
    return word.text[:1].isupper() and len(word.text) > 1


@lru_cache(maxsize=65536)
def stem_of(key: str, language: Language) -> str:
    """The stem of a folded word: ``migrations``, ``migrer`` and ``migrated`` share one."""
    return str(_stemmer(language).stemWord(key))


@lru_cache(maxsize=2)
def _stemmer(language: Language) -> Any:
    return snowballstemmer.stemmer("english" if language == "en" else "french")


def _closest(key: str, table: Mapping[str, Particular]) -> Particular | None:
    """An entry nearly spelled like ``key``: a typo, or the same word in the other language."""
    best = max(
        (other for other in table if len(other) >= SHORTEST_FUZZY and other[0] == key[0]),
        key=lambda other: fuzz.ratio(other, key),
        default=None,
    )
    return table[best] if best and fuzz.ratio(best, key) >= CLOSE else None
