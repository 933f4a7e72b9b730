"""The hook, as pre-commit fetches, installs and runs it; each run makes an environment of its own."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

HOOK = "followup-kit-check"
Try = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def library(tmp_path: Path, fetched: Path, commit: Callable[[Path], None]) -> Path:
    """A repository of somebody's own with the sample library and a text that is no template."""
    folder = tmp_path / "library"
    shutil.copytree(fetched / "examples" / "templates", folder)
    (folder / "notes.txt").write_text("Un, dos, tres: no es una plantilla.\n", encoding="utf-8")
    commit(folder)
    return folder


@pytest.fixture
def try_repo(library: Path, fetched: Path, clean_env: Mapping[str, str]) -> Try:
    """Run the hook on files of the library."""

    def run(*files: str) -> subprocess.CompletedProcess[str]:
        home = library.parent / "home"
        home.mkdir()
        command = [sys.executable, "-m", "pre_commit", "try-repo", str(fetched), HOOK]
        return subprocess.run(
            [*command, "--files", *files],
            cwd=library,
            env={**clean_env, "TMPDIR": str(home), "PRE_COMMIT_HOME": str(home)},
            capture_output=True,
            text=True,
            check=False,
        )

    return run


def test_it_fails_on_a_library_with_findings_and_shows_them(try_repo: Try) -> None:
    done = try_repo("en/interview/thanks.md", "en/interview/after-first.md")
    assert done.returncode == 1, done.stderr
    assert "Failed" in done.stdout
    assert "en/interview/thanks.md" in done.stdout
    assert "template.hollow" in done.stdout
    assert "after-first" not in done.stdout


def test_it_passes_on_good_templates_and_heeds_what_the_settings_leave_out(try_repo: Try) -> None:
    done = try_repo("en/interview/after-first.md", "fr/sms/after-visit.txt", "notes.txt")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Passed" in done.stdout
