"""``followup-kit check`` on libraries: what it reports, keeps, forgets, and how it exits."""

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from followup_kit.cli import kit_app
from followup_kit.rendering.listing import FORMATS

GOOD = """---
lang: en
---
Dear {{ first_name }},

Thank you for the hour in the dye works. You told me that [what they told you about the vats]; since
then [what you thought of it].

I want this because [why you want it]. As I understand it, the first thing is [the challenge of the
role, with what makes it hard]; I would start with [what you would do first].

I can start on [start date]. Shall we speak on Thursday?

Kind regards,
{{ my_name }}
"""
HOLLOW = """Dear {{ first_name }},

Thank you for the interview on {{ date }}. I really enjoyed our conversation, and I am convinced that
the role at {{ company }} is right for me.

I look forward to hearing from you.

Kind regards,
{{ my_name }}
"""
MISSPELT = GOOD.replace("{{ first_name }}", "{{ fisrt_name }}")

Check = Callable[..., Result]
GIT = shutil.which("git") or "git"


@pytest.fixture
def check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Check:
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str) -> Result:
        return CliRunner().invoke(kit_app, ["check", *arguments])

    return run


def write(folder: Path, **texts: str | bytes) -> None:
    for name, text in texts.items():
        path = folder / name.replace("__", "/").replace("_dot_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)


def rules(result: Result) -> list[str]:
    """Rules of the problems of a run in JSON that are no hints."""
    files = json.loads(result.stdout)["files"]
    return [p["rule"] for file in files for p in file["problems"] if p["severity"] != "hint"]


def test_a_clean_library_passes_in_silence(tmp_path: Path, check: Check) -> None:
    write(tmp_path, a_dot_md=GOOD)
    result = check()
    assert (result.exit_code, result.stdout, result.stderr) == (0, "1 file, no problems\n", "")


def test_a_hollow_template_fails_and_is_shown_with_its_place(tmp_path: Path, check: Check) -> None:
    write(tmp_path, a_dot_md=GOOD, b_dot_txt=HOLLOW)
    result = check()
    assert result.exit_code == 1
    assert "b.txt" in result.stdout
    assert "template.hollow" in result.stdout
    assert "2 files, 1 with problems" in result.stdout


@pytest.mark.parametrize(
    ("level", "code"), [("hint", 1), ("warning", 1), ("error", 0), ("never", 0)]
)
def test_the_level_that_fails_is_chosen(
    level: str, code: int, tmp_path: Path, check: Check
) -> None:
    write(tmp_path, a_dot_md=GOOD.replace("Dear", "Dear Mr/Ms"))
    assert check("--fail-on", level).exit_code == code


def test_a_least_score_that_is_asked_for_fails_at_any_level(tmp_path: Path, check: Check) -> None:
    write(tmp_path, a_dot_md=GOOD)
    assert check("--min-score", "50").exit_code == 0
    result = check("--min-score", "100", "--fail-on", "never", "--format", "json")
    assert (result.exit_code, rules(result)) == (1, ["template.below_min_score"])
    write(tmp_path, b_dot_md="---\nmin_score: 99\nlang: en\n---\n" + HOLLOW)
    assert "template.below_min_score" in rules(check("--format", "json"))


def test_the_listing_itself_is_no_template(tmp_path: Path, check: Check) -> None:
    write(tmp_path, a_dot_md=HOLLOW)
    for _ in range(2):
        check("--format", "markdown", "--output", "report.md")
        assert "1 file, 1 with problems" in (tmp_path / "report.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["a.md", "a.html", "a.txt", "a.eml", "a.md.j2"])
def test_front_matter_goes_before_every_format(name: str, tmp_path: Path, check: Check) -> None:
    head = "Subject: A word\n\n" if name.endswith(".eml") else "\n\n"
    text = "<p>Dear {{ first_name }},</p>\n<p>Thanks. He/she told me [what they said].</p>\n"
    text = text if name.endswith(".html") else text.replace("<p>", "").replace("</p>", "\n")
    front = "---\nchannel: inmail\nlang: en\n---\n"
    (tmp_path / name).write_text(front + head + text, encoding="utf-8")
    (file,) = json.loads(check("--format", "json").stdout)["files"]
    (problem,) = [p for p in file["problems"] if p["rule"] == "template.gender_form"]
    span = problem["span"]
    assert (file["channel"], (front + head + text)[span["start"] : span["end"]]) == (
        "inmail",
        "He/she",
    )


def test_what_a_template_lacks_is_said_in_french_when_asked(tmp_path: Path, check: Check) -> None:
    write(tmp_path, a_dot_md=HOLLOW)
    assert "Un modèle creux" in check("--messages", "fr").stdout


@pytest.mark.parametrize("format_", sorted(FORMATS))
def test_each_format_is_written_the_same_bytes_every_time(
    format_: str, tmp_path: Path, check: Check
) -> None:
    write(tmp_path, a_dot_md=GOOD, b_dot_txt=HOLLOW, c_dot_md=MISSPELT)
    first = check("--format", format_)
    assert first.exit_code == 1
    assert "fisrt" in first.stdout
    assert check("--format", format_).stdout == first.stdout
    assert check("--format", format_, "--no-cache").stdout == first.stdout
    check("--format", format_, "--output", "out")
    assert (tmp_path / "out").read_text(encoding="utf-8") == first.stdout


def test_places_point_into_the_file_whatever_stands_before_them(
    tmp_path: Path, check: Check
) -> None:
    text = "---\r\nsubject: café 😀\r\nlang: en\r\n---\r\n" + MISSPELT.split("---\n")[2].replace(
        "Dear", "Dear e\u0301\u00a0😀"
    )
    write(tmp_path, a_dot_md=text)
    files = json.loads(check("--format", "json").stdout)["files"]
    (problem,) = [p for p in files[0]["problems"] if p["rule"] == "template.misspelt_field"]
    span = problem["span"]
    assert text[span["start"] : span["end"]] == "{{ fisrt_name }}"
    assert (span["line"], span["column"]) == (5, 11)
    assert text.encode()[span["utf8_start"] : span["utf8_end"]].decode() == "{{ fisrt_name }}"
    (edit,) = problem["edits"]
    mended = text[: edit["start"]] + edit["text"] + text[edit["end"] :]
    assert mended == text.replace("fisrt_name", "first_name")


def test_settings_of_the_project_are_found_and_the_command_line_wins(
    tmp_path: Path, check: Check
) -> None:
    write(tmp_path, a_dot_md=GOOD, pyproject_dot_toml="[tool.followup-kit]\nmin-score = 100\n")
    assert check().exit_code == 1
    assert check("--min-score", "40").exit_code == 0


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        ("min-scor = 4", "followup-kit.toml:1: min-scor: unknown key; did you mean min-score?"),
        ("ignore = ['template.hollo']", "no rule 'template.hollo'; did you mean template.hollow?"),
        (
            "severity = {'craft.thank' = 'error'}",
            "no rule 'craft.thank'; did you mean craft.thanks?",
        ),
        ("min-score = ", "followup-kit.toml"),
        ("rules = ['nowhere']", "nowhere"),
    ],
)
def test_wrong_settings_are_one_clear_line(
    toml: str, said: str, tmp_path: Path, check: Check
) -> None:
    write(tmp_path, a_dot_md=GOOD, **{"followup-kit_dot_toml": toml})
    result = check()
    assert result.exit_code == 2
    assert said in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_overrides_by_path_hold(tmp_path: Path, check: Check) -> None:
    toml = "[[overrides]]\npaths = ['old/**']\nignore = ['template']\n[[overrides]]\npaths = ['sms/**']\nchannel = 'sms'\n"
    write(
        tmp_path,
        old__a_dot_md=HOLLOW,
        **{"followup-kit_dot_toml": toml, "sms__b_dot_txt": "Hi {{ name }}, [a detail]"},
    )
    result = check("--format", "json")
    old, sms = json.loads(result.stdout)["files"]
    assert (rules(result), old["suppressed"], sms["channel"]) == ([], 1, "sms")


