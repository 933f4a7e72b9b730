"""Where what is put in stands: outside of marks, in the order of a letter, in mails with care."""

import pytest

from followup_kit import Context, Draft, apply
from followup_kit.models.draft import DraftFormat
from followup_kit.scorer import Scorer

CONTEXT = Context(recipient="Ann Ode", company="A & <B>")


def _applied(scorer: Scorer, draft: Draft, rule: str) -> str:
    chosen = [s for s in scorer.score(draft, CONTEXT).suggestions if s.rule == rule and s.edits]
    return apply(draft, chosen).text


@pytest.mark.parametrize(
    ("rule", "before", "after"),
    [
        ("greeting", "*Thank you* for it.", "Dear Ann Ode,\n\n*Thank you* for it."),
        (
            "greeting",
            "[Thank you](http://x.example) for it.",
            "Dear Ann Ode,\n\n[Thank you](http://x.example) for it.",
        ),
        ("closing", "Thank you for **the hour**", "Thank you for **the hour**\n\nKind regards,"),
        (
            "closing",
            "Thank you for [it](http://x.example)",
            "Thank you for [it](http://x.example)\n\nKind regards,",
        ),
    ],
)
def test_marks_of_markdown_stay_whole(scorer: Scorer, rule: str, before: str, after: str) -> None:
    draft = Draft(text=before, format="markdown", language="en")
    assert _applied(scorer, draft, f"craft.{rule}") == after


def test_closing_and_signature_end_the_letter(scorer: Scorer) -> None:
    draft = Draft(text="Thank you for the time. It was good.", language="en")
    every = [s for s in scorer.score(draft, CONTEXT).suggestions if s.edits]
    done = apply(draft, every).text
    assert done.endswith("?\n\nKind regards,\n\n[Your first and last name]")
    closed = Draft(text="Dear Ann,\n\nThank you for the time.\n\nKind regards,", language="en")
    assert _applied(scorer, closed, "craft.signature").endswith(
        "Kind regards,\n[Your first and last name]"
    )


@pytest.mark.parametrize(
    "text",
    [
        "Content-Type: text/html\n\n<p>Dear Ann,</p><p>I look forward to joining Quintal.</p>",
        (
            "Content-Type: multipart/alternative; boundary=x\n\n--x\nContent-Type: text/plain\n\n"
            "Dear Ann,\n\nI look forward to joining Quintal.\n--x\nContent-Type: text/html\n\n"
            "<p>Dear Ann,</p><p>I look forward to joining Quintal.</p>\n--x--\n"
        ),
    ],
)
def test_mails_with_markup_are_left_to_the_writer(scorer: Scorer, text: str) -> None:
    form: DraftFormat = "eml"
    draft = Draft(text=text, format=form, language="en")
    assert _applied(scorer, draft, "specificity.wrong_company") == text
