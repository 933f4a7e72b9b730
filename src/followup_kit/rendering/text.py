"""The Report for people at a terminal: the score, the message with its evidence, the advice."""

from collections.abc import Iterator, Sequence

from followup_kit.models.advice import Suggestion
from followup_kit.models.report import Finding, Report
from followup_kit.rendering.manuscript import manuscript
from followup_kit.rendering.marks import Mark, lacks, marks
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
from followup_kit.rendering.scores import about, scores
from followup_kit.rendering.sums import sums
from followup_kit.rendering.typography import quoted
from followup_kit.rendering.view import View
from followup_kit.rendering.words import area_title, quotations, still_missed
from followup_kit.rendering.wrapping import cells

_SHOWN = 3
"""Suggestions in full: a person mends a message one or two things at a time."""


def render_text(report: Report, view: View) -> str:
    """The report as lines of a terminal."""
    if report.status == "not_scored":
        return painted(_not_scored(report, view), color=view.color)
    found = marks(report)
    sections: list[Iterator[Line]] = [
        scores(report, view),
        _praise(report, view),
        about(report, view),
        _message(report, found, view),
        _legend(found, lacks(report), view),
        _next(report, view),
    ]
    if view.explain:
        sections.append(sums(report, found, view))
    return painted(_spaced(sections), color=view.color)


def _spaced(sections: Sequence[Iterator[Line]]) -> Iterator[Line]:
    """The sections that say something, an empty line before each and one at the end."""
    for section in sections:
        lines = list(section)
        if lines:
            yield BLANK
            yield from lines
    yield BLANK


def _not_scored(report: Report, view: View) -> Iterator[Line]:
    yield BLANK
    yield (Piece("  "), Piece(view.say("title.not_scored"), STRONG))
    if report.reason:
        yield from flow(on_one_line(report.reason.message), view.columns)
    for notice in report.notices:
        yield from flow(on_one_line(notice.message), view.columns, FAINT)
    yield BLANK


def _praise(report: Report, view: View) -> Iterator[Line]:
    if report.praise:
        yield from flow(on_one_line(report.praise), view.columns)


def _heading(text: str) -> Line:
    return (Piece(text, STRONG),)


def _message(report: Report, found: Sequence[Mark], view: View) -> Iterator[Line]:
    yield _heading(view.say("title.message"))
    yield BLANK
    yield from manuscript(report, found, view)


def _legend(found: Sequence[Mark], missing: Sequence[Finding], view: View) -> Iterator[Line]:
    """What each number stands for, then what is missing and so has none."""
    entries = [(str(mark.number), mark.findings) for mark in found]
    entries += [("", (finding,)) for finding in missing]
    areas = [area_title(findings[0].area, view) for _, findings in entries]
    width = max(map(cells, areas), default=0)
    for (number, findings), area in zip(entries, areas, strict=True):
        good = findings[0].good
        sign = "+" if good else "\u2212"
        named = f"{sign} {area}{' ' * (width - cells(area))}  "
        first = (Piece(f"  {number:>2}  {named}", area_style(findings[0].area) if good else BAD),)
        titles = dict.fromkeys(on_one_line(finding.title) for finding in findings)
        yield from flow("\u00a0· ".join(titles), view.columns, indent=width + 10, first=first)


def _next(report: Report, view: View) -> Iterator[Line]:
    if not report.suggestions:
        yield _heading(view.say("title.nothing"))
        return
    yield _heading(view.say("title.suggestions"))
    for suggestion in report.suggestions[:_SHOWN]:
        yield BLANK
        yield from _suggestion(suggestion, view)
    missed = [quoted(on_one_line(m.anchor), view.language) for m in still_missed(report, _SHOWN)]
    if missed:
        yield BLANK
        said = f"{view.say('title.missed')}{view.colon} {f'{view.semicolon} '.join(missed)}"
        yield from flow(said, view.columns)
    more = len(report.suggestions) - _SHOWN
    if more > 0:
        yield BLANK
        yield (Piece("  "), Piece(view.say("title.more_suggestions", count=more), FAINT))


def _suggestion(suggestion: Suggestion, view: View) -> Iterator[Line]:
    """What to do with its gain at the right edge, why, and what to start from."""
    gain = view.say("title.gain", gain=suggestion.gain) if suggestion.gain else ""
    style = area_style(suggestion.dimension)
    number = (Piece(f"  {suggestion.rank:>2}  ", style),)
    what = on_one_line(suggestion.message)
    lines = list(flow(what, view.columns - 6, STRONG, indent=6, first=number))
    used = sum(cells(piece.text) for piece in lines[0])
    yield (*lines[0], Piece(" " * (view.columns - used - len(gain)) + gain, style))
    yield from lines[1:]
    yield from flow(on_one_line(suggestion.why), view.columns, FAINT, indent=6)
    said = [*quotations(suggestion, view)]
    if suggestion.rank > 1 and suggestion.text and suggestion.example:
        said.pop()  # one example shows how; the others are in the longer formats
    for label, text in said:
        first = (Piece(" " * 6), Piece(f"{label}{view.colon} "))
        indent = sum(cells(piece.text) for piece in first)
        yield from flow(text, view.columns, indent=indent, first=first)
