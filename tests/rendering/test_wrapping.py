"""Lines that fit, words that stay whole."""

import re

from hypothesis import given
from hypothesis import strategies as st

from followup_kit.rendering.wrapping import cells, hard_lines, wrap

TEXTS = st.text(
    alphabet=st.one_of(
        st.sampled_from(list("ab  é🙂\u00a0\u0301")), st.characters(exclude_characters="\n")
    ),
    max_size=200,
)


@given(TEXTS, st.integers(min_value=2, max_value=40))
def test_every_stretch_fits_and_nothing_but_spaces_is_lost(text: str, width: int) -> None:
    stretches = list(wrap(text, width))
    assert all(cells(text[start:end]) <= width for start, end in stretches)
    assert "".join(text[start:end] for start, end in stretches).replace(" ", "") == text.replace(
        " ", ""
    )
    assert stretches == sorted(stretches)


@given(st.lists(st.text(alphabet="abcé", min_size=1, max_size=8), min_size=1, max_size=20))
def test_words_that_fit_stay_whole(words: list[str]) -> None:
    text = " ".join(words)
    shown = [text[start:end] for start, end in wrap(text, 10)]
    assert " ".join(shown).split(" ") == words


def test_a_no_break_space_breaks_no_line() -> None:
    text = "une cause\u00a0: rien"
    assert [text[a:b] for a, b in wrap(text, 10)] == ["une", "cause\u00a0:", "rien"]


def test_room_for_numbers_is_kept() -> None:
    text = "aaaa bbbb cccc"
    assert [text[a:b] for a, b in wrap(text, 9)] == ["aaaa bbbb", "cccc"]
    assert [text[a:b] for a, b in wrap(text, 9, lambda _a, _b: 1)] == ["aaaa", "bbbb", "cccc"]


def test_a_huge_word_is_cut_in_time() -> None:
    text = "x" * 200_000 + "\u0301" * 200_000
    assert sum(end - start for start, end in wrap(text, 78)) == len(text)


@given(st.text(alphabet="a\r\n", max_size=40))
def test_hard_lines_are_those_that_were_written(text: str) -> None:
    assert [text[a:b] for a, b in hard_lines(text)] == re.split(r"\r\n|\r|\n", text)
