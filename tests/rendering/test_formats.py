"""Every format says what the golden reports hold, word for word."""

import json
from pathlib import Path

import pytest

import followup_kit
from followup_kit.errors import UsageError
from followup_kit.models.report import Report
from followup_kit.rendering import FORMATS, render
from followup_kit.rendering.view import shipped_strings
from followup_kit.rulebook.book import RuleBook

GOLDEN = Path(__file__).parents[1] / "golden"


@pytest.mark.parametrize("name", ["report", "report_fr", "not_scored"])
@pytest.mark.parametrize(("format_", "suffix"), [("text", "txt"), ("markdown", "md")])
def test_readable_formats_are_as_on_file(name: str, format_: str, suffix: str) -> None:
    report = Report.model_validate_json((GOLDEN / f"{name}.json").read_text(encoding="utf-8"))
    expected = (GOLDEN / f"{name}.{suffix}").read_text(encoding="utf-8")
    assert render(report, format_, explain=True) == expected


def test_json_is_the_report_and_nothing_else(report: Report) -> None:
    written = render(report, "json")
    assert written == (GOLDEN / "report.json").read_text(encoding="utf-8")
    assert Report.model_validate_json(written) == report
    assert render(report, "json", color=True, width=3, explain=True) == written


def test_json_lines_hold_one_line(report: Report) -> None:
    written = render(report, "jsonl")
    assert written.count("\n") == 1
    assert json.loads(written) == json.loads(render(report, "json"))


def test_a_format_that_does_not_exist_is_refused_by_naming_the_known(report: Report) -> None:
    with pytest.raises(UsageError, match="no format 'pdf'; known are text, json, jsonl, markdown"):
        render(report, "pdf")


def test_every_format_ends_its_last_line(report: Report, not_scored: Report) -> None:
    for name in FORMATS:
        assert render(report, name).endswith("\n")
        assert render(not_scored, name).endswith("\n")


def test_the_shipped_sentences_are_those_of_the_rulebook(book: RuleBook, report: Report) -> None:
    assert shipped_strings() == book.strings
    assert render(report, strings=book.strings) == followup_kit.render(report)


def test_the_interface_language_is_the_reports(report: Report) -> None:
    shown = render(report.model_copy(update={"messages": "fr"}))
    assert "Votre message" in shown
    assert "Your message" not in shown
