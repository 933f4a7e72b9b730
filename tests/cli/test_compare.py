"""``score --compare``: two drafts at a terminal."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from followup_kit.cli import score_app

THANKS = "Dear Joanna,\n\nThank you for your time. I am motivated.\n\nKind regards,\nBo Lind\n"
REASON = THANKS.replace(
    "I am motivated.",
    "I applied because I baked at night for six years and miss it; that is why I chose you and not"
    " the supermarket. Your second oven loses heat at the hinge: I would change the seal first.",
)


@pytest.fixture
def drafts(tmp_path: Path) -> tuple[str, str]:
    """A before and an after."""
    before, after = tmp_path / "before.txt", tmp_path / "after.txt"
    before.write_text(THANKS, encoding="utf-8")
    after.write_text(REASON, encoding="utf-8")
    return str(before), str(after)


def test_the_better_draft_is_named(drafts: tuple[str, str]) -> None:
    result = CliRunner().invoke(score_app, ["--compare", *drafts])
    assert result.exit_code == 0
    assert "The second draft is better" in result.output
    french = CliRunner().invoke(score_app, ["--compare", *drafts, "--messages", "fr"])
    assert "La seconde version est meilleure" in french.output


def test_one_draft_may_come_from_standard_input(drafts: tuple[str, str]) -> None:
    result = CliRunner().invoke(score_app, ["--compare", "-", drafts[1]], input=THANKS)
    assert result.exit_code == 0


def test_json_is_one_document(drafts: tuple[str, str]) -> None:
    result = CliRunner().invoke(score_app, ["--compare", *drafts, "--format", "json"])
    assert json.loads(result.stdout)["better"] == "after"


def test_the_least_score_is_asked_of_the_second(drafts: tuple[str, str]) -> None:
    better = json.loads(
        CliRunner().invoke(score_app, ["--compare", *drafts, "--format", "json"]).stdout
    )["score_after"]
    for least, code in ((better, 0), (better + 1, 1)):
        asked = ["--compare", *drafts, "--min-score", str(least)]
        assert CliRunner().invoke(score_app, asked).exit_code == code


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["--compare", "one.txt"], "takes two drafts"),
        (["--compare", "-", "-"], "takes two drafts"),
        (["--compare", "a.txt", "b.txt", "--batch"], "does not go with --compare"),
        (["--compare", "a.txt", "b.txt", "--format", "jsonl"], "does not go with --compare"),
    ],
)
def test_what_does_not_go_together_is_said_in_a_line(arguments: list[str], why: str) -> None:
    result = CliRunner().invoke(score_app, arguments)
    assert result.exit_code == 2
    assert why in result.output
    assert result.output.count("\n") == 1


def test_a_draft_that_cannot_be_scored_is_no_winner(drafts: tuple[str, str]) -> None:
    text = "Sehr geehrte Frau Reid,\n\nvielen Dank für das Gespräch am Donnerstag.\n"
    result = CliRunner().invoke(score_app, ["--compare", drafts[0], "-"], input=text)
    assert result.exit_code == 2
    assert "not scored" in result.output
