"""GitHub's workflow commands, read by the grammar that its documentation gives."""

from followup_kit.models.listing import Listing
from followup_kit.rendering.listing import render_listing
from tests.rendering.listing.consumers import commands
from tests.rendering.listing.goldens import ODD, listing_of_one


def test_what_is_escaped_comes_back(listing: Listing) -> None:
    found = commands(render_listing(listing, "github"))
    assert [command.name for command in found] == [*["error"] * 4, "warning", "notice"]
    files = [command.properties["file"] for command in found]
    assert files[1:3] == [ODD, ODD]
    warning = found[4]
    assert warning.properties["title"] == "100 %: **bold**, `code` | <b> (craft.bare_subject)"
    assert warning.data.startswith("Two lines, 50 %: ␛[31mred␛[0m, :: and , too <U+FFFE>. ")


def test_the_worst_come_first(listing: Listing) -> None:
    titles = [c.properties["title"] for c in commands(render_listing(listing, "github"))]
    assert titles[0] == "Not judged"
    assert titles[1].startswith("Unknown field {société}")
    assert titles[-1].startswith("No next step")


def test_columns_are_given_within_one_line_only(listing: Listing) -> None:
    for command in commands(render_listing(listing, "github")):
        place = command.properties
        if place["line"] != place.get("endLine"):
            assert "col" not in place
            assert "endColumn" not in place


def test_a_line_with_its_end_is_that_line_alone() -> None:
    (command,) = commands(render_listing(listing_of_one("one\ntwo\n", 0, 4), "github"))
    assert (command.properties["line"], command.properties["endLine"]) == ("1", "1")


def test_a_path_cannot_end_the_command() -> None:
    path = "a::b,c=d%0A\n::error::x.txt"
    (command,) = commands(render_listing(listing_of_one("a", 0, 1, path=path), "github"))
    assert command.properties["file"] == path
    assert command.data.startswith("Nothing fills it.")
