"""The language of a text: by its little words where they are clear, else by its letters."""

import re
from dataclasses import dataclass
from functools import cache

from followup_kit.data import shipped_yaml
from followup_kit.models.base import LANGUAGES, Frozen, Language
from followup_kit.words import split_words

ENOUGH = 400
"""Characters that are looked at; a message does not change its language after them."""
TELLING = 2
"""Words of one language only, from which a text is clear when the other has a third or less."""
USUAL_SHARE, HIGH_SHARE, LOW_SHARE = 0.3, 0.5, 0.15
"""Part of the words that are frequent in a language: real text has 0.3 and more of its own, and
under 0.15 of another; 0.5 is a text of little words."""
SURE_OF_LETTERS = 0.95
"""Confidence from which letters alone may say English or French, without any little word."""

_ADDRESS = re.compile(r"\S+@\S+|\b(?:https?://|www\.)\S+")


class LanguageGuess(Frozen):
    """What language a text seems to be in.

    Attributes:
        language: ISO 639-1 code, or ``und`` when there is nothing to judge by.
        confidence: 0 to 1.
        supported: whether the kit judges messages in it.
    """

    language: str
    confidence: float
    supported: bool


@dataclass(frozen=True, slots=True)
class _Traces:
    """How much of a language a text shows.

    Attributes:
        share: part of the words that are frequent in the language.
        telling: how many words are frequent in it and in no neighbour.
    """

    language: Language
    share: float
    telling: int

    @property
    def rank(self) -> tuple[int, float]:
        return self.telling, self.share


def detect_language(text: str) -> LanguageGuess:
    """Guess the language of a text; the same text always gives the same guess."""
    sample = _ADDRESS.sub(" ", text[:ENOUGH])
    traces = [_traces(sample, language) for language in LANGUAGES]
    other, best = sorted(traces, key=lambda found: found.rank)
    enough = best.telling >= TELLING and best.share >= USUAL_SHARE
    clear = enough and best.telling >= 3 * other.telling
    code, confidence = ("", 0.0) if clear else _by_letters(sample)
    # Short French looks Catalan or Danish to the letters; its little words know better.
    if clear or (code not in LANGUAGES and best.telling and best.share >= HIGH_SHARE):
        code, confidence = best.language, _odds(best.telling, other.telling)
    elif code in LANGUAGES and confidence < SURE_OF_LETTERS and best.rank < (1, LOW_SHARE):
        code, confidence = "und", 0.0
    return LanguageGuess(
        language=code, confidence=round(confidence, 2), supported=code in LANGUAGES
    )


def _traces(text: str, language: Language) -> _Traces:
    keys = [word.key for word in split_words(text, language)]
    telling = sum(key in _words("telltale_words", language) for key in keys)
    frequent = sum(key in _words("function_words", language) for key in keys)
    return _Traces(language, frequent / max(len(keys), 1), telling)


def _odds(telling: int, other: int) -> float:
    """Confidence in a language that is told by so many words, and the other by so many."""
    return telling**2 / (telling**2 + other**2 + 0.5)


def _by_letters(text: str) -> tuple[str, float]:
    from followup_kit.parsing.letters import by_letters  # noqa: PLC0415  (few texts need it)

    return by_letters(text)


@cache
def _words(name: str, language: Language) -> frozenset[str]:
    """Keys of a list of the lexicon; telltale words are frequent words too."""
    words = shipped_yaml(f"lexicon/{name}.yaml")[language]
    if name == "function_words":
        words = [*words, *shipped_yaml("lexicon/telltale_words.yaml")[language]]
    return frozenset(words)
