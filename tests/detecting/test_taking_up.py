"""What a message takes up of the notes, as a person would see it, and what it does not."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from followup_kit.models.base import Language
from followup_kit.models.draft import Context
from tests.detecting.conftest import TakenUp

HERE = Path(__file__).parent
TAKEN_UP = yaml.safe_load((HERE / "taken_up.yaml").read_text(encoding="utf-8"))
NOT_TAKEN_UP = yaml.safe_load((HERE / "not_taken_up.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("language", "notes", "message", "word"), TAKEN_UP)
def test_what_was_said_is_known_again(
    taken_up: TakenUp, language: Language, notes: str, message: str, word: str
) -> None:
    found = taken_up(language, Context(notes=notes), message)
    assert word in [text for text, _ in found], found


@pytest.mark.parametrize(("language", "notes", "message"), NOT_TAKEN_UP)
def test_what_merely_looks_alike_is_not(
    taken_up: TakenUp, language: Language, notes: str, message: str
) -> None:
    assert taken_up(language, Context(notes=notes), message) == []


def test_the_posting_is_not_the_conversation(taken_up: TakenUp) -> None:
    context = Context(notes="18 hives", posting="We keep 45 trams and a parrot.")
    found = taken_up("en", context, "Your 45 trams, the parrot and eighteen hives.")
    sources = {text: ground.particular.source for text, ground in found}
    assert sources == {
        "45": "posting",
        "trams": "posting",
        "parrot": "posting",
        "eighteen": "notes",
        "hives": "notes",
    }


def test_what_notes_and_posting_both_hold_is_of_the_notes(taken_up: TakenUp) -> None:
    context = Context(notes="45 trams", posting="We run 45 trams.")
    assert {g.particular.source for _, g in taken_up("en", context, "45 trams!")} == {"notes"}


@given(st.integers(3, 99))
def test_a_figure_alone_is_no_memory(taken_up: TakenUp, number: int) -> None:
    notes = Context(notes=f"{number} looms in the shed")
    assert taken_up("en", notes, f"My sister has {number} cousins.") == []


@given(st.integers(3, 10**6))
def test_a_figure_with_its_noun_is(taken_up: TakenUp, number: int) -> None:
    found = taken_up("en", Context(notes=f"{number:,} looms in the shed"), f"Your {number} looms!")
    assert {ground.particular.kind for _, ground in found} == {"figure", "word"}
