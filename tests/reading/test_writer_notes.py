"""The title of a Markdown template and its paragraphs in italics do not go out."""

import pytest

from followup_kit.models.draft import Draft
from followup_kit.reading.template import open_template, plain_template
from followup_kit.reading.writer_notes import writer_notes


@pytest.mark.parametrize(
    ("text", "notes"),
    [
        ("# Thanks after a panel\n\nDear [Name],\n", ["# Thanks after a panel"]),
        ("\n## Merci (2e tour)\r\n\r\nBonjour,\r\n", ["## Merci (2e tour)"]),
        ("Thanks, long form\n=================\n\nHi {{ name }},\n", ["Thanks, long form\n================="]),
        ("*Fill in every gap.*\n\nHi,\n", ["*Fill in every gap.*"]),
        ("Hi,\n\n_Now your reason,\nin two lines._\n\nBest", ["_Now your reason,\nin two lines._"]),
        ("# A\n\n> *How to use: one each.*\n\nHi,", ["# A", "> *How to use: one each.*"]),
        # What goes out.
        ("# Hello Ana!\n\nThanks.", []),
        ("# Hi {{ name }}\n\nThanks.", []),
        ("Hi,\n\n# Next steps\n\nThe plan.", []),
        ("Hi,\n\n*You said [their words].*\n\nBest", []),
        ("Hi,\n\n**I want this job.**\n\nBest", []),
        ("Hi,\n\n*One* thing and *another*\n\nBest", []),
        ("Hi,\nI liked it\n*very much*\nindeed.", []),
        ("* one\n* two\n\n* three", []),
    ],
)  # fmt: skip
def test_what_is_said_to_the_writer_is_found(text: str, notes: list[str]) -> None:
    assert [text[start:end] for start, end in writer_notes(text)] == notes


def test_it_is_no_text_of_a_template_and_the_rest_keeps_its_place() -> None:
    text = "# Title\n\n*A hint.*\n\nDear Ana,\n\nThanks.\n"
    source = open_template(Draft(text=text, format="markdown"))
    plain, _ = plain_template(source)
    assert plain.text.split() == ["Dear", "Ana,", "Thanks."]
    at = plain.text.index("Thanks")
    assert plain.origin.to_source(at, at + 6) == (text.index("Thanks"), text.index("Thanks") + 6)
