"""The listing for people at a terminal: each file with its problems, then how many there are."""

from collections.abc import Iterator

from followup_kit.models.base import Severity
from followup_kit.models.listing import Listed, Problem
from followup_kit.rendering.listing.excerpt import excerpt
from followup_kit.rendering.listing.page import Page
from followup_kit.rendering.listing.showing import one_line
from followup_kit.rendering.listing.summary import summary
from followup_kit.rendering.paint import (
    BAD,
    BLANK,
    FAINT,
    STRONG,
    Line,
    Piece,
    flow,
    painted,
    with_id,
)
from followup_kit.rendering.wrapping import cells

_STYLES: dict[Severity, str] = {
    "blocker": f"bold {BAD}",
    "error": BAD,
    "warning": "yellow",
    "hint": "cyan",
}
_INDENT = 2
_BECOMES = "→ "


def render_text(page: Page) -> str:
    """The listing as lines of a terminal."""
    return painted(_lines(page), color=page.view.color)


def _lines(page: Page) -> Iterator[Line]:
    for file in page.listing.files:
        if file.status == "not_judged":
            yield _head(file, page)
            yield from _unjudged(file, page)
            yield BLANK
        elif file.problems:
            yield _head(file, page)
            yield from _problems(file, page)
            yield BLANK
    said = summary(page.listing, page.view)
    yield from flow(said, page.view.columns, STRONG, indent=0)


def _head(file: Listed, page: Page) -> Line:
    """The path, what the file was judged as, and the score it can come to."""
    judged_as = f"  ({file.language}, {file.channel}, {file.scenario})"
    score = "" if file.score is None else f"  {page.view.say('list.potential', score=file.score)}"
    return (Piece(one_line(file.path), STRONG), Piece(judged_as + score, FAINT))


def _unjudged(file: Listed, page: Page) -> Iterator[Line]:
    said = f"{page.view.say('list.not_judged')}{page.view.colon} "
    first = (Piece(" " * _INDENT), Piece(said, BAD))
    why = one_line(file.reason.message) if file.reason else ""
    yield from flow(why, page.view.columns, indent=_INDENT + cells(said), first=first)


def _problems(file: Listed, page: Page) -> Iterator[Line]:
    """The problems, their places and severities each in a column."""
    places = [f"{problem.span.line}:{problem.span.column}" for problem in file.problems]
    names = [page.view.say(f"explain.severity.{problem.severity}") for problem in file.problems]
    left, middle = max(map(len, places)), max(map(cells, names))
    for problem, place, name in zip(file.problems, places, names, strict=True):
        first = (
            Piece(f"{' ' * _INDENT}{place:<{left}}  ", FAINT),
            Piece(f"{name}{' ' * (middle - cells(name))}  ", _STYLES[problem.severity]),
        )
        body = _INDENT + left + 2
        yield from _title(problem, first, body, page)
        yield from _stretch(file, problem, body, page)
        for text, style in ((problem.message, FAINT), (problem.advice, "")):
            yield from flow(one_line(text), page.view.columns, style, indent=body)


def _title(problem: Problem, first: Line, body: int, page: Page) -> Iterator[Line]:
    """The title with the rule's id at the right edge."""
    columns = page.view.columns
    indent = sum(cells(piece.text) for piece in first)
    title = flow(one_line(problem.title), columns, STRONG, indent=indent, first=first)
    yield from with_id(title, problem.rule, columns, indent=body)


def _stretch(file: Listed, problem: Problem, body: int, page: Page) -> Iterator[Line]:
    """The words that the problem stands in, and what may take their place."""
    source = page.sources.get(file.path)
    span, view = problem.span, page.view
    start, end = (span.start, span.end) if source is not None else (0, len(span.text))
    if start < end:
        text = span.text if source is None else source
        style = _STYLES[problem.severity]
        room = view.columns - body
        for line in excerpt(text, start, end, room, style=style, color=view.color):
            yield (Piece(" " * body), *line)
    new = one_line(_instead(problem).strip())
    if new:
        first = (Piece(" " * body), Piece(_BECOMES, FAINT))
        yield from flow(new, view.columns, "green", indent=body + len(_BECOMES), first=first)


def _instead(problem: Problem) -> str:
    """What one edit puts just where the problem stands; several would say nothing without order."""
    if len(problem.edits) != 1:
        return ""
    (edit,) = problem.edits
    stands = (problem.span.start, problem.span.end)
    return edit.text if (edit.start, edit.end) == stands else ""
