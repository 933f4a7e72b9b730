"""A name for a problem that stays while the words around it do, wherever in the file they stand."""

import hashlib
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from followup_kit.models.listing import Problem
from followup_kit.words import fold

_DIGITS = 16
_AROUND = 2
"""Words on either side that a stretch is known by."""
_WORD = re.compile(r"\w[\w\u0300-\u036f]*")


def fingerprint(rule_id: str, text: str, start: int, end: int) -> str:
    """Name what a rule has to say about ``text[start:end]``, without its place.

    Case, accents, kinds of apostrophe and white space make no difference. A stretch is known by
    itself and two words on either side; where something is missing (an empty stretch), by all
    words of the text: the name expires when they change.

    Args:
        rule_id: the rule's id.
        text: the whole text.
        start: first code point of the stretch.
        end: one past the last code point; ``start`` for an empty stretch.

    Returns:
        16 hexadecimal digits; the same for the same words on every machine.
    """
    words = _words(text)
    if start >= end:
        return digest(rule_id, *words.keys)
    first = bisect_right(words.ends, start)
    last = bisect_left(words.starts, end)
    before = words.keys[max(first - _AROUND, 0) : first]
    after = words.keys[last : last + _AROUND]
    inside = " ".join(fold(text[start:end]).split())
    return digest(rule_id, " ".join(before), inside, " ".join(after))


def unique(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems of one file in their order, those of one name told apart by their number.

    Args:
        problems: in the order of the text, so that the first of a name keeps it.
    """
    seen: Counter[str] = Counter()
    told = []
    for problem in problems:
        name = problem.fingerprint
        seen[name] += 1
        if seen[name] > 1:
            numbered = digest(f"{name}#{seen[name]}")
            told.append(problem.model_copy(update={"fingerprint": numbered}))
        else:
            told.append(problem)
    return tuple(told)


class _Words(NamedTuple):
    """The words of a text, in order: where each begins and ends, and what it is compared by."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    keys: tuple[str, ...]


@lru_cache(maxsize=4)
def _words(text: str) -> _Words:
    """Kept for a few texts: every problem of a file asks for the same words."""
    found = list(_WORD.finditer(text))
    starts = tuple(match.start() for match in found)
    ends = tuple(match.end() for match in found)
    return _Words(starts, ends, tuple(fold(match.group()) for match in found))


def digest(*parts: str) -> str:
    """16 hexadecimal digits that these texts, in their order, are known by."""
    data = "\0".join(parts).encode("utf-8", "surrogatepass")
    return hashlib.sha256(data).hexdigest()[:_DIGITS]
