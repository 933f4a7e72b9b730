"""What a Markdown template says to its writer: its title, and paragraphs set in italics."""

import re
from collections.abc import Iterator

from followup_kit.reading.greeting import find_greeting
from followup_kit.reading.letterforms import letter_forms
from followup_kit.reading.lines import filled_lines

_TITLE = re.compile(
    r"(?:[ \t]*\r?\n)*(?P<note>\#{1,6}[ \t]+(?P<words>[^\r\n]*)"
    r"|(?P<over>[^\s#>*_\[{<-][^\r\n]*)\r?\n=+)[ \t]*\r?$",
    re.MULTILINE,
)
_ITALICS = re.compile(
    r"""(?mx) (?:^|(?<=\n))
    (?P<note>(?:>[ \t]*)*
      (?: \*(?![*\s])[^*\r\n]+(?:\r?\n(?![ \t]*\r?\n)[^*\r\n]+)*\*
        | _(?![_\s])[^_\r\n]+(?:\r?\n(?![ \t]*\r?\n)[^_\r\n]+)*_ )
    )[ \t]*\r?$
    """
)
_FIELD = re.compile(r"[\[\]{}<%$|«@]|__|XX")
"""A field, or half of one: what holds it goes out."""
_BLANK_AFTER = re.compile(r"[ \t\r]*(?:\n[ \t\r>]*(?:\n|\Z)|\Z)")


def writer_notes(text: str) -> Iterator[tuple[int, int]]:
    """Find what is written for the writer in a Markdown template, and does not go out.

    Args:
        text: the template without front matter.

    Returns:
        The stretches of a title above everything else, unless it greets, and of paragraphs that
        are wholly in italics; none of them with a field.
    """
    title = _TITLE.match(text)
    if title and not _FIELD.search(title["note"]) and not _greets(title["words"] or title["over"]):
        yield title.span("note")
    for match in _ITALICS.finditer(text):
        start, end = match.span("note")
        alone = _paragraph(text, start, end)
        if alone and not _FIELD.search(match["note"]) and not (title and start < title.end()):
            yield start, end


def _greets(line: str) -> bool:
    return find_greeting(line, filled_lines(line, 0, len(line)), letter_forms()) is not None


def _paragraph(text: str, start: int, end: int) -> bool:
    """Whether a stretch has an empty line, or nothing, on both sides."""
    above = text.rfind("\n", 0, max(start - 1, 0)) + 1
    line = text[above : max(start - 1, 0)]
    return not line.strip(" \t\r>") and _BLANK_AFTER.match(text, end) is not None
