"""Every code block of the docs runs; what is generated is current."""

import json
import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from followup_kit import Context, Draft
from followup_kit.checking.reference import reference
from followup_kit.cli import kit_app, score_app
from followup_kit.rulebook.book import RuleBook
from followup_kit.scorer import Scorer

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
BLOCK = re.compile(r"^```(?P<kind>sh|python)\n(?P<code>.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(kind: str) -> list[object]:
    return [
        pytest.param(
            match["code"], id=f"{page.name}:{page.read_text()[: match.start()].count(chr(10)) + 1}"
        )
        for page in PAGES
        for match in BLOCK.finditer(page.read_text(encoding="utf-8"))
        if match["kind"] == kind
    ]


def commands(code: str) -> list[list[str]]:
    lines = code.replace("\\\n", " ").splitlines()
    return [shlex.split(line, comments=True) for line in lines if line.strip()]


@pytest.mark.parametrize("code", blocks("python"))
def test_python_blocks_run(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    exec(compile(code, "docs", "exec"), {"__name__": "docs"})  # noqa: S102  (it is our own page)


@pytest.mark.parametrize("code", blocks("sh"))
def test_commands_of_the_kit_run(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    for command in commands(code):
        name, *arguments = command
        app = {"score": score_app, "followup-kit": kit_app}.get(Path(name).name)
        if app is None:
            continue  # pip, git and the gate itself are run by the gate
        result = CliRunner().invoke(app, arguments)
        assert result.exit_code in (0, 1), result.output


def test_the_sample_of_the_readme_is_what_the_command_shows(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    sample = re.search(
        r"^```console\n\$ score (?P<asked>[^\n]+)\n(?P<shown>.*?)^```$",
        readme,
        re.MULTILINE | re.DOTALL,
    )
    assert sample
    monkeypatch.chdir(ROOT / "examples" / "designer-inmail")
    result = CliRunner().invoke(score_app, shlex.split(sample["asked"]), env={"COLUMNS": "80"})
    assert result.stdout.strip("\n") == sample["shown"].strip("\n")


def test_the_suggestion_shown_as_json_is_what_a_report_holds(scorer: Scorer) -> None:
    page = (ROOT / "docs" / "embedding.md").read_text(encoding="utf-8")
    shown = json.loads(page.split("```json\n")[1].split("```")[0])
    text = (
        "Dear Joana,\n\nThank you for the hour. I look forward to joining Quintal.\n\n"
        "Kind regards,\nBo"
    )
    context = Context(recipient="Joanna Reid", company="Brackwater")
    first = scorer.score(Draft(text=text), context).suggestions[0].model_dump(mode="json")
    assert shown == {key: first[key] for key in shown}


def test_the_rule_reference_is_current(book: RuleBook) -> None:
    assert (ROOT / "docs" / "rules.md").read_text(encoding="utf-8") == reference(book)


def test_links_between_pages_lead_somewhere() -> None:
    for page in PAGES:
        for target in re.findall(r"\]\((?!http)([^)#]+)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"
