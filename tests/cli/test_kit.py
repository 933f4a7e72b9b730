"""``followup-kit``: its other commands."""

import json
from pathlib import Path

import jsonschema
import pytest
import yaml
from typer.testing import CliRunner, Result

from followup_kit.cli import doctor, kit_app
from followup_kit.cli.schemas import SCHEMAS, rule_schema
from followup_kit.errors import RuleFileError
from followup_kit.models.report import Report
from followup_kit.rulebook.book import RuleBook
from followup_kit.rulebook.load import AREAS
from followup_kit.rulebook.template_rules import load_template_rules

ROOT = Path(__file__).parents[2]


def kit(*arguments: str) -> Result:
    return CliRunner().invoke(kit_app, arguments)


def test_without_a_command_it_says_what_there_is() -> None:
    result = kit()
    assert result.exit_code == 0
    for command in ("score", "rules", "explain", "doctor", "schema"):
        assert f"\n  {command} " in result.stdout
    assert "..." not in result.stdout.split("Commands:")[1]
    assert "..." not in kit("rules").stdout.split("Commands:")[1]


def test_the_score_command_is_the_same() -> None:
    path = str(ROOT / "examples" / "thank-you-only" / "message.txt")
    assert "Your message" in kit("score", path).stdout


def test_both_commands_tell_the_version() -> None:
    assert kit("--version").stdout == kit("score", "--version").stdout


@pytest.mark.parametrize("arguments", [["nonsense"], ["rules", "nonsense"], ["schema"]])
def test_wrong_usage_is_one_line_and_2(arguments: list[str]) -> None:
    result = kit(*arguments)
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 1)


def test_every_rule_is_listed_on_a_line(book: RuleBook) -> None:
    lines = kit("rules", "list").stdout.splitlines()
    templates = load_template_rules().by_id
    assert [line.split()[0] for line in lines] == [*(rule.id for rule in book.rules), *templates]
    assert book.rules[0].title.en in lines[0]
    assert book.rules[0].title.fr in kit("rules", "list", "--messages", "fr").stdout


def test_a_rule_is_shown_as_its_file(book: RuleBook) -> None:
    for rule_id in (book.rules[0].id, "template.hollow"):
        path = ROOT / "rules" / f"{rule_id.replace('.', '/')}.yaml"
        assert kit("rules", "show", rule_id).stdout == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_rule_of_templates_is_explained(language: str) -> None:
    for rule_id in load_template_rules().by_id:
        shown = kit("explain", rule_id, "--messages", language)
        assert shown.exit_code == 0
        assert rule_id in shown.stdout
        assert f'ignore = ["{rule_id}"]' in shown.stdout


def test_a_rule_that_is_nearly_named_is_hinted_at() -> None:
    assert "did you mean template.hollow?" in kit("explain", "template.hollo").stderr
    assert "did you mean template.hollow?" in kit("rules", "show", "template.hollo").stderr


@pytest.mark.parametrize("command", [["explain"], ["rules", "show"]])
def test_a_rule_that_is_not_there_brings_the_nearest(command: list[str], book: RuleBook) -> None:
    rule = book.rules[0].id
    result = kit(*command, f"{rule}x")
    assert result.exit_code == 2
    assert f"did you mean {rule}?" in result.stderr


def test_the_rules_of_one_prefix_are_tested(book: RuleBook) -> None:
    result = kit("rules", "test", book.rules[0].id)
    assert (result.exit_code, result.stdout) == (0, "1 rules, 0 problems\n")
    assert kit("rules", "test", "nothing.begins.so").exit_code == 2


def test_the_shipped_rules_are_well_written() -> None:
    result = kit("rules", "lint")
    assert (result.exit_code, result.stdout) == (0, "no problems\n")


@pytest.mark.parametrize("area", AREAS)
def test_a_new_rule_is_well_written_and_holds(area: str, tmp_path: Path) -> None:
    made = kit("rules", "new", f"{area}.my_rule", "--dir", str(tmp_path))
    assert made.exit_code == 0
    assert (tmp_path / "pack.yaml").is_file()
    assert kit("rules", "lint", str(tmp_path)).stdout == "no problems\n"
    tested = kit("rules", "test", f"{area}.my_rule", "--rules", str(tmp_path))
    assert (tested.exit_code, tested.stdout) == (0, "1 rules, 0 problems\n")
    jsonschema.validate(
        yaml.safe_load((tmp_path / area / "my_rule.yaml").read_text(encoding="utf-8")),
        rule_schema(),
    )


