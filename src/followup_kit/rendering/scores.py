"""The head of the text view: the score, the three dimensions, and how sure they may be taken."""

from collections.abc import Iterator
from typing import NamedTuple

from followup_kit.models.report import Report
from followup_kit.rendering.paint import BAD, BLANK, FAINT, STRONG, Line, Piece, area_style, flow
from followup_kit.rendering.safe import on_one_line
from followup_kit.rendering.view import View
from followup_kit.rendering.words import sureness
from followup_kit.rendering.wrapping import cells

_FULL = 100
_DONE, _LEFT = "━", "─"


class _Row(NamedTuple):
    """One line of the table: a name, a word for what was reached, the level, the score."""

    title: str
    word: str
    level: str
    score: int
    style: str = STRONG
    word_style: str = ""


def scores(report: Report, view: View) -> Iterator[Line]:
    """The score with its verdict, then a dimension a line, each with what its level means."""
    title = view.say("title.score")
    head = _Row(title, report.verdict or "", " " * 4, report.score or 0, word_style=STRONG)
    rows = [
        _Row(
            view.say(f"dimension.{name}"),
            dimension.level_word,
            f" {dimension.level}/4",
            dimension.score,
            area_style(name),
        )
        for name, dimension in report.dimensions.items()
    ]
    left = max(cells(row.title) for row in (head, *rows))
    middle = max(cells(row.word) for row in (head, *rows))
    yield _drawn(head, left, middle, view)
    blockers = [f.title for f in report.findings if f.severity == "blocker" and not f.good]
    for blocker in dict.fromkeys(blockers):
        said = on_one_line(blocker)
        yield from flow(said, view.columns, f"bold {BAD}", indent=left + 4)
    for row, dimension in zip(rows, report.dimensions.values(), strict=True):
        yield BLANK
        yield _drawn(row, left, middle, view)
        meaning = on_one_line(dimension.level_meaning)
        yield from flow(meaning, view.columns, FAINT, indent=left + 4)


def about(report: Report, view: View) -> Iterator[Line]:
    """What the message was read as and how sure the score is, where that is worth saying."""
    for label, said in sureness(report, view):
        first = (Piece("  "), Piece(f"{label}{view.colon} ", FAINT))
        indent = sum(cells(piece.text) for piece in first)
        yield from flow(said, view.columns, indent=indent, first=first)
    for notice in report.notices:
        yield from flow(on_one_line(notice.message), view.columns, FAINT)


def _drawn(row: _Row, left: int, middle: int, view: View) -> Line:
    """A row in columns, its bar as long as the room allows."""
    tail = f"  {row.score:>3}"
    room = max(view.columns - left - middle - len(row.level) - len(tail) - 7, 0)
    done = room * row.score // _FULL
    return (
        Piece(f"  {row.title}{' ' * (left - cells(row.title))}  ", row.style),
        Piece(f"{row.word}{' ' * (middle - cells(row.word))}  ", row.word_style),
        Piece(_DONE * done, row.style),
        Piece(_LEFT * (room - done), FAINT),
        Piece(f" {row.level}", FAINT),
        Piece(tail, STRONG),
    )
