"""Checkstyle's XML: every file, its errors in order, in the words that Checkstyle knows."""

from followup_kit.models.listing import Listing
from followup_kit.rendering.listing import render_listing
from tests.rendering.listing.consumers import xml
from tests.rendering.listing.goldens import FIELD, ODD


def test_files_and_errors_are_read_back(listing: Listing) -> None:
    root = xml(render_listing(listing, "checkstyle"))
    assert root.tag == "checkstyle"
    assert [file.attrib["name"] for file in root] == [
        ODD,
        "templates/clean.txt",
        "templates/old mac.txt",
        "templates/привет.txt",
    ]
    assert [len(file) for file in root] == [4, 0, 1, 1]
    error = root[0][1].attrib
    assert list(error) == ["line", "column", "severity", "message", "source"]
    assert (error["line"], error["column"], error["severity"]) == ("1", "11", "error")
    assert error["message"].startswith("Unknown field {prénon}. ")
    assert error["source"] == f"followup_kit.{FIELD}"


def test_severities_are_those_of_checkstyle(listing: Listing) -> None:
    root = xml(render_listing(listing, "checkstyle"))
    severities = [error.attrib["severity"] for error in root.iter("error")]
    assert severities == ["info", "error", "warning", "error", "error", "error"]


def test_a_file_that_was_not_judged_is_an_error(listing: Listing) -> None:
    error = xml(render_listing(listing, "checkstyle"))[3][0].attrib
    assert error["source"] == "followup_kit.not_judged"
    assert "It reads as Russian" in error["message"]
