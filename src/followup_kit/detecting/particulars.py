"""What is particular in a context: figures, names and rare words that a message may take up.

Weekdays, the reader, the company and the role are not particular: they survive any copy-paste.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import snowballstemmer
from rapidfuzz import fuzz

from followup_kit.detecting.numbers import figures
from followup_kit.models.base import Language
from followup_kit.models.draft import Context
from followup_kit.rulebook.compiled import CompiledBook
from followup_kit.words import Word, fold, split_words

Source = Literal["notes", "posting"]
WEIGHTS: Mapping[str, int] = {"figure": 2, "name": 2, "word": 1}
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
    """

    key: str
    text: str
    kind: Literal["figure", "name", "word"]
    source: Source
    line: str

    @property
    def weight(self) -> int:
        """How particular it is."""
        return WEIGHTS[self.kind]


@dataclass(frozen=True)
class Particulars:
    """All particulars of a context, ready to be looked up."""

    by_value: Mapping[float, Particular]
    by_stem: Mapping[str, Particular]
    names: Mapping[str, Particular]
    phrases: Mapping[Source, frozenset[tuple[str, ...]]]

    def every(self) -> tuple[Particular, ...]:
        """Each once, names and figures first."""
        unique = {
            id(item): item
            for group in (self.names, self.by_value, self.by_stem)
            for item in group.values()
        }
        return tuple(unique.values())

    def figure(self, values: Iterable[float]) -> Particular | None:
        """The figure of the context that has one of these values."""
        return next((self.by_value[value] for value in values if value in self.by_value), None)

    def word(self, key: str, language: Language) -> Particular | None:
        """The name or word of the context that ``key`` takes up, inflected or misspelt."""
        if key in self.names:
            return self.names[key]
        stem = stem_of(key, language)
        if stem in self.by_stem:
            return self.by_stem[stem]
        if len(key) < SHORTEST_FUZZY:
            return None
        return _closest(key, self.names) or _closest(stem, self.by_stem)


def particulars(context: Context, compiled: CompiledBook, ordinary: frozenset[str]) -> Particulars:
    """Collect what is particular in a context; notes come before the posting.

    Args:
        context: what is known of the conversation.
        compiled: the rules of the message's language.
        ordinary: keys that are never particular.
    """
    by_value: dict[float, Particular] = {}
    by_stem: dict[str, Particular] = {}
    names: dict[str, Particular] = {}
    phrases: dict[Source, frozenset[tuple[str, ...]]] = {}
    language = compiled.language
    administrative = _administrative(context, compiled)
    texts: tuple[tuple[Source, str | None], ...] = (
        ("notes", context.notes),
        ("posting", context.posting),
    )
    for source, text in texts:
        phrases[source] = frozenset()
        for line, words in _lines(text or "", language):
            phrases[source] |= runs([word.key for word in words])
            for figure in figures(words, language, compiled.keys("number_words")):
                shown = line[words[figure.first].start : words[figure.end - 1].end]
                for value in figure.values:
                    item = Particular(str(value), shown, "figure", source, line)
                    by_value.setdefault(value, item)
            for index, word in enumerate(words):
                if word.number or word.key in administrative or word.key in ordinary:
                    continue
                if is_capitalised(word) and index > 0:
                    names.setdefault(
                        word.key, Particular(word.key, word.text, "name", source, line)
                    )
                elif len(word.key) >= SHORTEST_WORD:
                    stem = stem_of(word.key, language)
                    item = Particular(stem, word.text, "word", source, line)
                    by_stem.setdefault(stem, item)
    return Particulars(by_value, by_stem, names, phrases)


RUN = 4
"""Words in a row that make a copy rather than a coincidence."""


def runs(keys: list[str]) -> frozenset[tuple[str, ...]]:
    """Every run of four words."""
    return frozenset(tuple(keys[at : at + RUN]) for at in range(len(keys) - RUN + 1))


def is_capitalised(word: Word) -> bool:
    """Whether a word is written as a name: a capital, then something else than capitals only."""
    return word.text[:1].isupper() and (len(word.text) > 1)


@lru_cache(maxsize=65536)
def stem_of(key: str, language: Language) -> str:
    """The stem of a folded word: ``migrations``, ``migrer`` and ``migrated`` share one."""
    return _stemmer(language).stemWord(key)


@lru_cache(maxsize=2)
def _stemmer(language: Language) -> "snowballstemmer.stemmer":
    return snowballstemmer.stemmer("english" if language == "en" else "french")


def _lines(text: str, language: Language) -> Iterable[tuple[str, list[Word]]]:
    """Lines of notes, or sentences of a posting, with their words."""
    for line in text.replace(". ", ".\n").splitlines():
        if line.strip():
            yield line, split_words(line, language)


def _administrative(context: Context, compiled: CompiledBook) -> frozenset[str]:
    """Words that name the reader, the company, the role, a day or a month."""
    known = " ".join(filter(None, (context.recipient, context.company, context.role)))
    words = {word.key for word in split_words(known, compiled.language)}
    return frozenset(words) | compiled.keys("weekdays") | compiled.keys("months")


def _closest(key: str, table: Mapping[str, Particular]) -> Particular | None:
    """An entry that is nearly spelled like ``key``: a typo, or the same word in the other language."""
    best = max(
        (other for other in table if len(other) >= SHORTEST_FUZZY and other[0] == key[0]),
        key=lambda other: fuzz.ratio(other, key),
        default=None,
    )
    return table[best] if best and fuzz.ratio(best, key) >= CLOSE else None


__all__ = ["Particular", "Particulars", "fold", "is_capitalised", "particulars", "runs", "stem_of"]
