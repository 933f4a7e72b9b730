"""What figures are counted in, and the shares that two of them make."""

import re
from collections.abc import Sequence
from dataclasses import replace

from followup_kit.detecting.figure import Figure, NumberLike, share_of
from followup_kit.detecting.number_names import OUT_OF, UNITS

_PERCENT = re.compile(r"\s?%")
_MONEY_AFTER = re.compile(r"\s?(?:k|m|M|bn)?\s?[€£$]")
_LARGEST_WHOLE = 12
_LINKS = 2
"""Words that may part the two figures of a share: "out of"."""


def with_unit(figure: Figure, words: Sequence[NumberLike], text: str, base: int) -> Figure:
    """The same figure with what it is counted in; a percentage is a share too."""
    after = words[figure.end].key if figure.end < len(words) else ""
    unit = UNITS.get(after, figure.unit)
    if after in ("per", "pour") and [w.key for w in words[figure.end + 1 :][:1]] == ["cent"]:
        figure, unit = replace(figure, end=figure.end + 2), "percent"
    if text:
        tail = text[words[figure.end - 1].end - base :][:6]
        lead = text[max(words[figure.first].start - base - 1, 0) : words[figure.first].start - base]
        if _PERCENT.match(tail):
            unit = "percent"
        elif lead in ("€", "£", "$") or _MONEY_AFTER.match(tail):
            unit = "money"
    if unit == "percent":
        shares = (mark for value in figure.values for mark in share_of(value / 100))
        return replace(figure, unit=unit, marks=figure.marks | frozenset(shares))
    return replace(figure, unit=unit) if unit else figure


def with_shares(
    found: list[Figure], words: Sequence[NumberLike], text: str, base: int
) -> list[Figure]:
    """Give the first of two figures the share they make: "6 of 31", « 1 sur 3 », ``3/4``."""
    for index in range(len(found) - 1):
        left, right = found[index], found[index + 1]
        between = [word.key for word in words[left.end : right.end - 1]][: right.first - left.end]
        slash = (
            bool(text)
            and not between
            and text[words[left.end - 1].end - base : words[right.first].start - base].strip()
            == "/"
        )
        counted = between[1:] if len(between) > 1 and between[0] not in OUT_OF else between
        if not (slash or (counted and len(counted) <= _LINKS and set(counted) <= OUT_OF)):
            continue
        part, whole = max(left.values, default=0), max(right.values, default=0)
        if 0 < part < whole and not (slash and whole > _LARGEST_WHOLE):
            found[index] = replace(left, marks=left.marks | share_of(part / whole))
    return found
