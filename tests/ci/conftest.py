"""What tests of hooks and CI files share: the project as others fetch it, and repositories of their own."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
import yaml
from filelock import FileLock

ROOT = Path(__file__).parents[2]
FETCHED = (
    "src", "rules", "examples", "README.md", "LICENSE", "CHANGELOG.md", "pyproject.toml",
    "action.yml", ".pre-commit-hooks.yaml",
)  # fmt: skip
_GIT = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_AUTHOR_NAME": "A writer",
    "GIT_AUTHOR_EMAIL": "writer@example.org",
    "GIT_COMMITTER_NAME": "A writer",
    "GIT_COMMITTER_EMAIL": "writer@example.org",
}
_OURS = ("PYTHON", "VIRTUAL_ENV", "PYTEST", "GITHUB_", "GIT_")
"""Beginnings of variables that would let the checkout under test, or its CI, be seen."""

BASH = ("bash", "--noprofile", "--norc", "-eo", "pipefail")
"""How GitHub starts a step whose shell is bash."""

Commit = Callable[[Path], None]


@pytest.fixture(scope="session")
def clean_env() -> Mapping[str, str]:
    """The environment of somebody who has not this checkout at hand."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(_OURS)}
    return {**kept, **_GIT}


@pytest.fixture(scope="session")
def commit(clean_env: Mapping[str, str]) -> Commit:
    """Make a folder a repository if it is none, and commit all that is in it."""

    def made(folder: Path) -> None:
        for words in (("init", "-q"), ("add", "-A"), ("commit", "-q", "-m", "As it is")):
            subprocess.run(["git", *words], cwd=folder, env=clean_env, check=True)  # noqa: S607

    return made


@pytest.fixture(scope="session")
def fetched(tmp_path_factory: pytest.TempPathFactory, commit: Commit) -> Path:
    """A repository that holds this working tree, committed or not."""
    folder = tmp_path_factory.mktemp("fetched") / "followup_kit"
    for name in FETCHED:
        source = ROOT / name
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            leave = shutil.ignore_patterns("__pycache__", "*.egg-info", ".followup-kit-cache")
            shutil.copytree(source, folder / name, ignore=leave)
        elif source.exists():
            shutil.copyfile(source, folder / name)
    commit(folder)
    return folder


@pytest.fixture(scope="session")
def kit(
    fetched: Path, tmp_path_factory: pytest.TempPathFactory, clean_env: Mapping[str, str]
) -> Path:
    """The folder of commands that the action's first step installs, once for all workers."""
    base = tmp_path_factory.getbasetemp()
    place = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "runner"
    output = place / "output.txt"
    with FileLock(f"{place}.lock"):
        if not output.exists():
            place.mkdir()
            _install(fetched, place, clean_env)
    name, _, value = output.read_text(encoding="utf-8").strip().partition("=")
    assert name == "bin"
    return Path(value)


def _install(fetched: Path, place: Path, clean_env: Mapping[str, str]) -> None:
    """Run the action's first step as it is written."""
    action = yaml.safe_load((fetched / "action.yml").read_text(encoding="utf-8"))
    done = subprocess.run(
        [*BASH, "-c", action["runs"]["steps"][0]["run"]],
        cwd=place,
        env={
            **clean_env,
            "PYTHON": sys.executable,
            "RUNNER_TEMP": str(place),
            "GITHUB_ACTION_PATH": str(fetched),
            "GITHUB_OUTPUT": str(place / "output.txt"),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
