"""For any text and any stretch: what a format says of the place leads back to just that stretch."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from followup_kit.models.advice import edit
from followup_kit.models.listing import Listing
from followup_kit.rendering.listing import render_listing
from tests.rendering.listing.consumers import (
    TEXTS,
    byte_offset,
    commands,
    line_starts,
    offset,
    xml,
)
from tests.rendering.listing.goldens import listing_of_one

PATH = "a.txt"


@st.composite
def stretches(draw: st.DrawFn) -> tuple[str, int, int]:
    """A text and a stretch of it."""
    text = draw(TEXTS)
    start = draw(st.integers(0, len(text)))
    return text, start, draw(st.integers(start, len(text)))


@st.composite
def edited(draw: st.DrawFn) -> tuple[str, Listing, str]:
    """A text, a listing with edits that do not overlap, and the text once they are made."""
    text = draw(TEXTS)
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=6)))
    stretches = list(zip(cuts[::2], cuts[1::2], strict=False))
    edits = [edit(text, start, end, draw(TEXTS)) for start, end in stretches]
    made, at = "", 0
    for one in edits:
        made += text[at : one.start] + one.text
        at = one.end
    return text, listing_of_one(text, 0, 0, *edits), made + text[at:]


def written(listing: Listing, name: str, text: str) -> str:
    return render_listing(listing, name, sources={PATH: text})


def region_of(region: dict[str, Any], text: str) -> tuple[int, int]:
    """The stretch of a region of SARIF by its lines, which must be that by its offset."""
    start = offset(text, region["startLine"], region["startColumn"])
    end = offset(text, region["endLine"], region["endColumn"])
    assert (start, end - start) == (region["charOffset"], region["charLength"])
    return start, end


def range_of(place: dict[str, Any], text: str) -> tuple[int, int]:
    """The stretch of a range of reviewdog, in bytes."""
    start, end = (
        byte_offset(text, place[side]["line"], place[side]["column"]) for side in ("start", "end")
    )
    return start, end


@given(stretches())
def test_of_sarif(stretch: tuple[str, int, int]) -> None:
    text, start, end = stretch
    log = json.loads(written(listing_of_one(text, start, end), "sarif", text))
    (result,) = log["runs"][0]["results"]
    region = result["locations"][0]["physicalLocation"]["region"]
    assert region_of(region, text) == (start, end)


@given(edited())
def test_of_fixes_in_sarif(case: tuple[str, Listing, str]) -> None:
    text, listing, made = case
    (result,) = json.loads(written(listing, "sarif", text))["runs"][0]["results"]
    for fix in result.get("fixes", []):
        (change,) = fix["artifactChanges"]
        done = text
        for replacement in reversed(change["replacements"]):
            start, end = region_of(replacement["deletedRegion"], text)
            done = done[:start] + replacement["insertedContent"]["text"] + done[end:]
        assert done == made


@given(stretches())
def test_of_rdjsonl(stretch: tuple[str, int, int]) -> None:
    text, start, end = stretch
    diagnostic = json.loads(written(listing_of_one(text, start, end), "rdjsonl", text))
    first, last = range_of(diagnostic["location"]["range"], text)
    assert text.encode()[first:last].decode() == text[start:end]
    assert text.encode()[:first].decode() == text[:start]


@given(edited())
def test_of_suggestions_in_rdjsonl(case: tuple[str, Listing, str]) -> None:
    text, listing, made = case
    diagnostic = json.loads(written(listing, "rdjsonl", text))
    for suggestion in diagnostic.get("suggestions", []):
        first, last = range_of(suggestion["range"], text)
        data = text.encode()
        assert data[:first] + suggestion["text"].encode() + data[last:] == made.encode()


@given(stretches())
def test_of_github(stretch: tuple[str, int, int]) -> None:
    text, start, end = stretch
    (command,) = commands(written(listing_of_one(text, start, end), "github", text))
    place = command.properties
    line, last = int(place["line"]), int(place["endLine"])
    if "endColumn" in place:
        assert line == last
        assert offset(text, line, int(place["col"])) == start
        assert offset(text, line, int(place["endColumn"])) == end
    elif "col" in place:
        assert offset(text, line, int(place["col"])) == start == end
    else:
        assert in_lines(text, line, last, start, end)


@given(stretches())
def test_of_gitlab(stretch: tuple[str, int, int]) -> None:
    text, start, end = stretch
    (issue,) = json.loads(written(listing_of_one(text, start, end), "gitlab", text))
    lines = issue["location"]["lines"]
    assert in_lines(text, lines["begin"], lines["end"], start, end)


@given(stretches())
def test_of_checkstyle_and_junit(stretch: tuple[str, int, int]) -> None:
    text, start, end = stretch
    listing = listing_of_one(text, start, end)
    error = xml(written(listing, "checkstyle", text)).find("file/error")
    case = xml(written(listing, "junit", text)).find("testsuite/testcase")
    assert error is not None
    assert case is not None
    line = int(error.attrib["line"])
    assert offset(text, line, int(error.attrib["column"])) == start
    assert case.attrib["line"] == str(line)


@given(stretches())
def test_of_the_text(stretch: tuple[str, int, int]) -> None:
    text, start, end = stretch
    shown = written(listing_of_one(text, start, end), "text", text)
    line, column = shown.splitlines()[1].split()[0].split(":")
    assert offset(text, int(line), int(column)) == start


def in_lines(text: str, first: int, last: int, start: int, end: int) -> bool:
    """Whether a stretch lies in just these lines, counted from 1."""
    starts = [*line_starts(text), len(text) + 1]
    begins = starts[first - 1] <= start < starts[first]
    return begins and (starts[last - 1] < end <= starts[last] or first == last)
