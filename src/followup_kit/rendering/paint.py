"""Styled pieces of a line → the characters a terminal is sent."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from followup_kit.rendering.wrapping import cells, wrap

STRONG, FAINT, BAD = "bold", "dim", "red"
_AREAS = {"specificity": "cyan", "motivation": "magenta", "stakes": "green"}


class Piece(NamedTuple):
    """Characters in one style; the style is rich's own notation, empty for none."""

    text: str
    style: str = ""


Line = tuple[Piece, ...]
BLANK: Line = ()
_APART = 2
"""Blanks between a title and the rule's id, at the least."""


def area_style(area: str) -> str:
    """The colour of a dimension; what speaks against a message has one colour of its own."""
    return _AREAS.get(area, BAD)


def painted(lines: Iterable[Line], *, color: bool) -> str:
    """The lines as one text, with or without colour codes."""
    if not color:
        return "".join("".join(piece.text for piece in line).rstrip(" ") + "\n" for line in lines)
    from rich.color import ColorSystem  # noqa: PLC0415  (only terminals need rich)
    from rich.style import Style  # noqa: PLC0415

    def paint(piece: Piece) -> str:
        return Style.parse(piece.style).render(piece.text, color_system=ColorSystem.STANDARD)

    return "".join("".join(map(paint, line)) + "\n" for line in lines)


def flow(
    text: str, width: int, style: str = "", *, indent: int = 2, first: Line = ()
) -> Iterator[Line]:
    """Set a text in lines of one left edge.

    Args:
        text: on one line.
        width: columns of the whole line, with its indentation.
        style: of the text.
        indent: blanks before each line.
        first: what stands in the place of the first line's indentation; as wide as it.
    """
    blanks = (Piece(" " * indent),)
    lead = first or blanks
    for start, end in wrap(text, width - indent):
        yield (*lead, Piece(text[start:end], style))
        lead = blanks


def with_id(lines: Iterable[Line], rule: str, width: int, *, indent: int) -> Iterator[Line]:
    """Lines with a rule's id at the right edge of the last, or below where there is no room.

    Args:
        lines: at least one.
        rule: the id; nothing is added for an empty one.
        width: columns of a line.
        indent: blanks before an id that stands below.
    """
    *before, last = lines
    room = width - sum(cells(piece.text) for piece in last) - len(rule)
    yield from before
    yield (*last, Piece(" " * room), Piece(rule, FAINT)) if rule and room >= _APART else last
    if rule and room < _APART:
        yield from flow(rule, width, FAINT, indent=indent)
