"""Where problems and edits stand, in the units that formats count in."""

from typing import NamedTuple

from followup_kit.models.advice import Edit
from followup_kit.models.listing import Problem
from followup_kit.models.span import Span, locate, utf8_length


class Change(NamedTuple):
    """A stretch of a file and what is to stand there."""

    span: Span
    text: str


def changes(problem: Problem, source: str) -> tuple[Change, ...]:
    """The edits of a problem in the order of the text, measured in every unit."""
    return tuple(Change(locate(source, e.start, e.end), e.text) for e in _edits(problem))


def as_one(problem: Problem, source: str) -> Change | None:
    """The edits of a problem as one change, which also holds what lies between them."""
    edits = _edits(problem)
    if not edits:
        return None
    start, end = edits[0].start, edits[-1].end
    pieces, at = [], start
    for edit in edits:
        pieces += [source[at : edit.start], edit.text]
        at = edit.end
    return Change(locate(source, start, end), "".join(pieces))


def byte_columns(span: Span, source: str) -> tuple[int, int]:
    """The columns where a span begins and ends, one-based, in bytes of UTF-8."""
    return _byte_column(source, span.start, span.column), _byte_column(
        source, span.end, span.end_column
    )


def last_line(span: Span) -> int:
    """The last line that a span has a part in; one that ends where a line begins has none of it."""
    return max(span.line, span.end_line - (span.end_column == 1))


def _byte_column(source: str, offset: int, column: int) -> int:
    return utf8_length(source[offset - column + 1 : offset]) + 1


def _edits(problem: Problem) -> list[Edit]:
    edits = [edit for edit in problem.edits if edit.part == "text"]
    return sorted(edits, key=lambda edit: (edit.start, edit.end))
