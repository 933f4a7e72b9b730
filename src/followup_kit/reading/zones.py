"""The zones of a message: who speaks where, and to what end."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from followup_kit.models.message import Segment
from followup_kit.reading.ending import find_ending
from followup_kit.reading.greeting import find_greeting
from followup_kit.reading.header import find_header, labelled_lines
from followup_kit.reading.letterforms import letter_forms
from followup_kit.reading.lines import Line, filled_lines, trim
from followup_kit.reading.quoted import find_quoted


@dataclass(frozen=True, slots=True)
class Zoned:
    """The segments of a text, in order, and the subject found in it."""

    segments: tuple[Segment, ...]
    subject: str | None


def find_zones(text: str, known: Sequence[Segment] = ()) -> Zoned:
    """Divide a plain text into zones.

    Args:
        text: the plain text.
        known: zones that the format itself tells (a subject header, ``<blockquote>``).
    """
    forms = letter_forms()
    start = max((segment.end for segment in known if segment.zone == "subject"), default=0)
    lines = [] if start else filled_lines(text, 0, len(text))
    labelled = labelled_lines(text, lines, forms)
    below_labels = lines[labelled - 1].end if labelled else start
    quoted = [
        Segment("quoted", *found)
        for free in _free(text, below_labels, known)
        for found in find_quoted(text, *free)
    ]
    first_quoted = min((s.start for s in (*known, *quoted)), default=len(text))
    header = find_header(text, [line for line in lines if line.end <= first_quoted], forms)
    fixed = [*known, *quoted, *header.segments]
    start = max((segment.end for segment in header.segments), default=start)
    own = [line for free in _free(text, start, fixed) for line in filled_lines(text, *free)]
    greeting = find_greeting(text, own, forms)
    if greeting is not None:
        fixed.append(Segment("greeting", *greeting))
        own = _after(text, own, greeting[1])
    fixed += find_ending(text, own, forms)
    return Zoned(_fill(text, fixed), header.subject)


def _free(text: str, start: int, taken: Iterable[Segment]) -> Iterator[tuple[int, int]]:
    """The stretches from ``start`` on that no segment takes."""
    at = start
    for segment in sorted(taken, key=lambda segment: segment.start):
        if segment.start > at:
            yield at, segment.start
        at = max(at, segment.end)
    if at < len(text):
        yield at, len(text)


def _after(text: str, lines: Sequence[Line], end: int) -> list[Line]:
    """The lines after a greeting that ends at ``end``, the rest of its own line included."""
    rest = []
    for line in lines:
        if line.end <= end:
            continue
        first, last = trim(text, max(line.start, end), line.end)
        rest.append(Line(first, last, line.gap or line.start < end))
    return rest


def _fill(text: str, fixed: Sequence[Segment]) -> tuple[Segment, ...]:
    """Order the segments, call the rest body, and join neighbours of one zone."""
    joined: list[Segment] = []
    at = 0
    ordered = sorted(fixed, key=lambda segment: (segment.start, segment.end))
    for segment in [*ordered, Segment("quoted", len(text), len(text))]:
        for part in (Segment("body", at, max(at, segment.start)), segment):
            first, last = trim(text, max(part.start, at), part.end)
            if first >= last:
                continue
            if joined and joined[-1].zone == part.zone:
                first = joined.pop().start
            joined.append(Segment(part.zone, first, last))
            at = max(at, last)
    return tuple(joined)
