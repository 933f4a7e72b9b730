"""Tables of Markdown, as a library renders them; and what fits into GitHub's summary."""

from typing import Any

import html5lib
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from followup_kit.models.listing import Listing
from followup_kit.rendering.listing import SUMMARY_LIMIT, github_summary, render_listing
from tests.rendering.listing.goldens import LISTING, ODD

COLUMNS = 3


def tables(markdown: str) -> list[list[str]]:
    """The rows of what is rendered, each the texts of its cells."""
    rendered = MarkdownIt("commonmark").enable("table").render(markdown)
    tree: Any = html5lib.parse(rendered, namespaceHTMLElements=False)
    return [["\n".join(cell.itertext()) for cell in row.iter("td")] for row in tree.iter("tr")][1:]


def test_every_problem_is_a_row_that_shows_as_it_stands(listing: Listing) -> None:
    rows = tables(render_listing(listing, "markdown"))
    assert len(rows) == 6
    assert all(len(row) == COLUMNS for row in rows)
    assert rows[0][:2] == ["Not judged", "templates/привет.txt"]
    assert rows[1][:2] == ["blocker", f"{ODD}:4:9"]
    assert rows[4][2].startswith("100 %: **bold**, `code` | <b>\n (craft.bare_subject)\n")
    assert "Two lines, 50 %: ␛[31mred␛[0m, :: and , too <U+FFFE>." in rows[4][2]


@given(st.text(max_size=30))
def test_no_title_breaks_the_table(title: str) -> None:
    file = LISTING.files[2]
    problem = file.problems[0].model_copy(update={"title": title, "message": f"x{title}x"})
    files = (file.model_copy(update={"problems": (problem,)}),)
    ((severity, place, _),) = tables(
        render_listing(LISTING.model_copy(update={"files": files}), "markdown")
    )
    assert (severity, place) == ("error", "templates/old mac.txt:2:1")


def test_a_summary_has_the_heading_and_every_problem(listing: Listing) -> None:
    text = github_summary(listing)
    assert text == render_listing(listing, "markdown")
    assert text.startswith("## followup\\_kit\n\n4 files, 2 with problems: 1 blocker, 2 errors")


def test_a_summary_that_is_too_long_says_how_many_it_leaves_out(listing: Listing) -> None:
    files = tuple(
        file.model_copy(update={"path": f"{number}/{file.path}"})
        for number in range(2000)
        for file in listing.files
    )
    text = github_summary(listing.model_copy(update={"files": files}))
    assert SUMMARY_LIMIT - 1000 < len(text.encode()) <= SUMMARY_LIMIT
    shown = len(tables(text))
    assert f"\n{12000 - shown:,} more are left out" in text


@given(st.integers(0, 3000))
def test_a_summary_takes_no_more_room_than_there_is(room: int) -> None:
    assert len(github_summary(LISTING, room=room).encode()) <= room