@pytest.mark.parametrize(
    ("name", "comment"),
    [
        ("a.md", "<!-- followup-kit: ignore-file template.hollow -->\n"),
        ("a.html", "<!-- followup-kit: ignore-file template -->\n"),
        ("a.txt", "# followup-kit: ignore-file template.hollow\n"),
        ("a.md.j2", "{# followup-kit: ignore-file template.hollow #}\n"),
        ("a.html.hbs", "{{!-- followup-kit: ignore-file template.hollow --}}\n"),
        (
            "a.md.liquid",
            "{% comment %} followup-kit: ignore-file template.hollow {% endcomment %}\n",
        ),
        ("a.txt", "---\nignore: [template.hollow]\n---\n"),
    ],
)
def test_a_comment_of_each_kind_silences_a_rule(
    name: str, comment: str, tmp_path: Path, check: Check
) -> None:
    (tmp_path / name).write_text(comment + HOLLOW, encoding="utf-8")
    result = check("--format", "json")
    assert rules(result) == []
    assert json.loads(result.stdout)["files"][0]["suppressed"] == 1


def test_a_comment_speaks_of_its_own_or_the_next_line_only(tmp_path: Path, check: Check) -> None:
    line = "Your colleague showed me the vats, and he/she was kind.\n\n"
    silent = "<!-- followup-kit: ignore template.gender_form -->\n\n"
    body = GOOD.replace("I want this", "{}I want this")
    write(tmp_path, a_dot_md=body.format(silent + line), b_dot_md=body.format(line + silent))
    found = json.loads(check("--format", "json").stdout)["files"]
    assert not [p for p in found[0]["problems"] if p["rule"] == "template.gender_form"]
    assert {"template.gender_form", "template.unused_suppression"} <= {
        p["rule"] for p in found[1]["problems"]
    }


