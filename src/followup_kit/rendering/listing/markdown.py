"""The listing as a table of Markdown, worst first: for pull requests, and GitHub's job summary."""

from collections.abc import Iterator, Mapping

from followup_kit.models.listing import Listing
from followup_kit.models.sayings import Saying
from followup_kit.rendering.listing.notes import TOOL, Note, notes, worst_first
from followup_kit.rendering.listing.page import Page
from followup_kit.rendering.listing.showing import one_line
from followup_kit.rendering.listing.summary import summary
from followup_kit.rendering.markdown import escaped
from followup_kit.rendering.view import View, shipped_strings

SUMMARY_LIMIT = 1024 * 1024
"""Bytes that GitHub shows of the summary of one step; of a longer one it shows nothing."""


def render_markdown(page: Page) -> str:
    """A heading, the table, and nothing left out."""
    return "".join([*_head(page), *_rows(page)])


def github_summary(
    listing: Listing,
    *,
    strings: Mapping[str, Saying] | None = None,
    room: int = SUMMARY_LIMIT,
) -> str:
    """All problems for the summary of a step, worst first; says how many there was no room for.

    Args:
        listing: what to show.
        strings: the kit's own sentences (``RuleBook.strings``); the shipped ones if left out.
        room: bytes that are left in the summary.

    Returns:
        Markdown of no more than ``room`` bytes; empty if there is no room for a heading.
    """
    view = View(shipped_strings() if strings is None else strings, listing.messages)
    page = Page(listing, view, {})
    head, rows = "".join(_head(page)), list(_rows(page))
    sizes = [_size(row) for row in rows]
    free = room - _size(head) - _size(_left_out(len(rows), view))
    if sum(sizes) <= room - _size(head):
        return head + "".join(rows)
    shown = 0
    while sizes[shown] <= free:
        free -= sizes[shown]
        shown += 1
    return head + "".join(rows[:shown]) + _left_out(len(rows) - shown, view) if free >= 0 else ""


def _head(page: Page) -> Iterator[str]:
    yield f"## {escaped(TOOL)}\n\n{escaped(summary(page.listing, page.view))}\n"


def _rows(page: Page) -> Iterator[str]:
    """The table, a line a piece; the first piece also holds its head."""
    heads = [page.view.say(f"list.head.{name}") for name in ("severity", "place", "problem")]
    table = f"\n| {' | '.join(heads)} |\n|---|---|---|\n"
    for note in worst_first(notes(page)):
        yield table + _row(note, page)
        table = ""


def _row(note: Note, page: Page) -> str:
    severity = page.view.say(
        f"explain.severity.{note.severity}" if note.problem else "list.not_judged"
    )
    place, rule = one_line(note.path), ""
    if note.problem:
        place += f":{note.problem.span.line}:{note.problem.span.column}"
        rule = f" ({escaped(note.rule)})"
    what = f"**{escaped(note.title)}**{rule}<br>{escaped(note.text)}"
    return f"| {severity} | {escaped(place)} | {what} |\n"


def _left_out(count: int, view: View) -> str:
    return f"\n{escaped(view.say('list.left_out', count=count))}\n"


def _size(text: str) -> int:
    return len(text.encode())
