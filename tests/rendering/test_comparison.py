"""The three ways of showing a comparison."""

import json

import pytest

from followup_kit import UsageError, compare
from followup_kit.models.report import Report
from followup_kit.rendering.comparison import render_comparison


@pytest.fixture
def worse(report: Report) -> Report:
    """The same report with its motivation gone."""
    motivation = report.dimensions["motivation"]
    poorer = motivation.model_copy(update={"findings": (), "contributions": (), "score": 0})
    dimensions = {**report.dimensions, "motivation": poorer}
    return report.model_copy(update={"dimensions": dimensions, "score": (report.score or 0) - 20})


def test_the_text_names_the_better_draft_first(report: Report, worse: Report) -> None:
    text = render_comparison(compare(worse, report))
    assert text.splitlines()[1] == "  The second draft is better, by 20 points."
    assert "\x1b" not in text
    assert all(len(line) <= 80 for line in text.splitlines())


def test_colour_only_where_it_is_welcome(report: Report, worse: Report) -> None:
    assert "\x1b[" in render_comparison(compare(worse, report), color=True)


def test_json_is_the_comparison_and_nothing_else(report: Report, worse: Report) -> None:
    comparison = compare(report, worse)
    shown = json.loads(render_comparison(comparison, "json"))
    assert shown == json.loads(comparison.model_dump_json())
    assert shown["better"] == "before"


def test_markdown_has_a_table_and_no_markup_of_the_message(report: Report, worse: Report) -> None:
    text = render_comparison(compare(worse, report), "markdown")
    assert text.startswith("# ")
    assert text.count("\n| ") == 4
    assert "<script" not in text


def test_another_format_is_refused(report: Report) -> None:
    with pytest.raises(UsageError, match="known are text, json, markdown"):
        render_comparison(compare(report, report), "html")
