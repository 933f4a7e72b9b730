"""How text is split into words, and when two words are one."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_kit.models.base import LANGUAGES, Language
from followup_kit.words import fold, split_words


def keys(text: str, language: Language) -> list[str]:
    return [word.key for word in split_words(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "l’enjeu, c'est ça", ["l'", "enjeu", "c'", "est", "ca"]),
        ("fr", "motivé(e) et candidat·e·s", ["motive", "et", "candidat"]),
        ("fr", "habitant.e.s partis.", ["habitant", "partis"]),
        ("fr", "rendez-vous à 8h30", ["rendez", "vous", "a", "8", "h", "30"]),
        ("fr", "4\u202f600 dossiers, 1,9 %", ["4\u202f600", "dossiers", "1,9"]),
        ("fr", "cœur", ["coeur"]),
        ("fr", "qu’", ["qu'"]),
        ("en", "I don’t, we can't", ["i", "do", "n't", "we", "ca", "n't"]),
        ("en", "you're the hospice's", ["you", "'re", "the", "hospice", "'s"]),
        ("en", "twenty-two, £11.4m", ["twenty", "two", "11.4", "m"]),
    ],
)
def test_words_are_split_as_rules_count_them(
    language: Language, text: str, expected: list[str]
) -> None:
    assert keys(text, language) == expected


@given(st.sampled_from(LANGUAGES), st.text(max_size=80))
def test_offsets_point_into_the_text_and_words_do_not_overlap(
    language: Language, text: str
) -> None:
    end = 0
    for word in split_words(text, language):
        assert text[word.start : word.end] == word.text
        assert word.start >= end
        end = word.end


@given(st.sampled_from(LANGUAGES), st.text("éèçàùôîabcxyz' -", max_size=60))
def test_composed_and_decomposed_text_have_the_same_words(language: Language, text: str) -> None:
    decomposed = unicodedata.normalize("NFD", text)
    assert keys(decomposed, language) == keys(unicodedata.normalize("NFC", text), language)


@given(st.text(max_size=30))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
