"""The zones of all 140 golden messages, each read by eye before it was written down here."""

import html
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.judgement.golden import Rated, load
from followup_kit.models.draft import Draft, DraftFormat
from followup_kit.models.message import Message
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


def as_divs(text: str) -> str:
    """As Gmail writes lines."""
    return "".join(f"<div>{html.escape(line) or '<br>'}</div>" for line in text.split("\n"))


def as_paragraphs(text: str) -> str:
    """As Outlook writes lines."""
    lines = [html.escape(line) or "&nbsp;" for line in text.split("\n")]
    return "".join(f"<p class=MsoNormal>{line}</p>\n" for line in lines)


def as_breaks(text: str) -> str:
    """As web forms write lines."""
    parts = [html.escape(part).replace("\n", "<br>\n") for part in text.split("\n\n")]
    return "".join(f"<p>{part}</p>" for part in parts)


def zones(message: Message) -> list[tuple[str, str]]:
    return [(s.zone, " ".join(message.text[s.start : s.end].split())) for s in message.segments]


@pytest.mark.parametrize(
    ("format", "write"),
    [("html", as_divs), ("html", as_paragraphs), ("html", as_breaks), ("markdown", str)],
)
def test_golden_messages_read_alike_in_every_format(
    format: DraftFormat,  # noqa: A002
    write: Callable[[str], str],
) -> None:
    for rated in MESSAGES:
        text = rated.draft.text.replace("<secretariat@lab-rivages.example>", "")
        if format == "html" and "\n>" in text:
            continue  # a page quotes with <blockquote>
        plain, other = Draft(text=text), Draft(text=write(text), format=format)
        assert zones(read(other)) == zones(read(plain)), rated.id
