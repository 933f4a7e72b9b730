"""Where something stands in the text as the user gave it, in every unit a client may count in."""

import re
from typing import Literal

from followup_kit.models.base import Frozen

Part = Literal["text", "subject", "notes", "posting"]
_SURROGATES = re.compile("[\ud800-\udfff]")


class Span(Frozen):
    """A half-open stretch of the user's own text, with its offsets in four units.

    ``start`` and ``end`` count Unicode code points (Python's own index), ``utf16_*`` UTF-16 code
    units, ``utf8_*`` bytes; ``line`` and ``column`` are one-based and count code points, the end
    column is exclusive. ``part`` tells which text: the draft's, a subject given apart, the notes
    or the posting.
    ``plain_*`` say where it stands in ``Report.plain``, when there is one.
    """

    part: Part = "text"
    start: int
    end: int
    text: str
    line: int
    column: int
    end_line: int
    end_column: int
    utf16_start: int
    utf16_end: int
    utf8_start: int
    utf8_end: int
    plain_start: int | None = None
    plain_end: int | None = None


def locate(source: str, start: int, end: int, part: Part = "text") -> Span:
    """Measure ``source[start:end]`` in every unit.

    A lone surrogate shows as U+FFFD in ``Span.text``: no report could be written with it.

    Args:
        source: the text as the user gave it.
        start: first code point.
        end: one past the last code point.
        part: which text ``source`` is.

    Raises:
        ValueError: the stretch does not lie within the text.
    """
    if not 0 <= start <= end <= len(source):
        raise ValueError(f"span {start}..{end} lies outside a text of {len(source)} code points")
    before, inside = source[:start], source[start:end]
    line, column = _line_and_column(source, start)
    end_line, end_column = _line_and_column(source, end)
    utf16_start, utf8_start = utf16_length(before), utf8_length(before)
    return Span(
        part=part,
        start=start,
        end=end,
        text=printable(inside),
        line=line,
        column=column,
        end_line=end_line,
        end_column=end_column,
        utf16_start=utf16_start,
        utf16_end=utf16_start + utf16_length(inside),
        utf8_start=utf8_start,
        utf8_end=utf8_start + utf8_length(inside),
    )


def utf16_length(text: str) -> int:
    """Count UTF-16 code units (what JavaScript, LSP clients and LanguageTool count in)."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def utf8_length(text: str) -> int:
    """Count UTF-8 bytes; a lone surrogate counts as the three bytes it would take."""
    return len(text.encode("utf-8", "surrogatepass"))


def printable(text: str) -> str:
    """``text`` with each lone surrogate replaced, so that it can be written as UTF-8.

    Offsets stay as they are: a surrogate and its replacement count alike in every unit.
    """
    return _SURROGATES.sub("\ufffd", text)


def _line_and_column(source: str, offset: int) -> tuple[int, int]:
    """One-based line and column of an offset; CRLF, LF and CR each end a line, at their end."""
    before = source[:offset]
    if before.endswith("\r") and source.startswith("\n", offset):
        before = f"{before[:-1]} "  # amid a CRLF the line goes on
    unified = before.replace("\r\n", "\n\n").replace("\r", "\n")
    breaks = unified.count("\n") - before.count("\r\n")
    last = unified.rfind("\n")
    return breaks + 1, len(unified) - last
