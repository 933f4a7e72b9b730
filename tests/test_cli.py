"""The commands as people and scripts use them: output, one line of error, exit codes."""

import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from typer.testing import CliRunner

from followup_kit import Report
from followup_kit.cli import kit_app, score_app
from followup_kit.cli.schemas import SCHEMAS

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "examples"
GOLDEN = ROOT / "benchmarks" / "judgement" / "golden"
HOLLOW = str(EXAMPLES / "thank-you-only" / "message.txt")


def command(*arguments: str, given: bytes = b"", **env: str) -> subprocess.CompletedProcess[bytes]:
    """Run the umbrella as a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "followup_kit", *arguments],
        input=given,
        capture_output=True,
        env={**os.environ, **env},
        check=False,
    )


def score(*arguments: str, given: str | None = None) -> tuple[int, str]:
    """Run ``score`` in this process; gives the exit code and the output."""
    result = CliRunner().invoke(score_app, list(arguments), input=given)
    return result.exit_code, result.stdout


def test_help_imports_no_spacy() -> None:
    code = (
        "import sys\nfrom followup_kit.cli import score\nsys.argv = ['score', '--help']\n"
        "try: score()\nexcept SystemExit: pass\nprint('spacy' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip().endswith("False")


def test_rules_list_and_explain_import_no_spacy() -> None:
    for arguments in (["rules", "list"], ["explain", "stakes.first_step"], ["doctor"]):
        code = (
            f"import sys\nfrom followup_kit.cli import kit\nsys.argv = ['kit', *{arguments}]\n"
            "try: kit()\nexcept SystemExit: pass\nprint('spacy' in sys.modules)"
        )
        done = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True
        )
        assert done.stdout.strip().endswith("False")


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["score"], "no draft given"),
        (["score", "nothing.txt"], "nothing.txt: no such file"),
        (["score", "."], "a folder"),
        (["score", HOLLOW, "--date", "soon"], "write it as 2025-03-14"),
        (["score", HOLLOW, "--channel", "fax"], "fax"),
        (["score", HOLLOW, "--rules", "nowhere"], "a folder that holds pack.yaml expected"),
        (["explain", "craft.gfit"], "did you mean craft.gift?"),
        (["schema", "nothing"], "known are report, rule, batch"),
    ],
)
def test_a_mistake_gets_one_line_and_exit_code_2(arguments: list[str], line: str) -> None:
    done = command(*arguments)
    assert done.returncode == 2
    assert done.stderr.decode().count("\n") == 1
    assert line in done.stderr.decode()
    assert b"Traceback" not in done.stderr


def test_one_unreadable_draft_does_not_stop_the_others() -> None:
    done = command("score", "nothing.txt", HOLLOW, "--format", "jsonl")
    assert done.returncode == 2
    assert len(done.stdout.decode().splitlines()) == 1


def test_what_is_not_scored_is_said_and_never_a_pass() -> None:
    done = command(
        "score", "-", given="Vielen Dank für das Gespräch am Montag, ich freue mich.".encode()
    )
    assert done.returncode == 2
    assert b"German" in done.stderr


def test_no_colour_codes_when_piped_and_none_when_unwanted() -> None:
    assert b"\x1b" not in command("score", HOLLOW).stdout
    assert b"\x1b" not in command("score", HOLLOW, NO_COLOR="1", FORCE_COLOR="1").stdout
    assert b"\x1b" in command("score", HOLLOW, FORCE_COLOR="1", NO_COLOR="").stdout


def test_a_reader_that_goes_away_gets_no_complaint() -> None:
    line = f"'{sys.executable}' -m followup_kit rules list | head -1"
    done = subprocess.run(["/bin/sh", "-c", line], capture_output=True, check=True)
    assert done.stderr == b""


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ([HOLLOW], 0),
        ([HOLLOW, "--min-score", "90"], 1),
        ([HOLLOW, "--min-score", "1"], 0),
        ([str(EXAMPLES / "template-left" / "message.txt"), "--fail-on", "error"], 1),
        ([HOLLOW, "--fail-on", "error"], 0),
    ],
)
def test_exit_codes_follow_what_was_asked_for(arguments: list[str], code: int) -> None:
    assert score(*arguments)[0] == code


def test_json_follows_the_schema_and_is_a_report() -> None:
    _, output = score(HOLLOW, "--format", "json")
    jsonschema.validate(json.loads(output), SCHEMAS["report"]())
    assert Report.model_validate_json(output).name == HOLLOW


def test_options_take_text_or_a_file(tmp_path: Path) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("eleven hives behind the canteen", encoding="utf-8")
    texts = [
        score(HOLLOW, "--notes", value, "--format", "json")[1]
        for value in (str(notes), f"@{notes}", "eleven hives behind the canteen")
    ]
    assert texts[0] == texts[1] == texts[2]


def test_output_goes_to_a_file(tmp_path: Path) -> None:
    target = tmp_path / "report.md"
    code, output = score(HOLLOW, "--format", "markdown", "--output", str(target))
    assert (code, output) == (0, "")
    assert target.read_text(encoding="utf-8").startswith("#")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_batch_judges_every_golden_message_in_order(language: str) -> None:
    lines = (GOLDEN / f"{language}.jsonl").read_text(encoding="utf-8").splitlines()
    code, output = score("--batch", str(GOLDEN / f"{language}.jsonl"))
    records = [json.loads(line) for line in output.splitlines()]
    assert code == 0
    assert [r["id"] for r in records] == [json.loads(line)["id"] for line in lines]
    assert all(r["report"]["status"] == "scored" for r in records)
    jsonschema.validate(json.loads(lines[0]), SCHEMAS["batch"]())


def test_a_bad_line_gets_an_error_record_and_the_rest_goes_on() -> None:
    given = b'{"id": 1, "body": "Thank you for Monday."}\nnot json\n{"id": 3}\n\xff\n[]\n'
    given += (
        b'{"id": 6, "body": "Hi", "channel": "fax"}\n{"id": 7, "body": "Thank you for Monday."}\n'
    )
    done = command("score", "--batch", "-", given=given)
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 2
    codes = [record.get("error", {}).get("code") for record in records]
    assert codes == [None, "not_json", "bad_value", "not_utf8", "not_an_object", "bad_value", None]
    assert records[1]["error"]["message"].startswith("line 2: ")


def test_a_new_rule_is_a_rule_once_filled_in(tmp_path: Path) -> None:
    invoked = CliRunner().invoke(kit_app, ["rules", "new", "craft.mine", "--dir", str(tmp_path)])
    assert invoked.exit_code == 0
    (tmp_path / "pack.yaml").write_text('name: mine\nversion: "1"\n', encoding="utf-8")
    linted = CliRunner().invoke(kit_app, ["rules", "lint", str(tmp_path)])
    assert linted.stdout.strip() == "no problems"


def test_a_broken_pattern_is_named_with_its_place(tmp_path: Path) -> None:
    CliRunner().invoke(kit_app, ["rules", "new", "craft.mine", "--dir", str(tmp_path)])
    (tmp_path / "pack.yaml").write_text('name: mine\nversion: "1"\n', encoding="utf-8")
    path = tmp_path / "craft" / "mine.yaml"
    text = path.read_text(encoding="utf-8").replace('- "word"', '- "@nothing word"')
    path.write_text(text, encoding="utf-8")
    line = text[: text.index("@nothing")].count("\n") + 1
    done = command("rules", "lint", str(tmp_path))
    assert done.returncode == 1
    place = f"craft/mine.yaml:{line}:7: en.patterns.0: unknown class '@nothing'"
    assert place in done.stdout.decode()


def test_the_rule_schema_is_current() -> None:
    shipped = json.loads((ROOT / "rules" / "rule.schema.json").read_text(encoding="utf-8"))
    assert shipped == json.loads(json.dumps(SCHEMAS["rule"]()))


def test_doctor_says_that_all_is_well() -> None:
    result = CliRunner().invoke(kit_app, ["doctor"])
    assert result.exit_code == 0
    assert "All is well." in result.stdout
    assert result.stdout.count("3.8.0") >= 2