def test_what_is_known_stays_silent_until_its_words_change(tmp_path: Path, check: Check) -> None:
    write(tmp_path, a_dot_md=HOLLOW)
    assert check("--update-baseline").exit_code == 0
    baseline = tmp_path / "followup-kit-baseline.jsonl"
    first = baseline.read_bytes()
    result = check("--format", "json")
    assert (result.exit_code, rules(result)) == (0, [])
    assert json.loads(result.stdout)["files"][0]["known"] >= 1
    write(tmp_path, a_dot_md="\n\n\n" + HOLLOW)
    assert check().exit_code == 0
    write(tmp_path, a_dot_md=HOLLOW, b_dot_md=HOLLOW.replace("interview", "meeting"))
    assert rules(check("--format", "json")).count("template.hollow") == 1
    (tmp_path / "b.md").unlink()
    write(tmp_path, a_dot_md=HOLLOW.replace("right for me", "just right for me"))
    result = check("--format", "json")
    assert (result.exit_code, rules(result)) == (1, ["template.hollow"])
    assert "no longer occur; --prune takes them out" in result.stderr
    check("--prune")
    assert len(baseline.read_bytes()) < len(first)
    assert "no longer occur" not in check().stderr


def test_a_baseline_that_moved_with_its_file_still_holds(tmp_path: Path, check: Check) -> None:
    write(tmp_path, a_dot_md=HOLLOW)
    check("--update-baseline")
    (tmp_path / "new").mkdir()
    (tmp_path / "a.md").rename(tmp_path / "new" / "b.md")
    assert check().exit_code == 0


def test_a_score_may_fall_by_so_many_points_and_no_more(tmp_path: Path, check: Check) -> None:
    write(tmp_path, a_dot_md=GOOD)
    check("--update-baseline")
    write(
        tmp_path,
        a_dot_md=GOOD.replace(
            "As I understand it, the first thing is [the challenge of the\nrole, with what makes it hard]; I would start with [what you would do first].",
            "",
        ),
    )
    assert "template.score_dropped" not in rules(check("--max-drop", "60", "--format", "json"))
    result = check("--max-drop", "3", "--format", "json", "--fail-on", "never")
    assert (result.exit_code, "template.score_dropped" in rules(result)) == (1, True)


@pytest.mark.parametrize(
    "options", [["--prune"], ["--max-drop", "3"], ["--baseline", "b.jsonl"]], ids=" ".join
)
def test_a_baseline_that_is_asked_for_must_be_there(
    options: list[str], tmp_path: Path, check: Check
) -> None:
    write(tmp_path, a_dot_md=GOOD)
    result = check(*options)
    assert result.exit_code == 2
    assert "no baseline there; --update-baseline makes one" in result.stderr


