"""Whether a line or sentence closes a letter, and where a name that follows in it starts."""

from dataclasses import dataclass
from typing import Literal

from followup_kit.reading.letterforms import LetterForms
from followup_kit.reading.lines import Token, words_of
from followup_kit.reading.names import is_person

LONGEST_CLOSING = 160
"""Characters of a closing line; formulas are longer and looked for by their own words."""

_WORDS_AFTER_CLOSING = 8
"""\"Bonne semaine à vous deux\" has three; more words tell something of their own."""
_WORDS_OF_PARTING = 8
_WORDS_OF_PARTING_SENTENCE = 5
_WORDS_OF_THANKS = 6
_WORDS_OF_THANKS_SENTENCE = 2
_WORDS_BY_FORM = 8
_WORDS_BEFORE_FORMULA = 3

_LINKS = frozenset({"et", "and", "je", "i", "nous", "we"})
"""Words before a formula that belong to it: "… et je | vous adresse mes salutations"."""

Strength = Literal["sure", "likely", "form"]


@dataclass(frozen=True, slots=True)
class Closing:
    """A closing.

    Attributes:
        strength: ``sure`` by its words; ``likely`` when a name or the end follows; ``form`` when
            only the comma at its end speaks for it.
        end: one past its last character; what follows on the line is a name.
    """

    strength: Strength
    end: int


def read_closing(text: str, start: int, end: int, forms: LetterForms) -> Closing | None:
    """Read a line or sentence as a closing; None when it is none."""
    if end - start > LONGEST_CLOSING:
        return None
    words = words_of(text, start, end)
    if not words:
        return None
    return (
        _by_closing_words(text, words, end, forms)
        or _by_parting(text, words, end, forms)
        or _by_thanks(text, words, end, forms)
        or _by_form(text, words, end)
    )


def find_formula(text: str, start: int, end: int, forms: LetterForms) -> int | None:
    """Where a formula of ceremony starts in a sentence; None without one.

    What leads up to it ("Dans l'attente de votre retour, je vous prie…") belongs to it; a clause
    that says something of its own does not.
    """
    words = words_of(text, start, end)
    at = forms.formulas.find(words)
    if at is None:
        return None
    if at <= _WORDS_BEFORE_FORMULA or forms.formula_openings.match(words):
        return start
    while words[at - 1].key in _LINKS:
        at -= 1
    return words[at].start


def _by_closing_words(
    text: str, words: list[Token], end: int, forms: LetterForms
) -> Closing | None:
    count = forms.closings.match(words)
    if count:
        name = _name_start(text, words, count, end, forms)
        if name is not None:
            return Closing("sure", name)
        if len(words) - count <= _WORDS_AFTER_CLOSING:
            return Closing("sure", end)
    count = forms.closings_alone.match(words)
    if count == len(words) > 0:
        return Closing("sure", end)
    name = _name_start(text, words, count, end, forms) if count else None
    return None if name is None else Closing("sure", name)


def _by_parting(text: str, words: list[Token], end: int, forms: LetterForms) -> Closing | None:
    count = forms.partings.match(words)
    if not count:
        return None
    name = _name_start(text, words, count, end, forms)
    if name is not None and "," in text[words[count - 1].end : name]:
        return Closing("sure", name)
    stopped = text[end - 1] in ".!?"
    allowed = _WORDS_OF_PARTING_SENTENCE if stopped else _WORDS_OF_PARTING
    return Closing("likely", end) if len(words) <= allowed else None


def _by_thanks(text: str, words: list[Token], end: int, forms: LetterForms) -> Closing | None:
    count = forms.thanks.match(words)
    if not count:
        return None
    name = _name_start(text, words, count, end, forms)
    if name is not None and "," in text[words[count - 1].end : name]:
        return Closing("likely", name)
    allowed = _WORDS_OF_THANKS_SENTENCE if text[end - 1] in ".?" else _WORDS_OF_THANKS
    return Closing("likely", end) if len(words) <= allowed else None


def _by_form(text: str, words: list[Token], end: int) -> Closing | None:
    return Closing("form", end) if text[end - 1] == "," and len(words) <= _WORDS_BY_FORM else None


def _name_start(
    text: str, words: list[Token], count: int, end: int, forms: LetterForms
) -> int | None:
    """Where the writer's name starts; a comma at the end of the line makes it the reader's."""
    if text[end - 1] in ",?!":
        return None
    for at in (count, _after_last_comma(text, words, end)):
        if at >= count and is_person(text, words[at:], forms):
            between = text[words[at - 1].end : words[at].start]
            return None if any(char in between for char in "([{") else words[at].start
    return None


def _after_last_comma(text: str, words: list[Token], end: int) -> int:
    """The index of the first word after the last comma; 0 without one."""
    comma = text.rfind(",", words[0].start, end)
    return 0 if comma < 0 else sum(word.start < comma for word in words)
