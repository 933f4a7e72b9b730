"""Words of a text, the same for messages, notes and the patterns of rules.

A word is what rules count in: elided and contracted parts stand alone (``l'|enjeu``,
``do|n't``), hyphens part words (``rendez|vous``, ``twenty|two``), figures keep their thousands
(``4 600``), inclusive endings belong to their word (``candidat·e·s``). Punctuation is no word.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from followup_kit.lettering import lettered
from followup_kit.models.base import Language

_LETTER = r"[^\W\d_]"
_MARK = "\u0300-\u036f"
_ENDING = r"(?:e|es|s|ne|nes|le|les|lle|lles|trice|trices|rice|rices|euse|euses|se|ses|ve|ves|x)"
_INCLUSIVE = rf"(?:(?:[·•‧]{_ENDING})+|(?:\.{_ENDING}){{1,2}}(?![^\W_])|\({_ENDING}\)s?)?"
_NUMBER = (
    r"\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+(?!\d)|\d{1,3}(?:[.,'’]\d{3})+(?!\d)|\d+(?:[.,]\d+)?"
)
_ELIDED = rf"(?:[cdjlmnsty]|qu|jusqu|lorsqu|puisqu|quoiqu|quelqu|presqu)['’ʼ](?={_LETTER}|\Z)"
_FRENCH = rf"(?i:{_ELIDED})|{_LETTER}(?:{_LETTER}|[{_MARK}])*{_INCLUSIVE}|{_NUMBER}"
_CONTRACTED = r"(?i:['’ʼ](?:s|m|re|ve|ll|d)(?![^\W_]))"
_ENGLISH = (
    rf"{_LETTER}(?:(?!(?i:n['’ʼ]t(?![^\W_])))(?:{_LETTER}|[{_MARK}]))*(?=(?i:n['’ʼ]t(?![^\W_])))"
    rf"|(?i:n['’ʼ]t(?![^\W_]))|{_CONTRACTED}|{_LETTER}(?:{_LETTER}|[{_MARK}])*|{_NUMBER}"
)
_SPLITTERS: dict[Language, re.Pattern[str]] = {
    "en": re.compile(_ENGLISH),
    "fr": re.compile(_FRENCH),
}
_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "‘": "'", "œ": "oe", "æ": "ae", "ß": "ss"})
_INCLUSIVE_TAIL = re.compile(r"[·•‧.(].*$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Word:
    """One word: its offsets in the text it was split from, and the key that rules compare."""

    start: int
    end: int
    text: str
    key: str
    number: bool


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Lower-case, without accents, with one kind of apostrophe: ``Évoqué`` is ``evoque``."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFD", text.lower().translate(_APOSTROPHES))
    return "".join(char for char in plain if not unicodedata.combining(char))


def split_words(
    text: str, language: Language, start: int = 0, end: int | None = None
) -> list[Word]:
    """Split ``text[start:end]`` into words; offsets count from the start of ``text``."""
    stop = len(text) if end is None else end
    found = _SPLITTERS[language].finditer(lettered(text), start, stop)
    return [_word(match, text[match.start() : match.end()]) for match in found]


def _word(match: re.Match[str], written: str) -> Word:
    text = match.group()
    number = text[0].isdigit()
    bare = text if number else _INCLUSIVE_TAIL.sub("", text)
    return Word(match.start(), match.end(), written, fold(bare), number)
