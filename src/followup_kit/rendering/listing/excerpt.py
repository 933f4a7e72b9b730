"""The lines that a problem stands in, shown as they are with its stretch underlined."""

import re
from collections.abc import Iterator
from itertools import accumulate, islice
from typing import NamedTuple

from followup_kit.rendering.listing.showing import seen
from followup_kit.rendering.paint import FAINT, Line, Piece
from followup_kit.rendering.wrapping import cells, hard_lines, wrap

ROWS = 3
"""Rows shown of a long stretch."""
_UNDER = "~"
_CUT = "… "
_LINE_END = re.compile(r"[\r\n]")
_AHEAD = 1
"""Rows' worth of characters that a long line is shown from, before the stretch."""


class _Row(NamedTuple):
    """Part of a line that fits, where the stretch lies in it, and whether the line has more."""

    text: str
    start: int
    end: int
    before: bool
    after: bool


def excerpt(
    source: str, start: int, end: int, room: int, *, style: str, color: bool
) -> Iterator[Line]:
    """The rows that ``source[start:end]`` has a part in.

    Args:
        source: the text of the file.
        start: first code point.
        end: one past the last code point.
        room: columns of a row.
        style: of what is underlined.
        color: whether the underline may be drawn in the line itself.
    """
    rows = _rows(source, start, end, room - 2 * len(_CUT))
    for row in islice(rows, ROWS):
        yield from _drawn(row, style, color=color)
    if next(rows, None):
        yield (Piece(_CUT, FAINT),)


def _drawn(row: _Row, style: str, *, color: bool) -> Iterator[Line]:
    lead = Piece(_CUT if row.before else "", FAINT)
    tail = Piece(f" {_CUT}" if row.after else "", FAINT)
    before, inside = row.text[: row.start], row.text[row.start : row.end]
    marked = Piece(inside, f"underline {style}" if color else "")
    yield (lead, Piece(before), marked, Piece(row.text[row.end :]), tail)
    if not color:
        blanks = " " * cells(lead.text + before)
        yield (Piece(blanks + _UNDER * cells(inside)),)


def _rows(source: str, start: int, end: int, room: int) -> Iterator[_Row]:
    """Rows of ``room`` columns; of a very long line no more is looked at than is shown."""
    line = max(source.rfind("\n", 0, start), source.rfind("\r", 0, start)) + 1
    first = max(line, start - _AHEAD * room)
    ended = _LINE_END.search(source, end)
    last = min(ended.start() if ended else len(source), start + (ROWS + 1) * room)
    for begin, stop in hard_lines(source[first:last]):
        characters = [seen(char) for char in source[first + begin : first + stop]]
        places = [0, *accumulate(map(len, characters))]
        text = "".join(characters)
        since, until = (
            places[min(max(offset - first - begin, 0), len(characters))] for offset in (start, end)
        )
        for left, right in wrap(text, room):
            if since < right and left < until:
                yield _Row(
                    text[left:right],
                    max(since - left, 0),
                    min(until, right) - left,
                    before=(begin == 0 and first > line) or bool(text[:left].strip()),
                    after=bool(text[right:].strip()),
                )
