"""How a marked stretch is drawn: as a rule below the line, or in the line by colour."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from followup_kit.rendering.marks import Mark
from followup_kit.rendering.paint import BAD, Piece, area_style
from followup_kit.rendering.wrapping import cells

_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_GOOD_RULE, _BAD_RULE = "─", "~"


@dataclass(frozen=True, slots=True)
class Stroke:
    """A mark, or the part of one that stands in a line.

    Attributes:
        start: first character in the text, or in the line once it is cut.
        begins: whether the stretch begins here.
        ends: whether it ends here.
        whole: characters of the whole stretch.
    """

    mark: Mark
    start: int
    end: int
    begins: bool = True
    ends: bool = True
    whole: int = 0

    @property
    def style(self) -> str:
        """Its colour."""
        return BAD if self.mark.bad else area_style(self.mark.findings[0].area)


def cut(strokes: Sequence[Stroke], start: int, end: int) -> list[Stroke]:
    """The parts of the strokes that stand in one line, with offsets into that line."""
    return [
        Stroke(
            stroke.mark,
            max(stroke.start, start) - start,
            min(stroke.end, end) - start,
            begins=start <= stroke.start,
            ends=stroke.end <= end,
            whole=stroke.end - stroke.start,
        )
        for stroke in strokes
        if stroke.start < end and start < stroke.end
    ]


def ruled(line: str, strokes: Sequence[Stroke]) -> Iterator[str]:
    """The rows of rules that go below a line."""
    for row in _rows(strokes):
        drawn = ""
        for stroke in row:
            drawn = drawn.ljust(cells(line[: stroke.start])) + _rule(line, stroke)
        yield drawn


def colored(line: str, strokes: Sequence[Stroke]) -> Iterator[Piece]:
    """The line cut where strokes begin and end; the shortest stretch over a piece colours it."""
    ends = {0, len(line)} | {place for stroke in strokes for place in (stroke.start, stroke.end)}
    for start, end in pairwise(sorted(ends)):
        over = [stroke for stroke in strokes if stroke.start <= start and end <= stroke.end]
        inner = min(over, key=lambda stroke: stroke.whole, default=None)
        yield Piece(line[start:end], f"underline {inner.style}" if inner else "")
        for stroke in strokes:
            if stroke.ends and stroke.end == end:
                number = str(stroke.mark.number).translate(_SUPERSCRIPTS)
                yield Piece(number, f"bold {stroke.style}")


def _rows(strokes: Sequence[Stroke]) -> list[list[Stroke]]:
    """Strokes that overlap go on rows of their own."""
    rows: list[list[Stroke]] = []
    for stroke in sorted(strokes, key=lambda stroke: (stroke.start, -stroke.end)):
        for row in rows:
            if row[-1].end <= stroke.start:
                row.append(stroke)
                break
        else:
            rows.append([stroke])
    return rows


def _rule(line: str, stroke: Stroke) -> str:
    """A rule as wide as what it marks, with its number where it begins."""
    width = cells(line[stroke.start : stroke.end])
    char = _BAD_RULE if stroke.mark.bad else _GOOD_RULE
    number = str(stroke.mark.number) if stroke.begins else ""
    return number + char * (width - len(number))
