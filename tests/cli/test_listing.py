"""``score`` in the formats of CI systems."""

import json
from pathlib import Path
from typing import Any

import pytest
from junitparser import JUnitXml
from typer.testing import CliRunner, Result

from followup_kit.cli import score_app
from followup_kit.rendering.listing import SUMMARY_LIMIT

EXAMPLES = Path(__file__).parents[2] / "examples"
UNFILLED = "template-left/message.txt"
STRONG = "warehouse-lead/message.eml"
LISTS = ("sarif", "github", "junit", "rdjsonl", "checkstyle", "gitlab")


@pytest.fixture(autouse=True)
def _among_the_examples(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(EXAMPLES)
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)


def score(*arguments: str, stdin: str = "") -> Result:
    return CliRunner().invoke(score_app, arguments, input=stdin)


def sarif(*arguments: str, stdin: str = "") -> Any:
    (run,) = json.loads(score(*arguments, "--format", "sarif", stdin=stdin).stdout)["runs"]
    return run


def uris(run: Any) -> set[str]:
    places = [result["locations"][0]["physicalLocation"] for result in run["results"]]
    return {place["artifactLocation"]["uri"] for place in places}


@pytest.mark.parametrize("name", LISTS)
def test_every_list_names_the_draft_and_the_rule(name: str) -> None:
    result = score(UNFILLED, "--format", name)
    assert result.exit_code == 0
    assert result.stderr == ""
    assert UNFILLED in result.stdout
    assert "craft.placeholder_left" in result.stdout
    assert result.stdout == score(UNFILLED, "--format", name).stdout


def test_several_drafts_are_one_document(tmp_path: Path) -> None:
    path = tmp_path / "junit.xml"
    result = score(UNFILLED, STRONG, "--format", "junit", "--output", str(path))
    assert (result.exit_code, result.stdout) == (0, "")
    assert [suite.name for suite in JUnitXml.fromfile(str(path))] == [UNFILLED, STRONG]


def test_a_draft_that_cannot_be_read_is_listed_and_stops_nobody() -> None:
    result = score("missing.txt", UNFILLED, "--format", "github")
    assert result.exit_code == 2
    assert result.stdout.startswith(
        "::error file=missing.txt,line=1,title=Not judged::no such file"
    )
    assert result.stderr.startswith("missing.txt: no such file")
    assert UNFILLED in result.stdout


def test_a_draft_that_cannot_be_scored_makes_the_run_fail() -> None:
    german = "Sehr geehrte Frau Reid, vielen Dank für das Gespräch und die offenen Worte."
    run = sarif("-", stdin=german)
    assert run["invocations"][0]["executionSuccessful"] is False
    assert run["results"] == []


def test_standard_input_has_a_path_that_is_no_option() -> None:
    assert uris(sarif("-", stdin="Dear [Name], thank you for the tour.")) == {"standard-input"}


def test_paths_are_told_from_the_current_folder() -> None:
    assert uris(sarif(str(EXAMPLES / UNFILLED))) == {UNFILLED}
    assert uris(sarif(f"./template-left/../{UNFILLED}")) == {UNFILLED}


def test_the_gates_hold() -> None:
    assert score(UNFILLED, "--format", "gitlab", "--fail-on", "error").exit_code == 1
    assert score(UNFILLED, "--format", "gitlab", "--min-score", "90").exit_code == 1


def test_the_list_speaks_one_language() -> None:
    french = "Bonjour [Nom], merci pour cet échange sur la refonte du site."
    run = sarif("-", UNFILLED, stdin=french)
    assert run["language"] == "fr"
    titles = {
        rule["id"]: rule["shortDescription"]["text"] for rule in run["tool"]["driver"]["rules"]
    }
    said = [r["message"]["text"] for r in run["results"] if r["ruleId"] == "craft.placeholder_left"]
    assert len(said) > 1
    assert all(text.startswith(titles["craft.placeholder_left"]) for text in said)
    assert sarif("-", "--messages", "en", stdin=french)["language"] == "en"


def test_github_gets_a_summary_of_the_step_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "summary.md"
    path.write_text("before\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(path))
    score(UNFILLED, "--format", "sarif")
    assert path.read_text(encoding="utf-8") == "before\n"
    score(UNFILLED, "--format", "github")
    assert path.read_text(encoding="utf-8").startswith("before\n## followup\\_kit\n\n1 file, ")


def test_a_full_summary_is_left_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "summary.md"
    path.write_bytes(b"x" * SUMMARY_LIMIT)
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(path))
    score(UNFILLED, "--format", "github")
    assert path.stat().st_size == SUMMARY_LIMIT


def test_a_summary_that_cannot_be_written_is_said_and_the_list_still_comes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path))
    result = score(UNFILLED, "--format", "github")
    assert result.exit_code == 0
    assert "cannot be written" in result.stderr
    assert result.stderr.count("\n") == 1
    assert "::error " in result.stdout


@pytest.mark.parametrize("other", ["--batch", "--compare"])
def test_lists_do_not_go_with_other_ways_of_judging(other: str) -> None:
    result = score(UNFILLED, UNFILLED, other, "--format", "sarif")
    assert result.exit_code == 2
    assert f"--format sarif does not go with {other}" in result.stderr
