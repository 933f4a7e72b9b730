from pathlib import Path
from random import getstate

import langdetect.detector_factory as shared
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.judgement.golden import Rated, load
from followup_kit.parsing.language import detect_language

SHORT: dict[str, list[str]] = yaml.safe_load(
    Path(__file__).with_name("short_texts.yaml").read_text(encoding="utf-8")
)
CASES = [(code, text) for code, texts in SHORT.items() for text in texts]
JUDGED = {"en", "fr", "und"}


def test_the_short_texts_cover_many_languages() -> None:
    assert len(CASES) >= 60
    assert len(SHORT) >= 20


@pytest.mark.parametrize(("code", "text"), CASES)
def test_short_texts_are_told_apart(code: str, text: str) -> None:
    guess = detect_language(text)
    assert guess.supported == (code in {"en", "fr"})
    if code in JUDGED:
        assert guess.language == code


@pytest.mark.parametrize("rated", load(), ids=lambda rated: rated.id)
def test_golden_messages_are_in_their_language(rated: Rated) -> None:
    guess = detect_language(rated.draft.text)
    assert guess.language == rated.language
    assert guess.confidence >= 0.8


@pytest.mark.parametrize("rated", load()[::7], ids=lambda rated: rated.id)
def test_notes_without_accents_are_in_their_language(rated: Rated) -> None:
    plain = rated.draft.text.encode("ascii", "ignore").decode()
    assert detect_language(plain).language == rated.language


def test_english_jargon_inside_french_is_french() -> None:
    text = "On ship le MVP en Q3 : roadmap, OKR, weekly, tout le kit. Je suis très partant."
    assert detect_language(text).language == "fr"


def test_a_french_place_name_inside_english_is_english() -> None:
    text = "The Place de la République office, near Châtelet les Halles, is what I had in mind."
    assert detect_language(text).language == "en"


def test_only_the_beginning_counts_so_that_cost_is_bounded() -> None:
    english = "Thank you for the time you gave me. I would like to hear from you about the role. "
    assert detect_language(english * 10 + "merci beaucoup " * 50_000).language == "en"


@given(st.text())
@settings(deadline=None)
def test_it_never_raises_and_is_always_the_same(text: str) -> None:
    first = detect_language(text)
    assert first == detect_language(text)
    assert 0.0 <= first.confidence <= 1.0
    assert first.supported == (first.language in {"en", "fr"})


@given(st.text(alphabet=" \n\t0123456789.,;:!?…-–()[]€$%👍🙏"))
@settings(deadline=None)
def test_text_without_letters_is_undetermined(text: str) -> None:
    assert detect_language(text).language == "und"


def test_nothing_shared_is_touched() -> None:
    before = (getstate(), vars(shared)["_factory"], shared.DetectorFactory.seed)
    detect_language("Vielen Dank für das Gespräch")
    assert (getstate(), vars(shared)["_factory"], shared.DetectorFactory.seed) == before
