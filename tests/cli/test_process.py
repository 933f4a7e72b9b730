"""The commands as processes of their own: what they import, and how they end in a shell."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"
WEAK = str(EXAMPLES / "thank-you-only" / "message.txt")


def run(*arguments: str, stdin: str = "", **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "followup_kit", *arguments],
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "PYTHONUTF8": "1", **env},
    )


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["--version"],
        ["score", "--help"],
        ["score"],
        ["score", "--lang", "de", "x.txt"],
        ["rules", "list"],
        ["explain", "craft.closing"],
        ["doctor"],
        ["schema", "report"],
    ],
    ids=" ".join,
)
def test_what_scores_nothing_imports_no_spacy(arguments: list[str]) -> None:
    code = (
        "import sys\nfrom followup_kit.cli import kit\n"
        "try:\n    kit()\nexcept SystemExit:\n    pass\n"
        "sys.exit('spacy' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, check=False
    )
    assert done.returncode == 0


def test_help_imports_next_to_nothing() -> None:
    code = (
        "import sys\nfrom followup_kit.cli import score\nsys.argv = ['score', '--help']\n"
        "try:\n    score()\nexcept SystemExit:\n    pass\n"
        "print({'rich', 'yaml', 'followup_kit.scorer'} & set(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr == "set()\n"


def test_exit_codes_reach_the_shell() -> None:
    assert run("score", WEAK).returncode == 0
    assert run("score", WEAK, "--min-score", "100").returncode == 1
    missing = run("score", "missing.txt")
    assert (missing.returncode, missing.stdout, missing.stderr.count("\n")) == (2, "", 1)


def test_a_code_page_that_lacks_our_signs_breaks_nothing() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "followup_kit", "score", WEAK, "--messages", "fr"],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONUTF8": "0", "PYTHONIOENCODING": "cp1252"},
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert "À faire maintenant" in done.stdout.decode("cp1252")


def test_json_is_utf_8_whatever_the_code_page() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "followup_kit", "score", "-", "--format", "json"],
        input="Bonjour Élodie, merci pour la visite de mardi, j’ai repensé aux carreaux.".encode(),
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONUTF8": "0", "PYTHONIOENCODING": "cp1252"},
    )
    assert "Élodie" in json.loads(done.stdout.decode("utf-8"))["text"]


def test_a_reader_that_goes_away_is_met_with_silence() -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "followup_kit", "schema", "report"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    said = process.stderr.read()
    process.stderr.close()
    assert (process.wait(), said) == (141, b"")


def on_a_terminal(arguments: list[str], columns: int, **env: str) -> str:
    """What a terminal of so many columns would be sent."""
    outer, inner = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "followup_kit", *arguments],
        stdin=subprocess.DEVNULL,
        stdout=inner,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "TERM": "xterm-256color", "COLUMNS": str(columns), **env},
    )
    os.close(inner)
    shown = b""
    while chunk := _read(outer):
        shown += chunk
    os.close(outer)
    assert process.wait() == 0
    return shown.decode("utf-8")


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # the other end is closed
        return b""


def test_a_terminal_gets_colours_and_its_own_width() -> None:
    explain = ["explain", "craft.closing"]
    wide, narrow = on_a_terminal(explain, 96), on_a_terminal(explain, 50)
    assert "\x1b[" in wide
    assert wide.count("\n") < narrow.count("\n")
    assert "\x1b[" not in on_a_terminal(explain, 80, NO_COLOR="1")
    assert "\x1b[" not in on_a_terminal(explain, 80, TERM="dumb")
    assert "\x1b[" in run(*explain, FORCE_COLOR="1").stdout
    assert "\x1b[" not in run(*explain).stdout


def test_a_batch_shows_its_progress_on_a_terminal_that_shows_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "messages.jsonl"
    path.write_text('{"body": "Dear Ann, thank you for the tour."}\n' * 3, encoding="utf-8")
    outer, inner = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "followup_kit", "score", "--batch", str(path)],
        stdout=subprocess.PIPE,
        stderr=inner,
        env={**os.environ, "TERM": "xterm-256color"},
    )
    os.close(inner)
    assert process.stdout is not None
    written = process.stdout.read()
    process.stdout.close()
    assert process.wait() == 0
    assert len(written.splitlines()) == 3
    assert _read(outer) != b""
    os.close(outer)
    assert run("score", "--batch", str(path)).stderr == ""
