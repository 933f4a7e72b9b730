"""Markdown that shows a message as it stands."""

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from followup_kit.models.report import Report
from followup_kit.rendering import render
from followup_kit.rendering.markdown import escaped
from followup_kit.rendering.safe import on_one_line

SIGNS = st.text(alphabet=st.sampled_from(list("ab *_`[](){}<>#+-.!|~&;:\\/@=1^\"'")), max_size=40)


@given(SIGNS)
def test_escaped_text_is_shown_as_it_stands(text: str) -> None:
    tokens = (
        MarkdownIt("commonmark")
        .enable("table")
        .enable("strikethrough")
        .parse(f"x {escaped(text)} x")
    )
    inline = tokens[1].children or []
    assert {token.type for token in inline} <= {"text", "text_special"}
    assert "".join(token.content for token in inline) == f"x {on_one_line(text)} x"


@given(SIGNS)
def test_escaped_text_begins_no_list(text: str) -> None:
    tokens = MarkdownIt("commonmark").parse(f"1. {escaped(text.strip() + 'a')}")
    assert [token.type for token in tokens].count("list_item_open") == 1


def test_a_message_cannot_break_the_table(report: Report) -> None:
    finding = report.dimensions["stakes"].findings[0].model_copy(update={"title": "a | b\n| c |"})
    stakes = report.dimensions["stakes"].model_copy(update={"findings": (finding,)})
    changed = report.model_copy(update={"dimensions": {**report.dimensions, "stakes": stakes}})
    rows = [row for row in render(changed, "markdown").splitlines() if "a \\| b" in row]
    assert len(rows) == 1
    assert rows[0].replace("\\|", "").count("|") == 4
