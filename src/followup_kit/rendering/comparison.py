"""A Comparison for people: both scores, what was gained and lost, and which draft is better."""

from collections.abc import Callable, Iterator, Mapping

from followup_kit.errors import UsageError
from followup_kit.models.base import DIMENSIONS
from followup_kit.models.comparison import Comparison, Shift, Shown
from followup_kit.models.sayings import Saying
from followup_kit.rendering.markdown import escaped
from followup_kit.rendering.paint import (
    BAD,
    BLANK,
    FAINT,
    STRONG,
    Line,
    Piece,
    area_style,
    flow,
    painted,
)
from followup_kit.rendering.safe import on_one_line
from followup_kit.rendering.typography import quoted, signed
from followup_kit.rendering.view import View, shipped_strings
from followup_kit.rendering.words import shortened
from followup_kit.rendering.wrapping import cells

LONGEST = 90
"""Characters of a message that are quoted for one finding."""


def render_comparison(
    comparison: Comparison,
    format: str = "text",  # noqa: A002  (the word users know)
    *,
    strings: Mapping[str, Saying] | None = None,
    color: bool = False,
    width: int = 80,
) -> str:
    """Show a comparison; the result ends in a newline.

    Args:
        comparison: what to show.
        format: ``text``, ``json`` or ``markdown``.
        strings: the kit's own sentences (``RuleBook.strings``); the shipped ones if left out.
        color: whether ``text`` may use terminal colours.
        width: columns that ``text`` may take.

    Raises:
        UsageError: there is no such format.
    """
    if format not in FORMATS:
        raise UsageError(f"no format {format!r} for comparisons; known are {', '.join(FORMATS)}")
    known = shipped_strings() if strings is None else strings
    view = View(known, comparison.messages, color=color, width=width)
    return FORMATS[format](comparison, view)


def verdict(comparison: Comparison, view: View) -> str:
    """Which draft is better, in a sentence."""
    points = abs(comparison.difference)
    if comparison.better is None:
        return view.say("compare.even", count=points, limit=comparison.too_close)
    return view.say(f"compare.{comparison.better}", count=points)


def _text(comparison: Comparison, view: View) -> str:
    return painted(_lines(comparison, view), color=view.color)


def _lines(comparison: Comparison, view: View) -> Iterator[Line]:
    yield BLANK
    yield from flow(verdict(comparison, view), view.columns, STRONG)
    yield BLANK
    yield from _table(comparison, view)
    for name in DIMENSIONS:
        change = comparison.dimensions[name]
        if change.gained or change.lost:
            yield BLANK
            yield (Piece("  "), Piece(view.say(f"dimension.{name}"), area_style(name)))
            yield from _changes(change.gained, change.lost, view)
    if comparison.mended or comparison.broken:
        yield BLANK
        yield (Piece("  "), Piece(view.say("title.craft"), STRONG))
        yield from _changes(comparison.mended, comparison.broken, view)
    if comparison.shifts:
        yield BLANK
        yield (Piece("  "), Piece(view.say("compare.sum"), STRONG))
        for shift in comparison.shifts:
            first = (Piece(f"  {signed(shift.points):>4}  "),)
            yield from flow(_label(shift, view), view.columns, indent=8, first=first)
        yield (Piece("  ────", FAINT),)
        yield (Piece(f"  {signed(comparison.difference):>4}", STRONG),)
    yield BLANK


def _table(comparison: Comparison, view: View) -> Iterator[Line]:
    """A line for the score and each dimension: before, after, and how far apart."""
    score = (str(comparison.score_before), str(comparison.score_after))
    rows = [(view.say("title.score"), STRONG, *score, comparison.difference)]
    for name in DIMENSIONS:
        change = comparison.dimensions[name]
        before = f"{change.level_before}/4 {change.word_before}"
        after = f"{change.level_after}/4 {change.word_after}"
        points = change.score_after - change.score_before
        rows.append((view.say(f"dimension.{name}"), area_style(name), before, after, points))
    widths = [
        max(map(cells, column))
        for column in ([row[0] for row in rows], [row[2] for row in rows], [row[3] for row in rows])
    ]
    for title, style, before, after, difference in rows:
        named = title + " " * (widths[0] - cells(title))
        first = before + " " * (widths[1] - cells(before))
        second = after + " " * (widths[2] - cells(after))
        mark = BAD if difference < 0 else "green"
        yield (
            Piece(f"  {named}  ", style),
            Piece(f"{first}  →  ", FAINT),
            Piece(f"{second}  "),
            Piece(f"{signed(difference):>4}" if difference else "   =", mark if difference else ""),
        )


def _changes(better: tuple[Shown, ...], worse: tuple[Shown, ...], view: View) -> Iterator[Line]:
    """What speaks for the second draft, then what speaks against it."""
    for sign, style, found in (("+", "green", better), ("\u2212", BAD, worse)):
        for shown in found:
            first = (Piece(f"  {sign} ", style),)
            yield from flow(_said(shown, sign, view), view.columns, indent=4, first=first)


def _said(shown: Shown, sign: str, view: View) -> str:
    """Findings with their sentence; what was put right, or is no longer there, says so."""
    titles = [on_one_line(title) for title in shown.titles]
    if sign == "+" and not shown.good:
        titles = [view.say("compare.mended", title=title) for title in titles]
    elif sign != "+" and shown.good:
        titles = [view.say("compare.gone", title=title) for title in titles]
    said = "\u00a0· ".join(titles)
    if not shown.words:
        return said
    words = shortened(on_one_line(shown.words), LONGEST)
    return f"{said}{view.colon} {quoted(words, view.language)}"


def _label(shift: Shift, view: View) -> str:
    if shift.dimension:
        return view.say(f"dimension.{shift.dimension}")
    return on_one_line(shift.label)


def _markdown(comparison: Comparison, view: View) -> str:
    return "\n".join(_markdown_lines(comparison, view)) + "\n"


def _markdown_lines(comparison: Comparison, view: View) -> Iterator[str]:
    difference = signed(comparison.difference)
    yield f"# {comparison.score_before} → {comparison.score_after} ({difference})"
    yield ""
    yield escaped(verdict(comparison, view))
    yield ""
    heads = (view.say(f"compare.{side}_title") for side in ("before", "after"))
    yield f"| {view.say('title.dimension')} | {' | '.join(heads)} | {view.say('title.points')} |"
    yield "|---|---|---|--:|"
    for name in DIMENSIONS:
        change = comparison.dimensions[name]
        points = signed(change.score_after - change.score_before)
        before = f"{change.level_before}/4, {escaped(change.word_before)}"
        after = f"{change.level_after}/4, {escaped(change.word_after)}"
        yield f"| {view.say(f'dimension.{name}')} | {before} | {after} | {points} |"
    changes = [
        (view.say(f"dimension.{name}"), change.gained, change.lost)
        for name, change in comparison.dimensions.items()
    ]
    changes.append((view.say("title.craft"), comparison.mended, comparison.broken))
    for title, better, worse in changes:
        if not better and not worse:
            continue
        yield ""
        yield f"## {title}"
        yield ""
        for sign, found in (("+", better), ("\u2212", worse)):
            for shown in found:
                yield f"- {sign} {escaped(_said(shown, sign, view))}"


def _json(comparison: Comparison, _: View) -> str:
    return comparison.model_dump_json(indent=2) + "\n"


FORMATS: Mapping[str, Callable[[Comparison, View], str]] = {
    "text": _text,
    "json": _json,
    "markdown": _markdown,
}
