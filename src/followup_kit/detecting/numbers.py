"""Figures of a text, however they are written: ``11``, ``eleven``, ``4 600``, ``11.4m``."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from text_to_num import text2num

from followup_kit.models.base import Language

_THOUSANDS = re.compile(r"^\d{1,3}(?:[ \u00a0\u202f\u2009.,'’]\d{3})+$")
_SCALES = {"k": 1e3, "m": 1e6, "mio": 1e6, "million": 1e6, "millions": 1e6, "bn": 1e9, "md": 1e9}
_SCALES |= {"thousand": 1e3, "mille": 1e3, "milliard": 1e9, "milliards": 1e9, "billion": 1e9}
_SMALL = 2.0
"""Ones and twos are said in any conversation; they make no figure."""
_LONGEST_RUN = 8


class NumberLike(Protocol):
    """What is needed of a word."""

    @property
    def key(self) -> str:
        """The folded word."""

    @property
    def number(self) -> bool:
        """Whether it is written in digits."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure: the words it takes (indices, half-open) and the values it may stand for."""

    first: int
    end: int
    values: frozenset[float]


def figures(
    words: Sequence[NumberLike], language: Language, number_words: frozenset[str]
) -> list[Figure]:
    """Find every figure above two, in digits or in words."""
    found: list[Figure] = []
    at = 0
    while at < len(words):
        figure = _digits(words, at) or _spelled(words, at, language, number_words)
        if figure is None:
            at += 1
            continue
        if max(figure.values) > _SMALL:
            found.append(figure)
        at = figure.end
    return found


def value_of(text: str) -> float:
    """The value of a figure in digits: ``4 600`` is 4600, ``1,9`` is 1.9, ``2.100`` is 2100."""
    if _THOUSANDS.match(text):
        return float(re.sub(r"\D", "", text))
    return float(text.replace(",", "."))


def _digits(words: Sequence[NumberLike], at: int) -> Figure | None:
    if not words[at].number:
        return None
    value = value_of(words[at].key)
    values = {value}
    end = at + 1
    if end < len(words) and words[end].key in _SCALES:
        values.add(round(value * _SCALES[words[end].key], 6))
        end += 1
    return Figure(at, end, frozenset(values))


def _spelled(
    words: Sequence[NumberLike], at: int, language: Language, number_words: frozenset[str]
) -> Figure | None:
    """The longest run of number words from ``at`` that makes one number."""
    end = at
    while end < len(words) and end - at < _LONGEST_RUN and words[end].key in number_words:
        end += 1
    while end > at:
        if words[end - 1].key not in ("and", "et"):
            try:
                text = " ".join(words[index].key for index in range(at, end))
                return Figure(at, end, frozenset({float(text2num(text, language))}))
            except ValueError:
                pass
        end -= 1
    return None