@pytest.mark.parametrize(
    "content", [b"garbage\n", b"\xff\xfe", b'{"followup_kit_baseline": 99}\n', b"<<<<<<< ours\n", b""],
    ids=["garbage", "binary", "newer", "conflict", "empty"],
)  # fmt: skip
def test_a_baseline_that_cannot_be_read_is_no_baseline(
    content: bytes, tmp_path: Path, check: Check
) -> None:
    write(tmp_path, a_dot_md=HOLLOW, **{"followup-kit-baseline_dot_jsonl": content})
    result = check()
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "followup-kit-baseline.jsonl" in result.stderr
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.txt", b"\x00\x01\x02\x03", "not text"),
        ("a.txt", b"x" * 100_001, "larger than 100000 bytes"),
        ("a.md", b"---\nsubject: {{ role }}\n---\nHi", "front matter is no YAML"),
        ("a.md", b"---\nlang: en\nHi", "front matter is not closed"),
        ("a.txt", b"Dear Ann, thanks.\n" + b"and { name of it,\n" * 600, "more than 500 times"),
        ("a.txt", b"", "no message here"),
        ("a.txt", "Sehr geehrte Frau Müller, vielen Dank für das freundliche Gespräch über die neuen Maschinen.".encode(), "German"),
    ],
    ids=["binary", "long", "yaml", "open", "halves", "empty", "german"],
)  # fmt: skip
def test_what_cannot_be_judged_is_said_and_is_never_fine(
    name: str, content: bytes, said: str, tmp_path: Path, check: Check
) -> None:
    (tmp_path / name).write_bytes(content)
    write(tmp_path, z_dot_md=GOOD)
    result = check("--fail-on", "never")
    assert result.exit_code == 2
    assert said in " ".join(result.stdout.split())
    assert "1 could not be judged" in result.stdout
    assert "Traceback" not in result.stderr


def test_links_that_lead_nowhere_or_round_in_circles_do_not_pass(
    tmp_path: Path, check: Check
) -> None:
    write(tmp_path, z_dot_md=GOOD)
    (tmp_path / "loop.md").symlink_to(tmp_path / "loop.md")
    (tmp_path / "gone.md").symlink_to(tmp_path / "nothing.md")
    (tmp_path / "again").symlink_to(tmp_path)
    result = check()
    assert result.exit_code == 2
    assert "2 could not be judged" in result.stdout


def test_nothing_to_check_is_no_pass(tmp_path: Path, check: Check) -> None:
    (tmp_path / "empty").mkdir()
    assert check("empty").exit_code == 2
    assert "no templates here" in check("empty").stderr
    assert check("nowhere.md").exit_code == 2


def test_another_encoding_is_a_warning(tmp_path: Path, check: Check) -> None:
    write(tmp_path, a_dot_md=GOOD.replace("dye works", "café").encode("cp1252"))
    assert rules(check("--format", "json")) == ["template.encoding"]


def test_kept_judgements_are_taken_up_until_file_settings_or_rules_change(
    tmp_path: Path, check: Check
) -> None:
    write(tmp_path, a_dot_md=HOLLOW)
    first = check("--format", "json")
    assert check("--format", "json").stdout == first.stdout
    write(tmp_path, a_dot_md=GOOD)
    assert rules(check("--format", "json")) == []
    write(tmp_path, **{"followup-kit_dot_toml": "placeholders = ['name']"})
    assert set(rules(check("--format", "json"))) == {"template.unknown_field"}
    write(
        tmp_path,
        pack__pack_dot_yaml="name: ours\nversion: '1'\nseverity: {craft.thanks: error}\n",
        **{"followup-kit_dot_toml": ""},
    )
    write(tmp_path, a_dot_md=GOOD.replace("Thank you for the hour", "I think of the hour"))
    assert rules(check("--format", "json")) == []
    assert rules(check("--format", "json", "--rules", "pack")) == ["craft.thanks"]


