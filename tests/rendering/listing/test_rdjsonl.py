"""reviewdog's lines: the fields of its format, columns in bytes, one suggestion for all edits."""

import json
from typing import Any

import pytest

from followup_kit.models.listing import Listing
from followup_kit.rendering.listing import render_listing
from tests.rendering.listing.goldens import LETTER, ODD


@pytest.fixture
def diagnostics(listing: Listing, sources: dict[str, str]) -> Any:
    text = render_listing(listing, "rdjsonl", sources=sources)
    return [json.loads(line) for line in text.rstrip("\n").split("\n")]


def test_each_line_is_a_diagnostic(diagnostics: Any) -> None:
    assert len(diagnostics) == 6
    for diagnostic in diagnostics:
        assert diagnostic["severity"] in ("ERROR", "WARNING", "INFO")
        assert diagnostic["source"] == {"name": "followup_kit"}
        assert diagnostic["code"]["value"]
        assert diagnostic["message"]
    assert diagnostics[0]["location"]["path"] == ODD
    assert diagnostics[2]["code"]["url"] == "https://example.com/subjects"


def test_columns_count_the_bytes_of_the_line(diagnostics: Any) -> None:
    place = diagnostics[1]["location"]["range"]
    line = LETTER.split("\r\n")[place["start"]["line"] - 1].encode()
    cut = line[place["start"]["column"] - 1 : place["end"]["column"] - 1]
    assert cut.decode() == "{prénon}"


def test_several_edits_are_one_suggestion(diagnostics: Any) -> None:
    (suggestion,) = diagnostics[2]["suggestions"]
    assert suggestion["text"] == "100 %, net` <b>.\r\nUn grand\nmerci"


def test_without_the_text_lines_alone_are_named(listing: Listing) -> None:
    line = render_listing(listing, "rdjsonl").split("\n")[1]
    diagnostic = json.loads(line)
    assert diagnostic["location"]["range"] == {"start": {"line": 1}, "end": {"line": 1}}
    assert "suggestions" not in diagnostic


def test_a_file_that_was_not_judged_has_no_place(diagnostics: Any) -> None:
    assert diagnostics[5]["location"] == {"path": "templates/привет.txt"}
    assert diagnostics[5]["code"] == {"value": "not_judged"}
