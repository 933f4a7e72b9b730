"""The message as it stands, its marked stretches underlined and numbered."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from followup_kit.models.report import Report, ZoneSpan
from followup_kit.rendering.marks import Mark, offsets
from followup_kit.rendering.paint import BAD, BLANK, FAINT, Line, Piece, area_style
from followup_kit.rendering.safe import one_line_end, shown
from followup_kit.rendering.view import View
from followup_kit.rendering.wrapping import cells, hard_lines, wrap

_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_GOOD_RULE, _BAD_RULE = "─", "~"
_INDENT = "  "
_ROOM_FOR_NUMBERS = 4
"""Columns kept free at the end of a coloured line, where numbers make it longer."""


@dataclass(frozen=True)
class Shown:
    """A text made harmless, and where each code point of the original went."""

    text: str
    places: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> "Shown":
        """Make a text harmless."""
        characters = [shown(char) for char in one_line_end(text)]
        return cls("".join(characters), (0, *accumulate(map(len, characters))))


@dataclass(frozen=True, slots=True)
class Stroke:
    """A mark, or the part of one that stands in one line; offsets into the shown text."""

    mark: Mark
    start: int
    end: int
    begins: bool = True
    ends: bool = True

    @property
    def style(self) -> str:
        """Its colour."""
        return BAD if self.mark.bad else area_style(self.mark.findings[0].area)


def manuscript(report: Report, found: Sequence[Mark], view: View) -> Iterator[Line]:
    """Lines of the subject and the message; quoted threads are left out, and said to be."""
    source = report.text if report.plain is None else report.plain
    text = Shown.of(source)
    strokes = _strokes(text, [mark for mark in found if mark.part == "text"])
    subject = [zone for zone in report.zones if zone.zone == "subject"]
    label = (Piece(view.say("title.subject") + view.colon + " ", FAINT),)
    if subject:
        yield from _lines(text, *_place(text, subject[0]), strokes, view, label)
        yield BLANK
    elif report.subject:
        apart = Shown.of(report.subject)
        own = _strokes(apart, [mark for mark in found if mark.part == "subject"])
        yield from _lines(apart, 0, len(apart.text), own, view, label)
        yield BLANK
    for start, end, hidden in _stretches(text, report.zones):
        if hidden:
            count = text.text.count("\n", start, end) + 1
            yield (Piece(_INDENT), Piece(view.say("title.quoted", count=count), FAINT))
        else:
            yield from _lines(text, start, end, strokes, view)


def _place(text: Shown, zone: ZoneSpan) -> tuple[int, int]:
    start, end = offsets(zone.span)
    return text.places[start], text.places[end]


def _strokes(text: Shown, found: Sequence[Mark]) -> list[Stroke]:
    return [Stroke(mark, text.places[mark.start], text.places[mark.end]) for mark in found]


def _stretches(text: Shown, zones: Sequence[ZoneSpan]) -> Iterator[tuple[int, int, bool]]:
    """What to show of the text and what to hide, in order: start, end, hidden."""
    kept = [zone for zone in zones if zone.zone not in ("subject", "header")]
    if not kept:
        yield 0, len(text.text), False
        return
    at = _place(text, kept[0])[0]
    for zone in kept:
        start, end = _place(text, zone)
        if zone.zone == "quoted":
            if at < start:
                yield at, start, False
            yield start, end, True
            at = end
    last = _place(text, kept[-1])[1]
    if at < last:
        yield at, last, False


def _lines(
    text: Shown, start: int, end: int, strokes: Sequence[Stroke], view: View, label: Line = ()
) -> Iterator[Line]:
    """One stretch of the text, wrapped, with its marks; runs of empty lines shrink to one."""
    lead = sum(cells(piece.text) for piece in label)
    width = view.columns - len(_INDENT) - lead - (_ROOM_FOR_NUMBERS if view.color else 0)
    empty = False
    for first, last in hard_lines(text.text[start:end]):
        line = text.text[start + first : start + last]
        if not line.strip() and empty:
            continue
        empty = not line.strip()
        if empty:
            yield BLANK
        for begin, stop in wrap(line, width):
            at = start + first + begin
            here = _cut(strokes, at, start + first + stop)
            yield from _marked(line[begin:stop], at, here, label, lead, view)
            label = (Piece(" " * lead),) if lead else ()


def _cut(strokes: Sequence[Stroke], start: int, end: int) -> list[Stroke]:
    """The parts of the strokes that stand in one line."""
    return [
        Stroke(
            stroke.mark,
            max(stroke.start, start),
            min(stroke.end, end),
            begins=start <= stroke.start,
            ends=stroke.end <= end,
        )
        for stroke in strokes
        if stroke.start < end and start < stroke.end
    ]


def _marked(
    line: str, at: int, strokes: Sequence[Stroke], label: Line, lead: int, view: View
) -> Iterator[Line]:
    if view.color:
        yield (Piece(_INDENT), *label, *_colored(line, at, strokes))
        return
    yield (Piece(_INDENT), *label, Piece(line))
    for row in _rows(strokes):
        rule = ""
        for stroke in row:
            rule = rule.ljust(cells(line[: stroke.start - at])) + _rule(line, at, stroke)
        yield (Piece(_INDENT + " " * lead), Piece(rule))


def _rows(strokes: Sequence[Stroke]) -> list[list[Stroke]]:
    """Strokes that overlap go on rows of their own."""
    rows: list[list[Stroke]] = []
    for stroke in strokes:
        for row in rows:
            if row[-1].end <= stroke.start:
                row.append(stroke)
                break
        else:
            rows.append([stroke])
    return rows


def _rule(line: str, at: int, stroke: Stroke) -> str:
    """The line under a stroke, as wide as it, with its number where it begins."""
    width = cells(line[stroke.start - at : stroke.end - at])
    char = _BAD_RULE if stroke.mark.bad else _GOOD_RULE
    number = str(stroke.mark.number) if stroke.begins else ""
    return number + char * (width - len(number))


def _colored(line: str, at: int, strokes: Sequence[Stroke]) -> Iterator[Piece]:
    """The line cut where strokes begin and end; the shortest stroke over a piece colours it."""
    cuts = {at, at + len(line)} | {p for s in strokes for p in (s.start, s.end)}
    ordered = sorted(cuts)
    for start, end in pairwise(ordered):
        over = [s for s in strokes if s.start <= start and end <= s.end]
        inner = min(over, key=lambda s: s.mark.end - s.mark.start, default=None)
        style = f"underline {inner.style}" if inner else ""
        yield Piece(line[start - at : end - at], style)
        for stroke in strokes:
            if stroke.ends and stroke.end == end:
                number = str(stroke.mark.number).translate(_SUPERSCRIPTS)
                yield Piece(number, f"bold {stroke.style}")
