"""Offsets in every unit, for texts that make units differ."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_kit.models.span import locate

TEXTS = st.text(st.sampled_from("aé\u0301€😀\u00a0\u202f\r\nœ·"), max_size=40)


@given(TEXTS, st.data())
def test_every_unit_cuts_out_the_same_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    span = locate(text, start, end)
    utf16, utf8 = text.encode("utf-16-le"), text.encode()
    assert span.text == text[start:end]
    assert utf16[2 * span.utf16_start : 2 * span.utf16_end].decode("utf-16-le") == span.text
    assert utf8[span.utf8_start : span.utf8_end].decode() == span.text


@given(TEXTS, st.data())
def test_line_and_column_lead_back_to_the_offset(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    span = locate(text, start, start)
    lines = [""]
    for char, after in zip(text, [*text[1:], ""], strict=False):
        lines[-1] += char
        if char == "\n" or (char == "\r" and after != "\n"):
            lines.append("")
    assert sum(map(len, lines[: span.line - 1])) + span.column - 1 == start


def test_a_span_outside_of_the_text_is_refused() -> None:
    with pytest.raises(ValueError, match="lies outside a text of 3"):
        locate("abc", 2, 4)
