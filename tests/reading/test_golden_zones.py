"""The zones of all 140 golden messages, each read by eye before it was written down here."""

import json
from pathlib import Path

import pytest

from benchmarks.judgement.golden import Rated, load
from followup_kit.reading import read

EXPECTED = {
    entry["id"]: entry["zones"]
    for entry in map(
        json.loads, (Path(__file__).parent / "golden_zones.jsonl").read_text("utf-8").splitlines()
    )
}
MESSAGES = load()


def test_every_golden_message_is_written_down() -> None:
    assert {rated.id for rated in MESSAGES} == set(EXPECTED)


@pytest.mark.parametrize("rated", MESSAGES, ids=lambda rated: rated.id)
def test_golden_message_falls_into_its_zones(rated: Rated) -> None:
    """The body is left out of the file: it is what lies between."""
    message = read(rated.draft)
    found = [[s.zone, message.text[s.start : s.end]] for s in message.segments]
    assert [zone for zone in found if zone[0] != "body"] == EXPECTED[rated.id]
    assert any(zone == "body" for zone, _ in found)


@pytest.mark.parametrize("rated", MESSAGES, ids=lambda rated: rated.id)
def test_what_raters_quoted_lies_in_the_body(rated: Rated) -> None:
    """A greeting run into the quoted sentence stays a greeting."""
    message = read(rated.draft)
    judged = [s for s in message.segments if s.zone in ("body", "postscript")]
    greeting = next((s.end for s in message.segments if s.zone == "greeting"), 0)
    for quotes in rated.evidence.values():
        for quote in quotes:
            start = message.text.index(quote)
            end = start + len(quote)
            start = max(start, greeting)
            first = start + len(message.text[start:end]) - len(message.text[start:end].lstrip())
            assert any(s.start <= first and end <= s.end for s in judged), quote
