"""Marks in examples."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_kit.checking.markup import read_marks


def test_a_mark_becomes_a_span() -> None:
    marked = read_marks("Oui, [je viens] lundi.")
    assert marked.text == "Oui, je viens lundi."
    assert [marked.text[a:b] for a, b in marked.spans] == ["je viens"]


def test_doubled_brackets_are_literal() -> None:
    marked = read_marks("Dear [[Name]], [I come].")
    assert marked.text == "Dear [Name], I come."
    assert [marked.text[a:b] for a, b in marked.spans] == ["I come"]


@pytest.mark.parametrize("source", ["a [b", "a] b"])
def test_brackets_that_do_not_pair_are_refused(source: str) -> None:
    with pytest.raises(ValueError, match="literal one"):
        read_marks(source)


@given(st.lists(st.tuples(st.text("abc é", max_size=8), st.booleans()), max_size=6))
def test_marks_are_taken_out_and_nothing_else(parts: list[tuple[str, bool]]) -> None:
    source = "".join(f"[{text}]" if mark else text for text, mark in parts)
    marked = read_marks(source)
    assert marked.text == "".join(text for text, _ in parts)
    assert [marked.text[a:b] for a, b in marked.spans] == [text for text, mark in parts if mark]
