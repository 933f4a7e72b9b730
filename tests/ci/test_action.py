"""The action for GitHub: its steps, run as the runner runs them, on the sample library."""

import json
import re
import shutil
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.ci.conftest import BASH

ROOT = Path(__file__).parents[2]
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
INSTALL, CHECK = ACTION["runs"]["steps"]
_EXPRESSION = re.compile(r"\$\{\{\s*([\w.-]+)\s*\}\}")


@dataclass(frozen=True)
class Ran:
    """What a step left behind."""

    code: int
    log: str
    summary: str
    outputs: dict[str, str] = field(default_factory=dict)

    @property
    def commands(self) -> list[str]:
        """The workflow commands in its log."""
        return [line for line in self.log.splitlines() if line.startswith("::")]


def run_step(
    step: Mapping[str, Any], known: Mapping[str, str], folder: Path, env: Mapping[str, str]
) -> Ran:
    """Run a step's script as it is written; expressions stand in its variables only."""
    files = {name: folder.parent / f"{name.lower()}.txt" for name in ("SUMMARY", "OUTPUT")}
    for file in files.values():
        file.write_text("", encoding="utf-8")
    script = folder.parent / "step.sh"
    script.write_text(step["run"], encoding="utf-8")
    variables = {
        name: _EXPRESSION.sub(lambda found: known[found[1]], str(value))
        for name, value in step.get("env", {}).items()
    }
    done = subprocess.run(
        [*BASH, str(script)],
        cwd=folder,
        env={
            **env,
            **variables,
            "GITHUB_STEP_SUMMARY": str(files["SUMMARY"]),
            "GITHUB_OUTPUT": str(files["OUTPUT"]),
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    said = files["OUTPUT"].read_text(encoding="utf-8").splitlines()
    outputs = dict(line.split("=", 1) for line in said)
    return Ran(done.returncode, done.stdout, files["SUMMARY"].read_text(encoding="utf-8"), outputs)


def inputs(**given: str) -> dict[str, str]:
    """The inputs of the action with their defaults."""
    named = {name.replace("_", "-"): value for name, value in given.items()}
    assert named.keys() <= ACTION["inputs"].keys()
    return {
        f"inputs.{name}": named.get(name, str(one["default"]))
        for name, one in ACTION["inputs"].items()
    }


@pytest.fixture(scope="module")
def library(
    fetched: Path, tmp_path_factory: pytest.TempPathFactory, commit: Callable[[Path], None]
) -> Path:
    """A repository with the sample library in ``templates``."""
    folder = tmp_path_factory.mktemp("project") / "checkout"
    shutil.copytree(fetched / "examples" / "templates", folder / "templates")
    commit(folder)
    return folder


Act = Callable[..., Ran]


@pytest.fixture(scope="module")
def act(library: Path, kit: Path, clean_env: Mapping[str, str]) -> Act:
    """Run the step that checks, with the kit that the first step installed."""

    def run(**given: str) -> Ran:
        known = {**inputs(**given), "steps.install.outputs.bin": str(kit)}
        return run_step(CHECK, known, library, clean_env)

    return run


def test_findings_fail_the_step_beside_their_lines_and_in_the_summary(act: Act) -> None:
    ran = act(paths="templates", min_score="50")
    assert ran.code == 1
    assert ran.outputs == {"exit-code": "1"}
    expected = (ROOT / "examples/templates/expected.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(ran.commands) == len(expected)
    hollow = next(line for line in ran.commands if "template.hollow" in line)
    assert hollow.startswith("::error file=templates/en/interview/thanks.md,line=6")
    assert "template.hollow" in ran.summary
    assert "32 files" in ran.summary


def test_good_templates_pass_without_a_word(act: Act) -> None:
    ran = act(paths="templates/en/inmail\ntemplates/fr/inmail\n")
    assert (ran.code, ran.commands) == (0, [])
    assert "4 files" in ran.summary


def test_a_sarif_file_is_written_beside_the_annotations(act: Act, library: Path) -> None:
    ran = act(paths="templates", sarif_file="found.sarif")
    assert ran.code == 1
    assert ran.outputs == {"exit-code": "1", "sarif-file": "found.sarif"}
    log = json.loads((library / "found.sarif").read_text(encoding="utf-8"))
    assert len(log["runs"][0]["results"]) == len(ran.commands)


def test_what_fails_the_step_can_be_said(act: Act) -> None:
    ran = act(paths="templates", fail_on="never")
    assert ran.code == 0
    assert ran.commands


def test_only_what_changed_is_checked(act: Act, library: Path) -> None:
    changed = library / "templates/en/sms/after-visit.txt"
    before = changed.read_text(encoding="utf-8")
    changed.write_text("---\nchannel: sms\n---\nHi {{ first_name }}, thanks for today.\n")
    ran = act(paths="templates", changed_since="HEAD", format="text")
    changed.write_text(before, encoding="utf-8")
    assert ran.code == 1
    assert "after-visit.txt" in ran.log
    assert "thanks.md" not in ran.log


def test_more_options_and_settings_are_passed_on(act: Act) -> None:
    settings = "templates/followup-kit.toml"
    ran = act(config=settings, args="--messages fr --no-cache", format="text")
    assert ran.code == 1
    assert "32 fichiers" in ran.log


def test_a_path_is_never_taken_for_a_command_or_an_option(act: Act, library: Path) -> None:
    ran = act(paths="$(touch taken)\n--help")
    assert ran.code == 2
    assert not (library / "taken").exists()
    assert "$(touch taken): no such file" in ran.log


def test_a_python_that_is_none_of_ours_is_refused(
    tmp_path: Path, clean_env: Mapping[str, str]
) -> None:
    folder = tmp_path / "checkout"
    folder.mkdir()
    ran = run_step(INSTALL, inputs(python="false"), folder, clean_env)
    assert ran.code == 2
    assert ran.commands[0].startswith("::error title=followup-kit::Python 3.11 to 3.13")


def test_the_example_workflow_uses_the_action_as_it_is() -> None:
    page = (ROOT / "examples/ci/github-workflow.yml").read_text(encoding="utf-8")
    steps = yaml.safe_load(page)["jobs"]["check"]["steps"]
    (ours,) = [step for step in steps if "/followup_kit@" in step["uses"]]
    assert ours["with"].keys() <= ACTION["inputs"].keys()


def test_no_script_holds_an_expression() -> None:
    for step in ACTION["runs"]["steps"]:
        assert step["shell"] == "bash"
        assert "${{" not in step["run"]