def test_a_new_rule_overwrites_nothing(tmp_path: Path) -> None:
    kit("rules", "new", "craft.mine", "--dir", str(tmp_path))
    again = kit("rules", "new", "craft.mine", "--dir", str(tmp_path))
    assert again.exit_code == 2
    assert "is there already" in again.stderr
    assert kit("rules", "new", "craft.other", "--dir", str(tmp_path)).exit_code == 0


@pytest.mark.parametrize(
    "name", ["craft", "craft.", "nowhere.x", "craft.a-b", "craft.a.b", "../x.y"]
)
def test_a_name_that_is_no_rule_is_refused(name: str, tmp_path: Path) -> None:
    assert kit("rules", "new", name, "--dir", str(tmp_path)).exit_code == 2
    assert list(tmp_path.iterdir()) == []


def test_lint_says_every_file_that_is_wrong_and_where(tmp_path: Path) -> None:
    for name in ("one", "two"):
        kit("rules", "new", f"craft.{name}", "--dir", str(tmp_path))
    for name, old, new in (("one", "points:", "pionts:"), ("two", "severity: hint", "severity: x")):
        path = tmp_path / "craft" / f"{name}.yaml"
        path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    result = kit("rules", "lint", str(tmp_path))
    first, second, last = result.stdout.splitlines()
    assert first.startswith(f"{tmp_path}/craft/one.yaml:5:1: pionts: unknown key")
    assert second.startswith(f"{tmp_path}/craft/two.yaml:6:1: severity: ")
    assert (last, result.exit_code) == ("2 problems", 1)


def test_lint_points_at_a_pattern_that_is_not_well_formed(tmp_path: Path) -> None:
    kit("rules", "new", "craft.one", "--dir", str(tmp_path))
    path = tmp_path / "craft" / "one.yaml"
    text = path.read_text(encoding="utf-8").replace('- "word"', '- "<NOSUCHSLOT> word"')
    path.write_text(text, encoding="utf-8")
    line = text[: text.index("<NOSUCHSLOT>")].count("\n") + 1
    shown = kit("rules", "lint", str(tmp_path)).stdout
    assert shown.startswith(f"{path}:{line}:7: en.patterns.0: ")


def test_the_doctor_finds_this_installation_well() -> None:
    result = kit("doctor")
    assert result.exit_code == 0
    assert result.stdout.endswith("\nAll is well.\n")
    for fact in ("spaCy", "English", "French", "rules", "fingerprint", "as published"):
        assert fact in result.stdout


def test_the_doctor_says_what_is_wrong_and_its_cure(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> RuleBook:
        raise RuleFileError("rules/rubric.yaml", 3, 1, "weight: missing")

    monkeypatch.setattr(doctor, "load_rulebook", broken)
    result = kit("doctor")
    assert result.exit_code == 2
    assert "rules/rubric.yaml:3:1: weight: missing" in result.stdout
    assert "All is well." not in result.stdout


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_a_schema_and_says_its_version(name: str) -> None:
    schema = json.loads(kit("schema", name).stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["schema_version"] == ("1.0" if name == "listing" else "1.1")
    assert schema["title"].startswith("followup_kit ")


def test_a_schema_that_does_not_exist_is_refused_by_naming_the_known() -> None:
    assert "known are report, rule, batch, batch-result" in kit("schema", "nothing").stderr


@pytest.mark.parametrize("name", ["report", "report_fr", "not_scored"])
def test_reports_are_as_their_schema_says(name: str) -> None:
    text = (ROOT / "tests" / "golden" / f"{name}.json").read_text(encoding="utf-8")
    jsonschema.validate(json.loads(text), SCHEMAS["report"]())
    Report.model_validate_json(text)


def test_the_schema_of_rules_on_file_is_current() -> None:
    on_file = (ROOT / "rules" / "rule.schema.json").read_text(encoding="utf-8")
    assert kit("schema", "rule").stdout == on_file


def test_every_shipped_rule_is_as_the_schema_says() -> None:
    validator = jsonschema.Draft202012Validator(rule_schema())
    paths = [path for area in AREAS for path in (ROOT / "rules" / area).glob("*.yaml")]
    assert paths
    for path in paths:
        errors = list(validator.iter_errors(yaml.safe_load(path.read_text(encoding="utf-8"))))
        assert not errors, f"{path}: {errors[0].message}"
