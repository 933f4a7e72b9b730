"""Figures of a text, however written: ``11``, ``eleven``, ``4 600``, ``11.4m``, ``3/4``."""

import re
from collections.abc import Sequence

from text_to_num import text2num

from followup_kit.detecting.figure import Figure, NumberLike, glued, share_of
from followup_kit.detecting.number_names import (
    ARTICLES,
    COLLECTIVES,
    HALVES,
    ORDINAL_TAILS,
    ORDINALS,
    PARTS,
    SCALES,
    TERM_LETTERS,
    TERM_NAMES,
)
from followup_kit.detecting.number_units import with_shares, with_unit
from followup_kit.models.base import Language

_THOUSANDS = re.compile(r"^\d{1,3}(?:[ \u00a0\u202f\u2009.,'’]\d{3})+$")
_LONGEST_RUN = 8
_LARGEST_PART = 12
_HOURS = 24
_MINUTES = 60
_NOON = 12


def figures(
    words: Sequence[NumberLike],
    language: Language,
    number_words: frozenset[str],
    text: str = "",
    base: int = 0,
) -> list[Figure]:
    """Find every figure, in digits or in words.

    Args:
        words: the words of one sentence or line.
        language: whose number words to read.
        number_words: keys of the words that numbers are spelled with.
        text: what the words were split from, to see signs such as ``%``; words start at ``base``.
        base: what to take from the offsets of the words to find them in ``text``.
    """
    found: list[Figure] = []
    at = 0
    while at < len(words):
        figure = _at(words, at, language, number_words)
        if figure is None:
            at += 1
            continue
        figure = with_unit(figure, words, text, base)
        found.append(figure)
        at = figure.end
    return with_shares(found, words, text, base)


def value_of(text: str) -> float:
    """The value of a figure in digits: ``4 600`` is 4600, ``1,9`` is 1.9, ``2.100`` is 2100."""
    if _THOUSANDS.match(text):
        return float(re.sub(r"\D", "", text))
    return float(text.replace(",", "."))


def _at(
    words: Sequence[NumberLike], at: int, language: Language, number_words: frozenset[str]
) -> Figure | None:
    """The figure that begins at a word, if one does."""
    word = words[at]
    if word.number:
        return _digits(words, at)
    key = word.key
    if key in TERM_LETTERS and glued(words, at) and words[at + 1].key in ("1", "2", "3", "4"):
        mark = f"{TERM_LETTERS[key]} {words[at + 1].key}"
        return Figure(at, at + 2, frozenset(), frozenset({mark}), plain=False)
    if key in HALVES:
        return Figure(at, at + 1, frozenset(), share_of(HALVES[key]), plain=False)
    if key in ORDINALS or (key in PARTS and at and words[at - 1].key in ARTICLES):
        return _ordinal(words, at)
    if key in COLLECTIVES:
        return Figure(at, at + 1, frozenset({COLLECTIVES[key]}))
    return _spelled(words, at, language, number_words) if key in number_words else None


def _digits(words: Sequence[NumberLike], at: int) -> Figure | None:
    value = value_of(words[at].key)
    end = at + 1
    if end == len(words):
        return Figure(at, end, frozenset({value}))
    key = words[end].key
    if key in ORDINAL_TAILS and glued(words, at):
        figure = Figure(at, end + 1, frozenset({value}), plain=False)
        return _term(figure, int(value), words)
    if key in SCALES:
        return Figure(at, end + 1, frozenset({value, round(value * SCALES[key], 6)}))
    if key in PARTS and value < _LARGEST_PART:
        return Figure(at, end + 1, frozenset(), share_of(value * PARTS[key]), plain=False)
    clock = _clock(words, at, value)
    minutes = key == "h" and end + 1 < len(words) and glued(words, end) and words[end + 1].number
    if clock and minutes:
        return Figure(at, end + 2, frozenset({value}), clock, "clock")
    return Figure(at, end, frozenset({value}), clock)


def _clock(words: Sequence[NumberLike], at: int, value: float) -> frozenset[str]:
    """The time of day that a figure names with « h », "am" or "pm" after it."""
    key = words[at + 1].key
    hour, minutes = int(value), round((value % 1) * 100)
    if value > _HOURS or minutes >= _MINUTES or key not in ("h", "am", "pm", "heures", "heure"):
        return frozenset()
    if key in ("h", "heures") and at + 2 < len(words) and words[at + 2].number:
        after = words[at + 2].key
        minutes = int(after) if after.isdigit() and int(after) < _MINUTES else 0
    if key == "pm" and hour < _NOON:
        hour += _NOON
    return frozenset({f"clock {hour * _MINUTES + minutes}"})


def _ordinal(words: Sequence[NumberLike], at: int) -> Figure:
    key = words[at].key
    place = ORDINALS.get(key, 0)
    marks = share_of(PARTS[key]) if key in PARTS else frozenset()
    figure = Figure(at, at + 1, frozenset({float(place)} if place else ()), marks, plain=False)
    return _term(figure, place, words)


def _term(figure: Figure, place: int, words: Sequence[NumberLike]) -> Figure:
    """The same figure, known for a quarter or a half of the year if one is named after it."""
    name = TERM_NAMES.get(words[figure.end].key) if figure.end < len(words) else None
    if name is None:
        return figure
    marks = frozenset({f"{name} {place}"})
    return Figure(figure.first, figure.end + 1, frozenset(), marks, plain=False)


def _spelled(
    words: Sequence[NumberLike], at: int, language: Language, number_words: frozenset[str]
) -> Figure | None:
    """The longest run of number words from ``at`` that makes one number."""
    end = at
    while end < len(words) and end - at < _LONGEST_RUN and words[end].key in number_words:
        if end > at and words[end].start > words[end - 1].end + 1:
            break
        end += 1
    while end > at:
        if words[end - 1].key not in ("and", "et"):
            try:
                text = " ".join(words[index].key for index in range(at, end))
                value = float(text2num(text, language))
            except ValueError:
                pass
            else:
                return _of_parts(Figure(at, end, frozenset({value})), value, words)
        end -= 1
    return None


def _of_parts(figure: Figure, value: float, words: Sequence[NumberLike]) -> Figure:
    """No three, but a part of a whole: "three quarters"."""
    key = words[figure.end].key if figure.end < len(words) else ""
    if key not in PARTS or value >= _LARGEST_PART:
        return figure
    return Figure(
        figure.first, figure.end + 1, frozenset(), share_of(value * PARTS[key]), plain=False
    )
