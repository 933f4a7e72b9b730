"""Characters that only show."""

from hypothesis import given
from hypothesis import strategies as st

from followup_kit.rendering.safe import on_one_line, shown, visible


@given(st.text())
def test_what_is_harmless_stays_so(text: str) -> None:
    assert visible(visible(text)) == visible(text)


@given(st.characters())
def test_a_character_becomes_one_or_none(char: str) -> None:
    assert len(shown(char)) <= 1


def test_letters_of_any_script_and_joined_emoji_are_untouched() -> None:
    text = "Élodie Škvorecký 山田 שלום مرحبا 👩‍👧 9\u00a0%\u202f!"
    assert visible(text) == text


def test_line_ends_of_every_kind_are_line_feeds() -> None:
    assert visible("a\r\nb\rc\nd") == "a\nb\nc\nd"


def test_one_line_stays_one() -> None:
    assert "\n" not in on_one_line("a\nb\r\nc\u2028d")
