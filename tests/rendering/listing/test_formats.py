"""What holds for every format: it is known, complete, and the same each time."""

import pytest

from followup_kit.errors import UsageError
from followup_kit.models.listing import Listing
from followup_kit.rendering.listing import FORMATS, render_listing

OF_PROBLEMS = [name for name in FORMATS if name not in ("json", "jsonl")]


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_listing_gives_the_same_bytes(
    name: str, listing: Listing, sources: dict[str, str]
) -> None:
    shown = render_listing(listing, name, sources=sources)
    assert shown == render_listing(listing.model_copy(deep=True), name, sources=sources)
    assert shown.endswith("\n")
    shown.encode()


@pytest.mark.parametrize("name", OF_PROBLEMS)
@pytest.mark.parametrize("given", [True, False])
def test_every_problem_and_every_unjudged_file_is_told(
    name: str, listing: Listing, sources: dict[str, str], *, given: bool
) -> None:
    shown = render_listing(listing, name, sources=sources if given else None, width=200)
    shown = shown.replace("\\_", "_")
    for _, problem in listing.problems:
        assert problem.rule in shown
    assert shown.count("{société}") >= 1
    assert "It reads as Russian, 100 %" in shown


@pytest.mark.parametrize("name", OF_PROBLEMS)
def test_no_format_carries_what_a_terminal_acts_upon(
    name: str, listing: Listing, sources: dict[str, str]
) -> None:
    shown = render_listing(listing, name, sources=sources)
    for sign in ("\x1b", "\u202e", "\ufffe"):
        assert sign not in shown


@pytest.mark.parametrize("name", FORMATS)
def test_an_empty_listing_can_be_written(name: str, listing: Listing) -> None:
    render_listing(listing.model_copy(update={"files": (), "rules": ()}), name)


def test_a_format_that_does_not_exist_is_refused_by_naming_the_known(listing: Listing) -> None:
    with pytest.raises(UsageError, match="no format 'csv'; known are text, json"):
        render_listing(listing, "csv")
