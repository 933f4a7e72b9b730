"""What the fields of a template stand for, told by the words that name them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import process
from rapidfuzz.distance import OSA

from followup_kit.data import shipped_yaml
from followup_kit.models.base import LANGUAGES
from followup_kit.models.template import TemplateBook
from followup_kit.words import fold

GAP = "gap"
UNKNOWN = "unknown"
MARK = "mark"
"""The kinds of a field that says nothing of what belongs there, for people and for programs, and of
one that holds a mark of a program's own."""

_SHORTEST = 5
"""Letters of a word below which one letter more or less makes another word."""
_ORDINARY = ("common_words", "generic_nouns", "vague_topics", "work_people", "job_nouns")
"""Lists of words that are no slips: a ``contract`` is no ``contact``, a ``prize`` no ``price``."""
_ENDINGS = re.compile(r"(?<=\w{4})[esx]+\b")
"""Of plurals and French feminines: "evoquees" and "evoque" name the same thing."""
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_WORD = re.compile(r"[^\W\d_]+")


def name_words(name: str) -> tuple[str, ...]:
    """The words of a field's name, folded: ``user.firstName`` and "User first name" are alike."""
    return tuple(fold(word) for word in _WORD.findall(_CAMEL.sub(" ", name)))


@dataclass(frozen=True)
class FieldNames:
    """Kinds of fields with the phrases that name them, in the order they are tried.

    Attributes:
        small: words that may stand beside those that name a field.
        ordinary: words that are no slip of another.
    """

    book: TemplateBook
    phrases: tuple[tuple[str, tuple[str, ...]], ...]
    small: frozenset[str]
    ordinary: frozenset[str]

    @cached_property
    def stems(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The same with their words cut to stems."""
        return tuple((name, tuple(map(_stems, phrases))) for name, phrases in self.phrases)

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word that names a field which a program fills in."""
        fields = self.book.fields
        named = (phrases for name, phrases in self.phrases if fields[name].dimension is None)
        phrases = (phrase for of_kind in named for phrase in of_kind)
        return frozenset(word for phrase in phrases for word in phrase.split())

    @cached_property
    def _clauses(self) -> tuple[str, ...]:
        """Stems of words that open a clause."""
        return tuple(_stems(words) for lang in LANGUAGES for words in self.book.clauses[lang])

    @cached_property
    def _known(self) -> dict[tuple[str, ...], tuple[str, ...]]:
        """What was found out already: a library has the same names over and over."""
        return {}

    def kinds(self, words: Sequence[str]) -> tuple[str, ...]:
        """The kinds a field may be of: one that a database fills, or slots; none when unknown.

        Args:
            words: the words that name it, see :func:`name_words`.
        """
        key = tuple(words)
        if key not in self._known:
            self._known[key] = self._kinds(key)
        return self._known[key]

    def _kinds(self, words: tuple[str, ...]) -> tuple[str, ...]:
        said = f" {_stems(' '.join(words))} "
        telling = sum(word not in self.small for word in words)
        described = any(f" {clause} " in said for clause in self._clauses)
        slots: list[str] = []
        held: tuple[str, ...] = ()
        for name, phrases in self.stems:
            kind = self.book.fields[name]
            if kind.at_most is not None and (slots or described or telling > kind.at_most):
                continue
            if any(f" {phrase} " in said for phrase in phrases):
                if kind.dimension is not None:
                    slots.append(name)
                elif held or not kind.yields:
                    return held or (name,)
                else:
                    held = (name,)
        return tuple(slots) or held

    def slots(self, words: Sequence[str]) -> tuple[str, ...]:
        """The kinds of slots that words speak of, whatever else they name."""
        said = f" {_stems(' '.join(words))} "
        return tuple(
            name
            for name, phrases in self.stems
            if self.book.fields[name].dimension is not None
            and any(f" {phrase} " in said for phrase in phrases)
        )


def _stems(words: str) -> str:
    """Words without the endings that number and gender give them."""
    return _ENDINGS.sub("", words)


def slip_of(word: str, known: frozenset[str], most: int) -> str | None:
    """The known word that a word is a slip of the pen of; nothing for a known one.

    Args:
        word: folded.
        known: words that are meant, folded.
        most: letters wrong, doubled, left out, put in or changed about.
    """
    if word in known or len(word) < _SHORTEST:
        return None
    others = sorted(other for other in known if len(other) >= _SHORTEST and other[0] == word[0])
    near = process.extractOne(word, others, scorer=OSA.distance, score_cutoff=most)
    if near is None or word.rstrip("s") == near[0].rstrip("s"):
        return None
    return str(near[0])


def field_names(book: TemplateBook) -> FieldNames:
    """Make the phrases of a book ready; those of both languages name fields of either."""
    phrases = tuple(
        (
            name,
            tuple(" ".join(name_words(p)) for lang in LANGUAGES for p in kind.stand(lang).words),
        )
        for name, kind in book.fields.items()
    )
    listed = shipped_yaml("lexicon/placeholder_words.yaml")
    small = frozenset(
        fold(word) for lang in LANGUAGES for word in (*listed[lang]["fillers"], *book.titles[lang])
    )
    lists = (shipped_yaml(f"lexicon/{name}.yaml") for name in _ORDINARY)
    ordinary = frozenset(fold(w) for words in lists for lang in LANGUAGES for w in words[lang])
    own = frozenset(word for _, named in phrases for phrase in named for word in phrase.split())
    return FieldNames(book, phrases, small, ordinary | own | frozenset(book.no_slips))
