"""GitLab's code quality report: the fields it asks for, and no two entries taken for one."""

import json
from pathlib import PurePosixPath
from typing import Any

import pytest

from followup_kit.models.listing import Listing
from followup_kit.rendering.listing import render_listing


@pytest.fixture
def issues(listing: Listing) -> Any:
    return json.loads(render_listing(listing, "gitlab"))


def test_every_entry_has_what_gitlab_asks_for(issues: Any) -> None:
    assert len(issues) == 6
    for issue in issues:
        assert issue["description"]
        assert issue["check_name"]
        assert issue["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert not PurePosixPath(issue["location"]["path"]).is_absolute()
        assert not issue["location"]["path"].startswith("./")
        assert issue["location"]["lines"]["begin"] >= 1


def test_severities_are_in_order(issues: Any) -> None:
    said = [issue["severity"] for issue in issues]
    assert said == ["info", "major", "minor", "blocker", "major", "critical"]


def test_no_two_entries_have_one_fingerprint(listing: Listing) -> None:
    twice = [file.model_copy(update={"path": f"other/{file.path}"}) for file in listing.files]
    both = listing.model_copy(update={"files": (*listing.files, *twice)})
    issues = json.loads(render_listing(both, "gitlab"))
    assert len({issue["fingerprint"] for issue in issues}) == len(issues) == 12


def test_fingerprints_do_not_move_with_the_lines(listing: Listing, issues: Any) -> None:
    file = listing.files[0]
    moved = [
        problem.model_copy(update={"span": problem.span.model_copy(update={"line": 90})})
        for problem in file.problems
    ]
    files = (file.model_copy(update={"problems": tuple(moved)}), *listing.files[1:])
    later = json.loads(render_listing(listing.model_copy(update={"files": files}), "gitlab"))
    assert [i["fingerprint"] for i in later] == [i["fingerprint"] for i in issues]
