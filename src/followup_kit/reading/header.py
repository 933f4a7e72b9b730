"""What stands above the greeting: ``Objet :`` and other labels, an address, a date."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from followup_kit.models.message import Segment
from followup_kit.reading.greeting import is_salutation_line
from followup_kit.reading.letterforms import LetterForms, Phrases
from followup_kit.reading.lines import Line, words_of

_MOST_LINES = 15
"""Lines above a greeting: two addresses, a place and date, a subject."""

_LONGEST = 80
_WORDS_OF_SENTENCE = 6
_LABELS = 2
"""Lines with labels that make a header; one alone may be prose ("De : 9 h")."""

_LABEL = re.compile(r"[^\W\d_][^:\n]{0,20}?\s?:\s*(?=\S)")
_STOP = re.compile(r"[.!?…]$")


@dataclass(frozen=True, slots=True)
class Header:
    """The segments above the greeting, how many lines they take, and the subject among them."""

    segments: tuple[Segment, ...] = ()
    lines: int = 0
    subject: str | None = None


def find_header(text: str, lines: Sequence[Line], forms: LetterForms) -> Header:
    """Find labels and the letterhead at the top of a message.

    Args:
        text: the plain text.
        lines: the lines that hold something, in order.
        forms: the words that label and greet.
    """
    count = max(labelled_lines(text, lines, forms), _above_greeting(text, lines, forms))
    segments: list[Segment] = []
    subject = None
    for line in lines[:count]:
        value = _value_start(text, line, forms.subject_labels)
        if value is None or subject is not None:
            segments.append(Segment("header", line.start, line.end))
        else:
            segments.append(Segment("header", line.start, value))
            segments.append(Segment("subject", value, line.end))
            subject = text[value : line.end]
    return Header(tuple(segments), count, subject)


def labelled_lines(text: str, lines: Sequence[Line], forms: LetterForms) -> int:
    """How many lines at the top carry labels: one subject is enough, of others two are needed."""
    count = 0
    subject = False
    for line in lines[:_MOST_LINES]:
        if _value_start(text, line, forms.subject_labels) is not None:
            subject = True
        elif _value_start(text, line, forms.header_labels) is None:
            break
        count += 1
    return count if subject or count >= _LABELS else 0


def _above_greeting(text: str, lines: Sequence[Line], forms: LetterForms) -> int:
    """How many short lines without a sentence stand above a greeting."""
    if lines and text[lines[0].end - 1] == ",":
        return 0
    for index, line in enumerate(lines[: _MOST_LINES + 1]):
        if is_salutation_line(text, line, forms):
            return index
        labelled = _value_start(text, line, forms.subject_labels) is not None
        if not labelled and (line.end - line.start > _LONGEST or _is_sentence(text, line)):
            return 0
    return 0


def _is_sentence(text: str, line: Line) -> bool:
    ended = _STOP.search(text, line.start, line.end) is not None
    return ended and len(words_of(text, line.start, line.end)) >= _WORDS_OF_SENTENCE


def _value_start(text: str, line: Line, labels: Phrases) -> int | None:
    """Where the value after one of the labels starts; None when the line carries none of them."""
    match = _LABEL.match(text, line.start, line.end)
    if match is None:
        return None
    words = words_of(text, line.start, match.end())
    return match.end() if words and labels.match(words) == len(words) else None
