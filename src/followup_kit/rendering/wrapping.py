"""Lines that fit: words stay whole, and no line breaks at a no-break space."""

import re
from collections.abc import Callable, Iterator

_WORD = re.compile(r"[^ \n]+")
_HARD_BREAK = re.compile(r"\r\n|\r|\n")


def cells(text: str) -> int:
    """Columns that a text takes in a terminal; an emoji takes two, a combining accent none."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len  # noqa: PLC0415  (JSON needs no rich)

    return cell_len(text)


def wrap(
    text: str, width: int, more: Callable[[int, int], int] = lambda _start, _end: 0
) -> Iterator[tuple[int, int]]:
    """Break one line of text into stretches of at most ``width`` columns.

    Args:
        text: without line ends.
        width: at least 1.
        more: columns that will be added to a stretch when it is shown, such as numbers.

    Yields:
        Start and end of each stretch, without the spaces around it; nothing of an empty text.
    """
    start: int | None = None
    end = 0
    for word in _WORD.finditer(text):
        for first, last in _fitting(text, word.start(), word.end(), width):
            joins = start is not None and first == word.start()
            if joins and cells(text[start:last]) + more(start or 0, last) <= width:
                end = last
                continue
            if start is not None:
                yield start, end
            start, end = first, last
    if start is not None:
        yield start, end


def hard_lines(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each line of a text as it was written, without the line ends."""
    start = 0
    for found in _HARD_BREAK.finditer(text):
        yield start, found.start()
        start = found.end()
    yield start, len(text)


_LONGEST = 4
"""Characters a column at most: words of nothing but combining accents are cut too."""


def _fitting(text: str, start: int, end: int, width: int) -> Iterator[tuple[int, int]]:
    """A word, or the pieces of one that is wider than a line."""
    while end - start > _LONGEST * width or cells(text[start:end]) > width:
        cut = start + 1
        while (
            cut < end and cells(text[start : cut + 1]) <= width and cut - start < _LONGEST * width
        ):
            cut += 1
        yield start, cut
        start = cut
    if start < end:
        yield start, end
