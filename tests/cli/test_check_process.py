"""``followup-kit check`` as processes of their own: what they import, show and keep at once."""

import json
import os
import pty
import signal
import subprocess
import sys
from pathlib import Path

import pytest

GOOD = """---
lang: en
---
Dear {{ first_name }},

Thank you for the hour in the dye works. You told me that [what they told you about the vats].

I want this because [why you want it]. As I understand it, [the challenge of the role] comes first; I
would start with [what you would do first]. Shall we speak on Thursday?

Kind regards,
{{ my_name }}
"""
CHECK = [sys.executable, "-m", "followup_kit", "check"]


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """Three templates, one of which is hollow."""
    (tmp_path / "a.md").write_text(GOOD, encoding="utf-8")
    (tmp_path / "b.md").write_text(GOOD.replace("dye works", "mill"), encoding="utf-8")
    (tmp_path / "c.txt").write_text(
        "Dear {{ first_name }},\n\nThank you for the interview.\n", encoding="utf-8"
    )
    (tmp_path / "followup-kit.toml").write_text("duplicates = 100\n", encoding="utf-8")
    return tmp_path


def run(folder: Path, *options: str, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*CHECK, *options], cwd=folder, capture_output=True, encoding="utf-8", check=False,
        env={**os.environ, "PYTHONUTF8": "1", **env},
    )  # fmt: skip


def test_an_unchanged_library_imports_no_spacy_and_loads_no_rules(library: Path) -> None:
    first = run(library, "--format", "json")
    code = (
        "import sys\nfrom followup_kit.cli import kit\nsys.argv = ['followup-kit', 'check', '--format', 'json']\n"
        "try:\n    kit()\nexcept SystemExit as left:\n    print(left.code, file=sys.stderr)\n"
        "print({'spacy', 'followup_kit.scorer', 'followup_kit.library.judge', 'numpy'} & set(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=library, capture_output=True, encoding="utf-8", check=True
    )
    assert done.stderr == "1\nset()\n"
    assert done.stdout == first.stdout


def test_two_runs_at_once_lose_nothing(library: Path) -> None:
    for number in range(12):
        (library / f"t{number}.md").write_text(
            GOOD.replace("hour", f"{number} hours"), encoding="utf-8"
        )
    runs = [
        subprocess.Popen(
            [*CHECK, "--format", "json"],
            cwd=library,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for _ in range(2)
    ]
    told = [one.communicate() for one in runs]
    assert [one.returncode for one in runs] == [1, 1]
    assert told[0][0] == told[1][0]
    assert run(library, "--format", "json").stdout.encode() == told[0][0]
    assert run(library, "--no-cache", "--format", "json").stdout.encode() == told[0][0]


def test_a_run_that_is_broken_off_leaves_no_broken_cache(library: Path) -> None:
    process = subprocess.Popen(CHECK, cwd=library, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    process.send_signal(signal.SIGINT)
    process.communicate()
    done = run(library)
    assert (done.returncode, done.stderr) == (1, "")


def test_a_terminal_sees_how_far_it_is_and_a_pipe_does_not(library: Path) -> None:
    outer, inner = pty.openpty()
    process = subprocess.Popen(
        [*CHECK, "--no-cache"], cwd=library, stdout=subprocess.PIPE, stderr=inner,
        env={**os.environ, "TERM": "xterm-256color"},
    )  # fmt: skip
    os.close(inner)
    shown, _ = process.communicate()
    assert process.returncode == 1
    assert b"3/3" in _all_of(outer)
    os.close(outer)
    piped = run(library, "--no-cache")
    assert piped.stderr == ""
    assert piped.stdout.encode() == shown


def test_colours_are_for_terminals(library: Path) -> None:
    assert "\x1b[" in run(library, FORCE_COLOR="1").stdout
    assert "\x1b[" not in run(library).stdout


def test_every_format_but_text_is_utf8_whatever_the_terminal_speaks(library: Path) -> None:
    (library / "d.txt").write_text("Dear {{ prénom }},\n\nThanks, café.\n", encoding="utf-8")
    done = subprocess.run(
        [*CHECK, "--format", "json"], cwd=library, capture_output=True, check=False,
        env={**os.environ, "PYTHONUTF8": "0", "PYTHONIOENCODING": "cp1252"},
    )  # fmt: skip
    assert [file["path"] for file in json.loads(done.stdout.decode("utf-8"))["files"]][
        -1
    ] == "d.txt"


def _all_of(terminal: int) -> bytes:
    shown = b""
    try:
        while chunk := os.read(terminal, 65536):
            shown += chunk
    except OSError:  # the other end is closed
        pass
    return shown
