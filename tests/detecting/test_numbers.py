"""Figures, in digits and in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_kit.detecting.numbers import figures, value_of
from followup_kit.models.base import Language
from followup_kit.scorer import Scorer
from followup_kit.words import split_words


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("en", "eleven falls in January", [{11.0}]),
        ("en", "forty thousand lines and 4,600 files", [{40000.0}, {4600.0}]),
        ("en", "£11.4m by 2026", [{11.4, 11400000.0}, {2026.0}]),
        ("en", "four and seven", [{4.0}, {7.0}]),
        ("en", "one or two", []),
        ("fr", "quatre-vingt-deux lits, 4 600 dossiers", [{82.0}, {4600.0}]),
        ("fr", "vingt et un jours", [{21.0}]),
        ("fr", "1,9 % d'erreurs", []),
        ("fr", "41 k€ d'avoirs", [{41.0, 41000.0}]),
        ("fr", "septante personnes", [{70.0}]),
    ],
)
def test_figures_are_found_however_they_are_written(
    scorer: Scorer, language: Language, text: str, values: list[set[float]]
) -> None:
    words = split_words(text, language)
    found = figures(words, language, scorer.compiled(language).keys("number_words"))
    assert [set(figure.values) for figure in found] == values


@given(st.integers(3, 10**9))
def test_thousands_may_be_parted_or_not(number: int) -> None:
    spaced = f"{number:,}"
    assert {value_of(str(number)), value_of(spaced), value_of(spaced.replace(",", "\u202f"))} == {
        float(number)
    }
