"""``score`` on drafts: what it reads, what it writes, and its exit codes."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from followup_kit.cli import score_app

EXAMPLES = Path(__file__).parents[2] / "examples"
WEAK = str(EXAMPLES / "thank-you-only" / "message.txt")
STRONG = str(EXAMPLES / "warehouse-lead" / "message.eml")
NOTES = str(EXAMPLES / "warehouse-lead" / "notes.txt")
UNFILLED = str(EXAMPLES / "template-left" / "message.txt")


def score(*arguments: str, stdin: str | bytes = "", env: dict[str, str] | None = None) -> Result:
    return CliRunner().invoke(score_app, arguments, input=stdin, env=env)


def test_a_draft_is_shown_as_text() -> None:
    result = score(WEAK)
    assert result.exit_code == 0
    assert "Your message" in result.stdout
    assert "What to do next" in result.stdout
    assert result.stderr == ""
    assert "\x1b" not in result.stdout


def test_notes_from_a_file_an_at_file_and_as_text_are_the_same() -> None:
    text = Path(NOTES).read_text(encoding="utf-8")
    shown = {score(STRONG, "--notes", value).stdout for value in (NOTES, f"@{NOTES}", text)}
    assert len(shown) == 1
    assert shown != {score(STRONG).stdout}


def test_notes_that_look_like_a_file_that_is_not_there_are_refused() -> None:
    result = score(STRONG, "--notes", "nots.txt")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "--notes nots.txt: no such file; check the path, or write it as text\n"
    assert score(STRONG, "--notes", "@nots").stderr.startswith("nots: no such file")


def test_very_long_notes_are_no_file() -> None:
    assert score(WEAK, "--notes", "eleven pallets " * 1000).exit_code == 0


def test_standard_input_is_read() -> None:
    result = score("-", "--format", "json", stdin="Dear Ann, thank you for the tour of the depot.")
    report = json.loads(result.stdout)
    assert report["name"] == "standard input"
    assert report["text"].startswith("Dear Ann")


def test_options_reach_the_report() -> None:
    options = {"--channel": "sms", "--scenario": "sales", "--lang": "en", "--messages": "fr"}
    flat = [word for option in options.items() for word in option]
    report = json.loads(score("-", *flat, "--format", "json", stdin="Hi Bo, thanks.").stdout)
    shown = (report["channel"], report["scenario"], report["language"], report["messages"])
    assert shown == tuple(options.values())


def test_the_subject_may_be_given_apart() -> None:
    report = json.loads(score(WEAK, "--subject", "The depot", "--format", "json").stdout)
    assert report["subject"] == "The depot"


def test_a_date_that_is_none_is_refused_with_the_cure() -> None:
    result = score(WEAK, "--date", "next week")
    assert result.exit_code == 2
    assert result.stderr == "--date next week: no day; write it as 2025-03-14\n"


def test_several_drafts_each_under_its_name_and_a_missing_one_stops_nobody() -> None:
    result = score(WEAK, "missing.txt", UNFILLED)
    assert result.exit_code == 2
    assert result.stdout.index(WEAK) < result.stdout.index(UNFILLED)
    assert result.stdout.count("What to do next") == 2
    assert result.stderr.count("\n") == 1
    assert result.stderr.startswith("missing.txt: no such file;")


def test_several_drafts_are_an_array_in_json_and_a_line_each_in_json_lines() -> None:
    reports = json.loads(score(WEAK, UNFILLED, "--format", "json").stdout)
    lines = score(WEAK, UNFILLED, "--format", "jsonl").stdout.splitlines()
    assert [json.loads(line) for line in lines] == reports
    assert [report["name"] for report in reports] == [WEAK, UNFILLED]
    assert json.loads(score(WEAK, "--format", "json").stdout) == reports[0]
    assert json.loads(score("a.txt", "b.txt", "--format", "json").stdout) == []


def test_markdown_begins_with_the_score() -> None:
    assert score(WEAK, "--format", "markdown").stdout.startswith("# ")


def test_explain_shows_the_sum() -> None:
    assert "How the score adds up" in score(WEAK, "--explain").stdout
    assert "How the score adds up" not in score(WEAK).stdout


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ([], 0),
        (["--min-score", "0"], 0),
        (["--min-score", "100"], 1),
        (["--fail-on", "error"], 1),
        (["--fail-on", "never"], 0),
        (["missing.txt", "--min-score", "100"], 2),
    ],
)
def test_exit_codes_of_a_message_with_a_field_left_in(arguments: list[str], code: int) -> None:
    assert score(UNFILLED, *arguments).exit_code == code


def test_a_weak_message_holds_no_error() -> None:
    assert score(WEAK, "--fail-on", "error").exit_code == 0


@pytest.mark.parametrize("format_", ["text", "json", "jsonl", "markdown"])
def test_what_is_not_scored_is_no_silent_pass(format_: str) -> None:
    german = "Sehr geehrte Frau Reid, vielen Dank für das freundliche Gespräch am Donnerstag."
    result = score("-", "--format", format_, stdin=german)
    assert result.exit_code == 2
    assert result.stderr.startswith("standard input: not scored: It reads as German;")
    assert (result.stdout == "") == (format_ == "text")


def test_output_goes_to_a_file_in_utf_8(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    result = score(WEAK, "--output", str(path), "--messages", "fr", env={"FORCE_COLOR": "1"})
    assert (result.exit_code, result.stdout) == (0, "")
    text = path.read_text(encoding="utf-8")
    assert "À faire maintenant" in text
    assert "\x1b" not in text


def test_output_that_cannot_be_written_is_said_in_one_line(tmp_path: Path) -> None:
    result = score(WEAK, "--output", str(tmp_path / "no" / "where.txt"))
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
    assert "cannot be written" in result.stderr


def test_colour_when_it_is_forced_and_not_when_it_is_refused() -> None:
    assert "\x1b[" in score(WEAK, env={"FORCE_COLOR": "1"}).stdout
    assert "\x1b[" not in score(WEAK, env={"FORCE_COLOR": "1", "NO_COLOR": "1"}).stdout
    assert "\x1b[" not in score(WEAK, "--format", "markdown", env={"FORCE_COLOR": "1"}).stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "no draft given: name a file, or - for standard input; see score --help"),
        (["--lang", "de", "x"], "'auto', 'en', 'fr'"),
        (["--channel", "fax", "x"], "'email', 'inmail', 'sms'"),
        (["--scenario", "x", "x"], "'interview', 'sales'"),
        (["--format", "pdf", "x"], "'text', 'json', 'jsonl', 'markdown'"),
        (["--fail-on", "hint", "x"], "'error', 'warning', 'never'"),
        (["--min-score", "101", "x"], "'--min-score'"),
        (["--min-scor", "1", "x"], "--min-scor"),
        (["--notes"], "'--notes'"),
        (["--rules", "nowhere", "x"], "nowhere: no pack of rules"),
        (["--batch", "--format", "text", "x"], "--format text does not go with --batch"),
        (["--batch", "--subject", "x", "x"], "--subject does not go with --batch"),
    ],
)
def test_wrong_usage_is_one_line_and_2(arguments: list[str], said: str) -> None:
    result = score(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.count("\n") == 1
    assert said.lower() in result.stderr.lower()


def test_a_pack_of_rules_is_heard(tmp_path: Path) -> None:
    (tmp_path / "pack.yaml").write_text('name: mine\nversion: "7"\ndisable: [craft.closing]\n')
    report = json.loads(score(WEAK, "--rules", str(tmp_path), "--format", "json").stdout)
    assert report["ruleset"]["version"].endswith("+mine-7")


def test_a_name_that_would_steer_the_terminal_does_not(tmp_path: Path) -> None:
    path = tmp_path / "a\x1b[31mb.txt"
    assert "\x1b" not in score(str(path)).stderr
    path.write_text("Dear Ann, thank you for the tour.")
    result = score(str(path), str(path))
    assert "\x1b" not in result.stdout
    assert "a␛[31mb.txt" in result.stdout


def test_help_names_every_option_below_its_heading() -> None:
    shown = score("--help").stdout
    for heading in ("What is known", "How to read", "What to show", "For scripts"):
        assert heading in shown
    for option in ("--notes", "--rules", "--explain", "--fail-on", "--batch", "--version"):
        assert option in shown
    assert "completion" not in shown
    assert max(map(len, shown.splitlines())) <= 80
