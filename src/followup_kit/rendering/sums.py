"""How each score adds up, term by term, like a bill."""

from collections.abc import Iterator, Sequence

from followup_kit.models.report import Contribution, Report
from followup_kit.rendering.marks import Mark
from followup_kit.rendering.paint import FAINT, STRONG, Line, Piece, area_style, flow
from followup_kit.rendering.safe import on_one_line
from followup_kit.rendering.typography import signed
from followup_kit.rendering.view import View

_POINTS = 4


def sums(report: Report, found: Sequence[Mark], view: View) -> Iterator[Line]:
    """The sum of each dimension, then that of the score."""
    numbers = {finding.id: mark.number for mark in found for finding in mark.findings}
    yield (Piece(view.say("title.sum"), STRONG),)
    for name, dimension in report.dimensions.items():
        level = view.say("title.level", level=dimension.level)
        yield ()
        yield (
            Piece("  "),
            Piece(view.say(f"dimension.{name}"), area_style(name)),
            Piece(f", {level}", FAINT),
        )
        yield from _bill(dimension.contributions, dimension.score, numbers, view)
        if dimension.next_level:
            label = view.say("title.next")
            text = f"{label}{view.colon} {dimension.next_level}"
            yield from flow(text, view.columns, FAINT, indent=4 + _POINTS)
    yield ()
    yield (Piece("  "), Piece(view.say("title.score"), STRONG))
    yield from _bill(report.contributions, report.score or 0, numbers, view)


def _bill(
    terms: Sequence[Contribution], total: int, numbers: dict[str, int], view: View
) -> Iterator[Line]:
    for term in terms:
        number = numbers.get(term.finding or "")
        mark = f"  {number}" if number else ""
        label = on_one_line(term.label) + mark
        first = (Piece(f"  {signed(term.points):>{_POINTS}}  "),)
        yield from flow(label, view.columns, indent=4 + _POINTS, first=first)
    yield (Piece(f"  {'─' * _POINTS}", FAINT),)
    yield (Piece(f"  {total:>{_POINTS}}", STRONG),)
