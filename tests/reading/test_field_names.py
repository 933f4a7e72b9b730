"""What names a field, and which words are slips of its usual names."""

import pytest

from followup_kit.reading.field_names import FieldNames, field_names, name_words, slip_of
from followup_kit.rulebook.template_rules import load_template_rules


@pytest.fixture(scope="module")
def names() -> FieldNames:
    return field_names(load_template_rules().book)


@pytest.mark.parametrize(
    "name", ["first_name", "firstName", "First name", "first-name", "FIRST_NAME"]
)
def test_words_of_a_name_are_the_same_however_it_is_written(name: str) -> None:
    assert name_words(name) == ("first", "name")


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("fisrt", "first"),
        ("compnay", "company"),
        ("prenmo", "prenom"),
        ("entreprsie", "entreprise"),
    ],
)
def test_one_letter_wrong_is_a_slip(names: FieldNames, word: str, meant: str) -> None:
    assert slip_of(word, names.words, names.book.typing_slip) == meant
    assert word not in names.ordinary


@pytest.mark.parametrize("word", ["contract", "prize", "agency", "profit", "courrier", "piste"])
def test_words_of_their_own_are_known_beside_usual_names(names: FieldNames, word: str) -> None:
    assert slip_of(word, names.words, names.book.typing_slip) is not None
    assert word in names.ordinary


@pytest.mark.parametrize("word", ["clients", "products", "offers", "name", "date"])
def test_plurals_and_short_words_are_no_slips(names: FieldNames, word: str) -> None:
    assert slip_of(word, names.words, names.book.typing_slip) is None
