"""Texts of the kit's own: the right plural in each language, and no language left behind."""

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from followup_kit.models.base import LANGUAGES, Language
from followup_kit.models.sayings import Saying, number

LINES = Saying.model_validate(
    {
        "en": {"one": "{count} line", "other": "{count} lines"},
        "fr": {"one": "{count} ligne", "other": "{count} lignes"},
    }
)


@pytest.mark.parametrize(
    ("language", "count", "said"),
    [
        ("en", 0, "0 lines"),
        ("en", 1, "1 line"),
        ("en", 2, "2 lines"),
        ("fr", 0, "0 ligne"),
        ("fr", 1, "1 ligne"),
        ("fr", 2, "2 lignes"),
        ("en", 1900, "1,900 lines"),
        ("fr", 1900, "1\u202f900 lignes"),
    ],
)
def test_the_count_chooses_the_form(language: Language, count: int, said: str) -> None:
    assert LINES.said(language, count=count) == said


def test_a_text_without_forms_is_said_as_it_stands() -> None:
    saying = Saying.model_validate({"en": "Write “{found}”.", "fr": "Écrivez « {found} »."})
    assert saying.said("en", found="l'été {là}") == "Write “l'été {là}”."
    assert saying.said("fr", found="12 %") == "Écrivez «\u00a012 %\u00a0»."


@pytest.mark.parametrize(
    ("data", "why"),
    [
        ({"en": "Yes."}, "fr\n  Field required"),
        ({"en": "Yes.", "fr": ""}, "fr.other"),
        ({"en": {"other": "{count} lines"}, "fr": "{count} lignes"}, "one: missing; a text with"),
        ({"en": {"one": "{count} line"}, "fr": "{count} lignes"}, "en.other\n  Field required"),
        ({"en": "{count} in all", "fr": "en tout"}, "fr: the blanks of en expected: {count}"),
        (
            {"en": {"one": "one line", "other": "{count} lines"}, "fr": "{count} lignes"},
            "one and other: the same blanks expected, here {count}",
        ),
        (
            {"en": {"one": "line", "other": "lines"}, "fr": "lignes"},
            "one and other: the blank {count} expected",
        ),
        (
            {"en": {"one": "{count} line", "other": "{count} lines"}, "fr": "{count} lignes"},
            "one and other expected in both languages",
        ),
    ],
)
def test_what_is_missing_or_differs_is_named(data: Any, why: str) -> None:
    with pytest.raises(ValidationError, match=re.escape(why)):
        Saying.model_validate(data)


@given(st.integers(min_value=0))
def test_numbers_keep_their_digits(value: int) -> None:
    for language in LANGUAGES:
        assert re.sub(r"\D", "", number(value, language)) == str(value)
