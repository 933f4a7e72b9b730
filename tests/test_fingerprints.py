"""Names of problems: they stay while the words do, and go when they change."""

import re
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from followup_kit.fingerprints import fingerprint, unique
from followup_kit.models.listing import Problem
from followup_kit.models.span import locate

TEXT = "Bonjour {prenom},\n\nmerci pour l’échange d’hier.\nÀ bientôt"
RULE = "template.field"


def at(words: str, text: str = TEXT, rule: str = RULE) -> str:
    start = text.index(words)
    return fingerprint(rule, text, start, start + len(words))


def problem(name: str) -> Problem:
    return Problem(
        rule=RULE,
        severity="error",
        title="t",
        message="m",
        advice="a",
        span=locate(TEXT, 0, 0),
        fingerprint=name,
    )


def test_it_is_the_same_on_every_machine() -> None:
    assert at("{prenom}") == "e204e2e50a44f1b8"
    assert fingerprint(RULE, TEXT, 0, 0) == "42d522afd3d4afb0"


@given(st.text(alphabet=st.characters(), max_size=40), st.data())
def test_any_stretch_of_any_text_has_sixteen_digits(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert re.fullmatch("[0-9a-f]{16}", fingerprint(RULE, text, start, end))


@given(st.text(), st.text())
def test_lines_further_away_make_no_difference(before: str, after: str) -> None:
    moved = f"{before}\nDeux mots {TEXT} deux mots\n{after}"
    still = f"Deux mots {TEXT} deux mots"
    for words in ("{prenom}", "À bientôt"):
        assert at(words, moved) == at(words, still)


def test_case_accents_apostrophes_and_white_space_make_no_difference() -> None:
    name = at("l’échange d’hier")
    assert at("l'echange  d'HIER", TEXT.replace("l’échange d’hier", "l'echange  d'HIER")) == name
    decomposed = unicodedata.normalize("NFD", TEXT)
    assert at(unicodedata.normalize("NFD", "l’échange d’hier"), decomposed) == name
    assert at("l’échange d’hier", TEXT.replace("pour ", "pour\r\n\u00a0")) == name


def test_the_words_beside_make_a_difference() -> None:
    assert at("{prenom}", TEXT.replace("merci", "mille mercis")) != at("{prenom}")
    assert at("{prenom}", TEXT.replace("Bonjour", "Bonsoir")) != at("{prenom}")


def test_signs_of_the_stretch_make_a_difference() -> None:
    assert at("{prenom}") != at("[prenom]", TEXT.replace("{prenom}", "[prenom]"))


def test_the_rule_makes_a_difference() -> None:
    assert at("{prenom}") != at("{prenom}", rule="template.typo")


def test_what_is_missing_is_known_by_all_words() -> None:
    name = fingerprint(RULE, TEXT, 0, 0)
    assert fingerprint(RULE, TEXT.replace("\n", "\r\n"), 5, 5) == name
    assert fingerprint(RULE, TEXT.replace("hier", "demain"), 0, 0) != name


def test_repeated_ones_are_told_apart_in_order() -> None:
    names = ["a" * 16, "b" * 16, "a" * 16, "a" * 16]
    told = [p.fingerprint for p in unique(map(problem, names))]
    assert told[:2] == names[:2]
    assert len(set(told)) == 4
    assert all(re.fullmatch("[0-9a-f]{16}", name) for name in told)


def test_telling_apart_twice_changes_nothing() -> None:
    once = unique(map(problem, ["a" * 16] * 3))
    assert unique(once) == once
