"""The message cut into pieces, each with the marks that lie over it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from followup_kit.models.report import Report, ZoneSpan
from followup_kit.models.span import Part
from followup_kit.rendering.marks import Mark, Stretch, offsets
from followup_kit.rendering.safe import one_line_end, shown
from followup_kit.rendering.zones import stretches


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of the message over which the same marks lie.

    Attributes:
        text: what is shown; control characters are pictures, marks of direction are gone.
        styles: the dimension of each mark over it, or ``bad``; the longest mark first.
        ends: numbers of the marks that end with it for the last time.
    """

    text: str
    styles: tuple[str, ...] = ()
    ends: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Chunk:
    """A stretch of the message, or a quoted thread in it.

    Attributes:
        quoted: whether others wrote it.
        lines: how many lines it has.
        pieces: in order, without gaps.
    """

    quoted: bool
    lines: int
    pieces: tuple[Piece, ...]


def message(report: Report, found: Sequence[Mark]) -> tuple[Chunk, ...]:
    """The message in chunks."""
    source = report.shown
    marks = _marks_of("text", found)
    return tuple(
        Chunk(quoted, source.count("\n", start, end) + 1, tuple(_pieces(source, start, end, marks)))
        for start, end, quoted in stretches(report.zones, _place, len(source))
    )


def subject(report: Report, found: Sequence[Mark]) -> tuple[Piece, ...]:
    """The subject, wherever it stands; nothing when there is none."""
    for zone in report.zones:
        if zone.zone == "subject":
            return tuple(_pieces(report.shown, *_place(zone), _marks_of("text", found)))
    if not report.subject:
        return ()
    marks = _marks_of("subject", found)
    return tuple(_pieces(report.subject, 0, len(report.subject), marks))


def visible(text: str) -> str:
    """Text of the user's as it may be shown."""
    return "".join(map(shown, one_line_end(text)))


def _marks_of(part: Part, found: Sequence[Mark]) -> list[Mark]:
    return [mark for mark in found if mark.part == part]


def _place(zone: ZoneSpan) -> Stretch:
    return offsets(zone.span)


def _pieces(source: str, start: int, end: int, marks: Sequence[Mark]) -> Iterator[Piece]:
    """The stretch cut wherever a mark begins or ends."""
    safe = [shown(char) for char in one_line_end(source)[start:end]]
    places = (0, *accumulate(map(len, safe)))
    text = "".join(safe)
    over = [
        (mark, first, last)
        for mark in marks
        for first, last in mark.stretches
        if first < end and start < last
    ]
    cuts = {start, end} | {max(first, start) for _, first, _ in over}
    cuts |= {min(last, end) for _, _, last in over}
    for first, last in pairwise(sorted(cuts)):
        here = [item for item in over if item[1] <= first and last <= item[2]]
        longest = sorted(here, key=lambda item: item[1] - item[2])
        yield Piece(
            text[places[first - start] : places[last - start]],
            tuple(dict.fromkeys(_style(mark) for mark, _, _ in longest)),
            tuple(mark.number for mark, _, stop in over if stop == last == mark.stretches[-1][1]),
        )


def _style(mark: Mark) -> str:
    return "bad" if mark.bad else mark.findings[0].area
