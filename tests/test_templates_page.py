"""The page on templates: its walk runs in order in an empty folder; its tables say what the code says."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import NamedTuple

from followup_kit.library.settings import Override, Settings
from followup_kit.models.template import FrontMatter
from followup_kit.reading.front_matter import read_front_matter
from followup_kit.rulebook.template_rules import load_template_rules

PAGE = Path(__file__).parents[1] / "docs" / "templates.md"
TEXT = PAGE.read_text(encoding="utf-8")
_STEP = re.compile(
    r"^```bash(?: exits=(?P<exits>\d))?\n(?P<code>.*?)^```\n(?:\n```text\n(?P<shown>.*?)^```$)?",
    re.MULTILINE | re.DOTALL,
)
_ROW = re.compile(r"^\| `(?P<name>[\w.-]+)` \| (?P<cell>[^|]+) \|", re.MULTILINE)


class Step(NamedTuple):
    """A block of the walk, and what the page says comes of it."""

    code: str
    exits: int
    shown: str | None


def steps() -> list[Step]:
    """The blocks in order."""
    return [
        Step(found["code"], int(found["exits"] or 0), found["shown"])
        for found in _STEP.finditer(TEXT)
    ]


def section(title: str) -> str:
    """What stands below a heading."""
    return TEXT.split(f"\n## {title}\n", 1)[1].split("\n## ", 1)[0]


def block(title: str, kind: str) -> str:
    """The first block of a kind below a heading."""
    return section(title).split(f"```{kind}\n", 1)[1].split("```", 1)[0]


def test_the_five_steps_do_what_they_show(tmp_path: Path) -> None:
    commands = Path(sys.executable).parent
    folder = tmp_path / "library"
    folder.mkdir()
    env = {
        **{name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
        "PATH": f"{commands}:{os.environ['PATH']}",
        "COLUMNS": "80",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "PRE_COMMIT_HOME": str(tmp_path / "hooks"),
    }
    for step in steps():
        done = subprocess.run(
            ["bash", "-eu", "-c", step.code],  # noqa: S607
            cwd=folder,
            env=env,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == step.exits, done.stdout + done.stderr
        if step.shown is not None:
            assert done.stdout.strip("\n") == step.shown.strip("\n")
    assert len([step for step in steps() if step.shown]) == 4


def test_every_rule_of_templates_is_listed_with_its_severity() -> None:
    listed = {
        row["name"]: row["cell"] for row in _ROW.finditer(section("What is checked, and why"))
    }
    assert listed == {rule.id: rule.severity for rule in load_template_rules().by_id.values()}


def test_every_setting_is_listed_with_its_default() -> None:
    listed = {row["name"]: row["cell"] for row in _ROW.finditer(section("Settings"))}
    defaults = Settings().model_dump(mode="json", by_alias=False)
    assert [name.replace("-", "_") for name in listed] == list(defaults)
    for name, cell in listed.items():
        default = defaults[name.replace("-", "_")]
        if default is not None:
            said = tomllib.loads(f"x = {cell.strip('`')}")["x"]
            assert said == default, name


def test_the_override_shown_is_one() -> None:
    (table,) = tomllib.loads(block("Settings", "toml"))["overrides"]
    Override.model_validate({name.replace("-", "_"): value for name, value in table.items()})


def test_the_front_matter_shown_holds_every_key() -> None:
    front = read_front_matter(block("What a template says of itself", "yaml"), "page")
    assert {key.name for key in front.keys} == set(FrontMatter.model_fields)
