"""Whether words look like the name of a person, a firm or an addressee."""

import re
from collections.abc import Sequence

from followup_kit.reading.letterforms import LetterForms
from followup_kit.reading.lines import Token, words_of

_PARTICLES = frozenset(
    "de d la le du des van von der den da di al el bin ibn y e et and of".split()  # noqa: SIM905
)
_STANDS_FOR_A_NAME = re.compile(r"[-–—\s]*[\[{<%*$(_X][^\n]{0,60}[\]}>%*)_X]\W*")
_ENDS_LIKE_PROSE = re.compile(r"[.?!:;…]\W*$")
_ENDS_IN_INITIAL = re.compile(
    r"(?:^|[\s.-])[^\W\d_]\.$|(?i:\b(?:ing|jr|sr|ph\.?d|m\.?d|esq|ltd|inc|co|dr)\.)$"
)
_WHERE_A_NAME_STOPS = re.compile(r"[,(|/•·:–—]|\s-\s")
_LONGEST_NAME = 80
_MOST_NAMES = 5
_LETTERS_OF_PRONOUN = 3
"""Shorter ones are names too (Ma, Te)."""

_MOST_LOWER_NAMES = 2
"""In a message typed without any capital."""


def is_capitalised(text: str, word: Token) -> bool:
    """Whether the word starts with a capital letter."""
    return text[word.start].isupper()


def is_person(text: str, words: Sequence[Token], forms: LetterForms) -> bool:
    """Whether all words could make one name: capitals, with particles between.

    In a message typed without capitals one or two words will do.
    """
    if not 0 < len(words) <= _MOST_NAMES:
        return False
    capitals = is_capitalised(text, words[0])
    if not capitals and (len(words) > _MOST_LOWER_NAMES or not text.islower()):
        return False
    initial = text[words[0].end : words[0].end + 1] in (".", "-") and len(words[0].key) == 1
    if words[0].key in forms.not_names and not initial:
        return False
    if any(word.key in forms.persons and len(word.key) >= _LETTERS_OF_PRONOUN for word in words):
        return False
    return not capitals or all(
        is_capitalised(text, word) or word.key in _PARTICLES for word in words
    )


def is_name_line(text: str, start: int, end: int, forms: LetterForms) -> bool:
    """Whether a line reads as the name below a letter: ``– Marcus``, ``R. Bélisle, ing.``."""
    if end - start > _LONGEST_NAME:
        return False
    line = text[start:end]
    if _STANDS_FOR_A_NAME.fullmatch(line):
        return True
    if _ENDS_LIKE_PROSE.search(line) and not _ENDS_IN_INITIAL.search(line):
        return False
    lead = len(line) - len(line.lstrip("-–—~/ \u00a0\u202f"))
    stop = _WHERE_A_NAME_STOPS.search(line, lead)
    words = words_of(text, start + lead, start + stop.start() if stop else end)
    words = words[forms.signature_openings.match(words) :]
    return is_person(text, words, forms)
