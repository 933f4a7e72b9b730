"""The head of the text view: the score, the three dimensions, and how sure they may be taken."""

from collections.abc import Iterator

from followup_kit.models.report import DimensionScore, Report
from followup_kit.rendering.paint import BAD, FAINT, STRONG, Line, Piece, area_style, flow
from followup_kit.rendering.safe import on_one_line
from followup_kit.rendering.view import View
from followup_kit.rendering.words import sureness
from followup_kit.rendering.wrapping import cells

_FULL = 100
_DONE, _LEFT = "━", "─"


def scores(report: Report, view: View) -> Iterator[Line]:
    """The score with its verdict, then a dimension a line, each with what its level means."""
    yield from _headline(report, view)
    titles = {name: view.say(f"dimension.{name}") for name in report.dimensions}
    left = max((cells(title) for title in titles.values()), default=0)
    middle = max((cells(d.level_word) for d in report.dimensions.values()), default=0)
    for name, dimension in report.dimensions.items():
        yield ()
        yield _dimension(titles[name], dimension, area_style(name), (left, middle), view)
        meaning = view.spaced(dimension.level_meaning)
        yield from flow(meaning, view.columns, FAINT, indent=left + 4)


def about(report: Report, view: View) -> Iterator[Line]:
    """What the message was read as and how sure the score is, where that is worth saying."""
    for label, said in sureness(report, view):
        yield from _labelled(label, said, view)
    for notice in report.notices:
        yield from flow(view.spaced(on_one_line(notice.message)), view.columns, FAINT)


def _headline(report: Report, view: View) -> Iterator[Line]:
    score = report.score or 0
    label = f"  {view.say('title.score')}  "
    verdict = f"  {report.verdict or ''}  "
    number = f"{score:>3}"
    room = view.columns - cells(label) - len(number) - cells(verdict)
    yield (
        Piece(label),
        Piece(number, STRONG),
        Piece(verdict, STRONG),
        *_bar(score, room, ""),
    )
    for finding in report.craft:
        if finding.severity == "blocker":
            yield from flow(view.spaced(on_one_line(finding.title)), view.columns, f"bold {BAD}")


def _dimension(
    title: str, dimension: DimensionScore, style: str, widths: tuple[int, int], view: View
) -> Line:
    left, middle = widths
    word = dimension.level_word
    tail = f"  {dimension.level}/4  {dimension.score:>3}"
    room = view.columns - left - middle - len(tail) - 6
    return (
        Piece(f"  {title}{' ' * (left - cells(title))}  ", style),
        Piece(word + " " * (middle - cells(word)) + "  "),
        *_bar(dimension.score, room, style),
        Piece(f"  {dimension.level}/4", FAINT),
        Piece(f"  {dimension.score:>3}", STRONG),
    )


def _bar(score: int, width: int, style: str) -> Line:
    """A line of which as much is thick as there are points."""
    width = max(width, 0)
    done = width * score // _FULL
    return (Piece(_DONE * done, style), Piece(_LEFT * (width - done), FAINT))


def _labelled(label: str, text: str, view: View) -> Iterator[Line]:
    first = (Piece("  "), Piece(label + "  ", FAINT))
    indent = cells(label) + 4
    yield from flow(text, view.columns, indent=indent, first=first)
