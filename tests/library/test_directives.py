"""Comments that silence rules: which lines they speak of, and which of them do nothing."""

from collections.abc import Callable

import pytest

from followup_kit.library.directives import directives
from followup_kit.models.draft import Draft
from followup_kit.models.listing import Listed
from followup_kit.reading.template import open_template

BODY = (
    "Dear {{ first_name }},\n\nThank you for the tour. He/she told me that [what they told you].\n"
)


def spoken_of(text: str) -> list[tuple[tuple[str, ...], int, int]]:
    source = open_template(Draft(text=text, format="markdown", name="t"))
    return [(one.rules, one.line, one.last_line) for one in directives(source)]


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("a <!-- followup-kit: ignore craft.thanks -->\nb", [(("craft.thanks",), 1, 1)]),
        ("<!-- followup-kit: ignore craft.thanks -->\n\n\nb\nc", [(("craft.thanks",), 4, 4)]),
        (
            "x\r\n{# followup-kit: ignore craft, template.hollow #}\r\ny",
            [(("craft", "template.hollow"), 3, 3)],
        ),
        ("{{! followup-kit: ignore-file }}\nb", [((), 0, 0)]),
        ("<!-- followup-kit: ignore\ncraft.thanks -->\nb", [(("craft.thanks",), 3, 3)]),
        ("---\nignore: [craft.thanks]\n---\nb", [(("craft.thanks",), 0, 0)]),
        ("<!-- a note -->\nfollowup-kit: ignore x", []),
        ("<!-- followup-kit: disable x -->", []),
        ("b\n<!-- followup-kit: ignore craft -->", [(("craft",), 2, 2)]),
    ],
)
def test_a_comment_speaks_of_its_line_the_next_or_the_file(
    text: str, spoken: list[tuple[tuple[str, ...], int, int]]
) -> None:
    assert spoken_of(text) == spoken


@pytest.mark.parametrize(
    "names", ["template.gender_form", "template", "template.*", "craft, template", ""]
)
def test_rules_are_named_by_id_by_area_or_not_at_all(
    names: str, check_one: Callable[..., Listed]
) -> None:
    text = BODY.replace("Thank", f"<!-- followup-kit: ignore {names} -->\nThank")
    rules = [problem.rule for problem in check_one(text).problems]
    assert "template.gender_form" not in rules
    assert "template.unused_suppression" not in rules


@pytest.mark.parametrize(
    ("names", "hint"),
    [
        ("template.encoding", ""),
        ("template.gender_fom", "Did you mean template.gender_form?"),
        ("tempalte", "Did you mean"),
    ],
)
def test_a_comment_that_silences_nothing_is_said_with_what_was_meant(
    names: str, hint: str, check_one: Callable[..., Listed]
) -> None:
    comment = f"<!-- followup-kit: ignore {names} -->"
    text = BODY.replace("Thank", f"{comment}\nThank")
    (problem,) = [p for p in check_one(text).problems if p.rule == "template.unused_suppression"]
    assert problem.span.text == comment
    assert hint in problem.message
    assert bool(problem.edits) == (not hint)
    assert "template.gender_form" in [p.rule for p in check_one(text).problems]


def test_taking_out_what_silences_nothing_leaves_nothing_to_say(
    check_one: Callable[..., Listed],
) -> None:
    text = BODY.replace("Thank", "<!-- followup-kit: ignore template.encoding -->\nThank")
    (problem,) = [p for p in check_one(text).problems if p.rule == "template.unused_suppression"]
    (edit,) = problem.edits
    mended = text[: edit.start] + edit.text + text[edit.end :]
    assert "template.unused_suppression" not in [p.rule for p in check_one(mended).problems]


def test_settings_silence_and_weigh_rules(check_one: Callable[..., Listed]) -> None:
    silent = check_one(BODY, ignore=("template.gender_form",))
    assert "template.gender_form" not in [problem.rule for problem in silent.problems]
    assert silent.suppressed == 1
    weighed = check_one(BODY, severity={"template.gender_form": "error"})
    (problem,) = [p for p in weighed.problems if p.rule == "template.gender_form"]
    assert problem.severity == "error"