@pytest.mark.parametrize("damage", ["garbage", "truncated", "folder"])
def test_a_damaged_cache_is_made_anew_and_nothing_is_lost(
    damage: str, tmp_path: Path, check: Check
) -> None:
    write(tmp_path, a_dot_md=HOLLOW)
    first = check()
    (file,) = (tmp_path / ".followup-kit-cache").glob("*.sqlite3")
    if damage == "garbage":
        file.write_bytes(b"garbage" * 1000)
    elif damage == "truncated":
        file.write_bytes(file.read_bytes()[:5000])
    else:
        file.unlink()
        file.mkdir()
    result = check()
    assert (result.stdout, result.exit_code) == (first.stdout, 1)
    assert len(result.stderr.splitlines()) == 1


@pytest.fixture
def repository(tmp_path: Path) -> Callable[..., None]:
    def git(*words: str) -> None:
        who = ["-c", "user.name=t", "-c", "user.email=t@example.org"]
        subprocess.run([GIT, *who, *words], cwd=tmp_path, check=True, capture_output=True)

    git("init", "--quiet")
    return git


def test_only_what_changed_since_a_revision_is_reported(
    tmp_path: Path, check: Check, repository: Callable[..., None]
) -> None:
    write(tmp_path, old_dot_md=HOLLOW, kept_dot_md=GOOD)
    repository("add", ".")
    repository("commit", "--quiet", "-m", "x")
    assert check("--changed-since", "HEAD").stdout == "0 files, no problems\n"
    write(tmp_path, **{"é new_dot_md": GOOD})
    result = check("--changed-since", "HEAD", "--format", "json")
    (file,) = json.loads(result.stdout)["files"]
    assert file["path"] == "é new.md"
    assert rules(result) == ["template.near_duplicate"]
    result = check("--changed-since", "nowhere")
    assert result.exit_code == 2
    assert "no such revision" in result.stderr


@pytest.mark.usefixtures("repository")
def test_paths_are_those_of_the_repository_wherever_one_stands(
    tmp_path: Path, check: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, deep__down__a_dot_md=HOLLOW)
    monkeypatch.chdir(tmp_path / "deep")
    (file,) = json.loads(check("--format", "json").stdout)["files"]
    assert file["path"] == "deep/down/a.md"


def test_a_named_file_is_held_against_its_library(tmp_path: Path, check: Check) -> None:
    toml = "pairs = '{lang}/**'\n"
    write(tmp_path, en__a_dot_md=GOOD, en__b_dot_md=GOOD, **{"followup-kit_dot_toml": toml})
    result = check("en/a.md", "--format", "json")
    assert rules(result) == ["template.near_duplicate", "template.no_counterpart"]
    shutil.copy(tmp_path / "en" / "a.md", tmp_path / "en" / "c.md")
    assert len(json.loads(check("en/a.md", "--format", "json").stdout)["files"]) == 1


def test_what_is_excluded_is_left_out_even_if_named_when_asked(
    tmp_path: Path, check: Check
) -> None:
    write(
        tmp_path,
        drafts__a_dot_md=HOLLOW,
        b_dot_md=GOOD,
        **{"followup-kit_dot_toml": "exclude = ['drafts/']"},
    )
    assert check("drafts/a.md").exit_code == 1
    assert check("drafts/a.md", "--force-exclude").exit_code == 0
    assert check().exit_code == 0


def test_github_gets_the_rest_in_the_summary_of_the_step(
    tmp_path: Path, check: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, a_dot_md=HOLLOW)
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary"))
    assert check("--format", "github").stdout.startswith("::error file=a.md,line=3")
    assert "template.hollow" in (tmp_path / "summary").read_text(encoding="utf-8")


def test_nothing_is_written_beside_the_cache(tmp_path: Path, check: Check) -> None:
    write(tmp_path, a_dot_md=HOLLOW)
    check()
    assert sorted(path.name for path in tmp_path.iterdir()) == [".followup-kit-cache", "a.md"]
    assert (tmp_path / ".followup-kit-cache" / ".gitignore").read_text().endswith("*\n")
    shutil.rmtree(tmp_path / ".followup-kit-cache")
    check("--no-cache")
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]
