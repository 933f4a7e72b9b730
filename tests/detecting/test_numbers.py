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
        ("fr", "1,9 % d'erreurs", [{1.9}]),
        ("fr", "41 k€ d'avoirs", [{41.0, 41000.0}]),
        ("fr", "septante personnes", [{70.0}]),
    ],
)
def test_figures_are_found_however_they_are_written(
    scorer: Scorer, language: Language, text: str, values: list[set[float]]
) -> None:
    words = split_words(text, language)
    found = figures(words, language, scorer.compiled(language).keys("number_words"))
    assert [set(figure.values) for figure in found if figure.counts] == values


@pytest.mark.parametrize(
    ("language", "text", "marks", "unit"),
    [
        ("en", "three quarters of it", {"share 0.75"}, None),
        ("en", "3/4 full", {"share 0.75"}, None),
        ("en", "50% of them", {"share 0.5"}, "percent"),
        ("en", "fifty per cent", {"share 0.5"}, "percent"),
        ("en", "half of them", {"share 0.5"}, None),
        ("en", "in Q3", {"quarter 3"}, None),
        ("en", "the third quarter", {"quarter 3"}, None),
        ("en", "2 pm", {"clock 840"}, "clock"),
        ("en", "2.30pm", {"clock 870"}, "clock"),
        ("fr", "les trois quarts", {"share 0.75"}, None),
        ("fr", "la moitié", {"share 0.5"}, None),
        ("fr", "cinquante pour cent", {"share 0.5"}, "percent"),
        ("fr", "un tiers", {"share 0.33"}, None),
        ("fr", "au T3", {"quarter 3"}, None),
        ("fr", "troisième trimestre", {"quarter 3"}, None),
        ("fr", "au S2", {"half 2"}, None),
        ("fr", "second semestre", {"half 2"}, None),
        ("fr", "14h30", {"clock 870"}, "clock"),
        ("fr", "14 heures", {"clock 840"}, "hour"),
        ("fr", "1 résident sur 3", {"share 0.33"}, None),
        ("fr", "41 k€", set(), "money"),
        ("fr", "26 sem.", set(), "week"),
    ],
)
def test_parts_and_times_are_known_by_another_name(
    scorer: Scorer, language: Language, text: str, marks: set[str], unit: str | None
) -> None:
    words = split_words(text, language)
    found = figures(words, language, scorer.compiled(language).keys("number_words"), text)
    assert (set(found[0].marks), found[0].unit) == (marks, unit)


@given(st.integers(3, 10**9))
def test_thousands_may_be_parted_or_not(number: int) -> None:
    spaced = f"{number:,}"
    assert {value_of(str(number)), value_of(spaced), value_of(spaced.replace(",", "\u202f"))} == {
        float(number)
    }
