"""The message as it stands, its marked stretches underlined and numbered."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from followup_kit.models.report import Report, ZoneSpan
from followup_kit.models.span import Part
from followup_kit.rendering.marks import Mark, offsets
from followup_kit.rendering.paint import BLANK, FAINT, Line, Piece
from followup_kit.rendering.safe import one_line_end, shown
from followup_kit.rendering.strokes import Stroke, colored, cut, ruled
from followup_kit.rendering.view import View
from followup_kit.rendering.wrapping import cells, hard_lines, wrap
from followup_kit.rendering.zones import stretches

_INDENT = "  "


@dataclass(frozen=True)
class Passage:
    """A text made harmless, with the strokes that mark it.

    Attributes:
        text: what is shown.
        places: where each code point of the original went, and one past the last.
        label: what stands before its first line.
    """

    text: str
    places: tuple[int, ...]
    strokes: tuple[Stroke, ...]
    view: View
    label: str = ""

    def lines(self, start: int, end: int) -> Iterator[Line]:
        """The stretch of what is shown, wrapped and marked; empty lines shrink to one in a row."""
        lead = cells(self.label)
        width = self.view.columns - len(_INDENT) - lead
        margin: Line = (Piece(_INDENT), Piece(self.label, FAINT))
        filled = True
        for first, last in hard_lines(self.text[start:end]):
            line = self.text[start + first : start + last]
            if line.strip():
                yield from self._wrapped(line, start + first, width, margin)
                margin = (Piece(_INDENT + " " * lead),)
            elif filled:
                yield BLANK
            filled = bool(line.strip())

    def place(self, zone: ZoneSpan) -> tuple[int, int]:
        """Where a zone stands in what is shown."""
        start, end = offsets(zone.span)
        return self.places[start], self.places[end]

    def _wrapped(self, line: str, at: int, width: int, margin: Line) -> Iterator[Line]:
        """One line as it was written, in as many as fit."""

        def numbers(start: int, end: int) -> int:
            ends = [s for s in self.strokes if self.view.color and start < s.end - at <= end]
            return sum(len(str(stroke.mark.number)) for stroke in ends)

        for start, end in wrap(line, width, numbers):
            yield from self._marked(
                line[start:end], cut(self.strokes, at + start, at + end), margin
            )
            margin = (Piece(" " * sum(cells(piece.text) for piece in margin)),)

    def _marked(self, line: str, strokes: Sequence[Stroke], margin: Line) -> Iterator[Line]:
        if self.view.color:
            yield (*margin, *colored(line, strokes))
            return
        yield (*margin, Piece(line))
        blanks = " " * sum(cells(piece.text) for piece in margin)
        for row in ruled(line, strokes):
            yield (Piece(blanks + row),)


def manuscript(report: Report, found: Sequence[Mark], view: View) -> Iterator[Line]:
    """Lines of the subject and the message; quoted threads are left out, and said to be."""
    label = f"{view.say('title.subject')}{view.colon} "
    message = _passage(report.shown, found, "text", view)
    if any(zone.zone == "subject" for zone in report.zones):
        titled = _passage(report.shown, found, "text", view, label)
        for zone in report.zones:
            if zone.zone == "subject":
                yield from titled.lines(*titled.place(zone))
        yield BLANK
    elif report.subject:
        apart = _passage(report.subject, found, "subject", view, label)
        yield from apart.lines(0, len(apart.text))
        yield BLANK
    for start, end, hidden in stretches(report.zones, message.place, len(message.text)):
        if hidden:
            count = message.text.count("\n", start, end) + 1
            yield (Piece(_INDENT), Piece(view.say("title.quoted", count=count), FAINT))
        else:
            yield from message.lines(start, end)


def _passage(
    source: str, found: Sequence[Mark], part: Part, view: View, label: str = ""
) -> Passage:
    characters = [shown(char) for char in one_line_end(source)]
    places = (0, *accumulate(map(len, characters)))
    strokes = [
        Stroke(mark, places[start], places[end])
        for mark in found
        if mark.part == part
        for start, end in mark.stretches
    ]
    return Passage("".join(characters), places, tuple(strokes), view, label)
