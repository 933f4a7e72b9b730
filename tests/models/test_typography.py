"""The kit's own words as they are shown: only spaces and apostrophes change, and only once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_kit.models.base import LANGUAGES, Language
from followup_kit.models.conditions import Bilingual, Frame
from followup_kit.models.sayings import Saying
from followup_kit.models.typography import NARROW, NO_BREAK, typeset

SIGNS = st.text(st.sampled_from("aé1 '’«»“”:;!?%€h{}[]().,-\n\u00a0\u202f"), max_size=40)
SPACES = frozenset([" ", NO_BREAK, NARROW])


@pytest.mark.parametrize(
    ("language", "typed", "shown"),
    [
        ("fr", "Qu'a-t-on dit ?", f"Qu’a-t-on dit{NARROW}?"),
        (
            "fr",
            "Vous écrivez « {found} » : non ; enfin !",
            f"Vous écrivez «{NO_BREAK}{{found}}{NO_BREAK}»{NO_BREAK}: non{NARROW}; enfin{NARROW}!",
        ),
        ("fr", "12 % de 1 900 000 €", f"12{NARROW}% de 1{NARROW}900{NARROW}000{NARROW}€"),
        ("fr", "à 16 h 30, 4 1234", f"à 16{NO_BREAK}h 30, 4 1234"),
        ("fr", "l'[enjeu] d'{anchor}", "l’[enjeu] d’{anchor}"),
        ("en", "{name}'s readers' [role]'s ; 12 %", "{name}’s readers’ [role]’s ; 12 %"),
    ],
)
def test_words_are_set_as_print_sets_them(language: Language, typed: str, shown: str) -> None:
    assert typeset(typed, language) == shown


@given(SIGNS | st.text())
def test_setting_twice_is_setting_once(text: str) -> None:
    for language in LANGUAGES:
        once = typeset(text, language)
        assert typeset(once, language) == once


@given(SIGNS | st.text())
def test_nothing_changes_but_spaces_and_apostrophes(text: str) -> None:
    for language in LANGUAGES:
        for before, after in zip(text, typeset(text, language), strict=True):
            changed = (before in SPACES and after in SPACES) or (before, after) == ("'", "’")
            assert before == after or changed


@given(SIGNS)
def test_english_keeps_its_spaces(text: str) -> None:
    assert typeset(text, "en").replace("’", "'") == text.replace("’", "'")


@given(SIGNS)
def test_what_fills_a_blank_stays_as_it_was_written(words: str) -> None:
    saying = Saying.model_validate({"en": "It's “{found}”.", "fr": "C'est « {found} » ?"})
    assert saying.said("en", found=words) == f"It’s “{words}”."
    assert saying.said("fr", found=words) == f"C’est «{NO_BREAK}{words}{NO_BREAK}»{NARROW}?"


def test_words_for_people_are_set_and_words_for_the_draft_are_not() -> None:
    words = {"en": "It's late.", "fr": "C'est tard : merci !"}
    assert Bilingual.model_validate(words).fr == f"C’est tard{NO_BREAK}: merci{NARROW}!"
    frame = Frame.model_validate(words)
    assert frame.said("fr", familiar=False) == words["fr"]
    assert frame.shown("fr", familiar=False) == f"C’est tard{NO_BREAK}: merci{NARROW}!"
    assert frame.shown("en", familiar=True) == "It’s late."
