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


@pytest.mark.parametrize("word", ["valve", "prize", "agency", "profit", "courrier", "piste"])
def test_words_of_their_own_are_known_beside_usual_names(names: FieldNames, word: str) -> None:
    assert slip_of(word, names.words, names.book.typing_slip) is not None
    assert word in names.ordinary


@pytest.mark.parametrize("word", ["clients", "products", "offers", "name", "date"])
def test_plurals_and_short_words_are_no_slips(names: FieldNames, word: str) -> None:
    assert slip_of(word, names.words, names.book.typing_slip) is None


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("customer name", "reader_name"),
        ("client", "reader"),
        ("deadline", "term"),
        ("a similar customer", "approach"),
        ("the client's main problem", "stake"),
        ("objectif du client", "stake"),
        ("client comparable", "approach"),
        ("the figure per month", "hardness"),
        ("ce que le recruteur a dit", "said"),
        ("business_case", "reason"),
        ("mon_premier_pas", "approach"),
        ("PersonalizedParagraph", "said"),
        ("desired_state", "stake"),
        ("Mr./Ms./Dr. Last Name", "reader_name"),
        ("M. ou Mme Nom de famille", "reader_name"),
    ],
)
def test_a_person_or_a_time_does_not_hide_what_is_asked_of_it(
    names: FieldNames, name: str, kind: str
) -> None:
    assert names.kinds(name_words(name))[:1] == (kind,)


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("what the client is after", ()),
        ("ce que le prospect voulait", ()),
        ("something about the team", ()),
        ("citez l'entreprise", ()),
        ("client", ("reader",)),
        ("raison sociale", ("company_name",)),
        ("contract_value", ("money",)),
    ],
)
def test_a_clause_describes_something_whoever_it_names(
    names: FieldNames, name: str, kinds: tuple[str, ...]
) -> None:
    assert names.kinds(name_words(name)) == kinds


def test_a_number_of_something_is_not_how_to_reach_somebody(names: FieldNames) -> None:
    assert names.kinds(name_words("number of vacancies")) == ()
    assert names.kinds(name_words("phone number")) == ("reach",)
