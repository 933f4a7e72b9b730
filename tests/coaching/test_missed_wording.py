"""How a clause is said: grammar, languages, « tu » and « vous », quotation marks, slots."""

import re

import pytest

from followup_kit.coaching.address import familiar
from followup_kit.models.base import Language
from followup_kit.models.draft import Context
from tests.coaching.conftest import Offers, See

TU = "Salut Léa,\n\nMerci pour ton accueil, tu m'as donné envie.\n\nLou"


def test_the_model_sentence_of_a_counted_noun(offers: Offers) -> None:
    [one] = offers("fr", "6 postes vacants")
    assert one.question == (
        "Vous parliez des six postes vacants\u00a0: qu’en avez-vous pensé depuis\u202f?"
    )
    assert one.text == "Vous parliez des six postes vacants : [ce que vous en avez pensé depuis]."
    assert one.slots == ("[ce que vous en avez pensé depuis]",)


@pytest.mark.parametrize(
    ("language", "notes", "said"),
    [
        ("en", "6 band 5 vacancies of 31", "the six vacancies"),
        ("en", "48 dark stores", "the 48 dark stores"),
        ("en", "60 boreholes to repair", "the 60 boreholes"),
        ("en", "11 points of sale", "the eleven points of sale"),
        ("fr", "11 postes de conducteurs vacants", "des onze postes de conducteurs vacants"),
        ("fr", "14 écoles", "des quatorze écoles"),
        ("fr", "340 bénévoles", "des 340 bénévoles"),
        ("fr", "4 600 dossiers ouverts", "des 4 600 dossiers ouverts"),
    ],
)
def test_a_figure_and_its_noun_get_an_article(
    offers: Offers, language: Language, notes: str, said: str
) -> None:
    [one] = offers(language, notes)
    assert f" {said}" in re.sub("[\u00a0\u202f]?:", "", one.question)
    assert f" {said}" in one.text


@pytest.mark.parametrize(
    ("language", "notes"),
    [
        ("en", "300 towels a day"),
        ("en", "5 visits, nobody finds the leak"),
        ("en", "3 of 8 entities by hand"),
        ("en", "41 cows per milker"),
        ("en", "7.8% scrap"),
        ("en", "11 wks lead time at the foundry"),
        ("fr", "60 appels/jour au standard"),
        ("fr", "14 postes dont 5 vacants"),
        ("fr", "9 % de rebut"),
        ("fr", "3 pannes par semaine"),
        ("fr", "26 sem. de délai"),
        ("fr", "~30 rendez-vous manqués"),
    ],
)
def test_what_the_noun_alone_would_not_say_stays_in_a_slot(
    offers: Offers, language: Language, notes: str
) -> None:
    for one in offers(language, notes):
        outside = re.sub(r"\[[^\[\]]*\]", "", one.text)
        assert not re.search(r"\d|\bthe \w+ |des \w+ ", outside)


@pytest.mark.parametrize(
    ("notes", "language"),
    [
        ("falls up since Nov, agency every night", "fr"),
        ("48 dark stores", "fr"),
        ("she said: \u201cnobody owned it in the end\u201d", "fr"),
        ("6 postes vacants, le rebut monte depuis avril", "en"),
        ("« on n'a jamais vendu une pierre », dit la tante du directeur", "en"),
    ],
)
def test_foreign_words_reach_the_draft_only_within_a_slot(
    offers: Offers, notes: str, language: Language
) -> None:
    for one in offers(language, notes):
        outside = re.sub(r"\[[^\[\]]*\]", "", one.text)
        assert not set(re.findall(r"\w{4,}", one.anchor)) & set(re.findall(r"\w{4,}", outside))
        assert one.anchor in one.text
        assert one.anchor in one.question


def test_the_question_speaks_the_reports_language_and_the_text_the_drafts(offers: Offers) -> None:
    [one] = offers("fr", "6 postes vacants", messages="en")
    assert (
        one.question
        == "You noted “6 postes vacants”. What makes it hard, and where would you start?"
    )
    assert one.text.startswith("Vous parliez des six postes vacants")


def test_what_was_said_in_so_many_words_may_be_quoted(offers: Offers) -> None:
    [one] = offers("en", 'Tue 3pm, Ann Bell\nshe hates scripts - "bullet points on a beer mat"')
    assert one.anchor == "bullet points on a beer mat"
    assert one.text == "The words “bullet points on a beer mat” have stayed with me: [why]."


def test_quotation_marks_within_an_anchor_become_single_ones(offers: Offers) -> None:
    [one] = offers("fr", "Mardi, Anne Bel\nla « bosse » du lundi vide les rayons")
    assert one.anchor == "la « bosse » du lundi vide les rayons"
    assert "‹ bosse ›" in one.question
    assert one.question.count("«") == one.question.count("»") == 1


def test_brackets_of_the_notes_never_open_a_slot(offers: Offers) -> None:
    notes = "Tue 3pm, Ann Bell\nlathe [the old one] hums {loudly} at dusk [sic\n41 beehives ]on the roof"
    for one in offers("en", notes):
        assert re.findall(r"\[[^\[\]]*\]", one.text) == list(one.slots)
        assert one.text.count("[") == one.text.count("]") == len(one.slots)


def test_a_reader_called_tu_is_told_tu_and_the_writer_vous(offers: Offers) -> None:
    [one] = offers("fr", "6 postes vacants", draft=TU)
    assert one.text == "Tu parlais des six postes vacants : [ce que vous en avez pensé depuis]."
    assert one.question.startswith("Vous parliez")


@pytest.mark.parametrize(
    ("language", "draft", "expected"),
    [
        ("fr", TU, True),
        ("fr", "Bonjour,\n\nJe vous remercie. Le ton était juste.\n\nLou", False),
        ("fr", "Bonjour,\n\nVotre « tu verras » m'a fait sourire.\n\nLou", False),
        ("en", "Hi mate,\n\nthx for ur time.\n\nBob", False),
    ],
)
def test_a_draft_is_familiar_when_it_says_tu_outside_of_quotations(
    see: See, language: Language, draft: str, *, expected: bool
) -> None:
    found = familiar(see(draft, language, Context()))  # not within assert: a scene is long to show
    assert found is expected


def test_brackets_within_what_was_said_make_no_blank(offers: Offers) -> None:
    [one, *_] = offers("en", "Thu\nshe said “we lost [five] good drivers this year”")
    assert "(five)" in one.text
    assert all(slot in one.text and slot.count("[") == 1 for slot in one.slots)
    assert "[five]" not in one.slots
