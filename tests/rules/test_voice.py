"""One voice in two languages: whatever the kit says to people is whole, plain and well set."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import BaseModel

from followup_kit.models.base import LANGUAGES, Language
from followup_kit.models.conditions import Bilingual, Frame
from followup_kit.models.sayings import Saying
from followup_kit.rulebook.book import RuleBook
from followup_kit.rulebook.template_rules import load_template_rules

JARGON: dict[Language, list[str]] = yaml.safe_load(
    (Path(__file__).parent / "jargon.yaml").read_text(encoding="utf-8")
)
TITLE, ADVICE, WHY = 60, 160, 160
"""Characters: a title fits a line of the legend, advice and why two or three of a terminal."""

Text = tuple[str, Language, str]
"""Where it stands, its language, and the text."""


def every(value: Any, place: str = "") -> Iterator[tuple[str, Bilingual | Frame | Saying]]:
    """All words for people within a value, with the way to them."""
    if isinstance(value, Bilingual | Frame | Saying):
        yield place, value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from every(getattr(value, name), f"{place}.{name}")
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from every(item, f"{place}.{key}")
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from every(item, f"{place}.{getattr(item, 'id', number)}")


@pytest.fixture(scope="module")
def words(book: RuleBook) -> list[tuple[str, Bilingual | Frame | Saying]]:
    """All words of the shipped rules, rubric, messages and anchors."""
    found = [
        pair
        for field in fields(book)
        if field.name != "by_id"
        for pair in every(getattr(book, field.name), field.name)
    ]
    found += every(tuple(load_template_rules().by_id.values()), "templates")
    assert {place.split(".")[0] for place, _ in found} >= {
        "rules",
        "rubric",
        "strings",
        "templates",
    }
    return found


@pytest.fixture(scope="module")
def shown(words: list[tuple[str, Bilingual | Frame | Saying]]) -> list[Text]:
    """What is shown to people, form by form."""
    return [
        (place, language, text)
        for place, value in words
        if not isinstance(value, Frame)
        for language in LANGUAGES
        for text in forms(value, language)
    ]


def forms(value: Bilingual | Saying, language: Language) -> list[str]:
    if isinstance(value, Bilingual):
        return [value.in_(language)]
    said = value.en if language == "en" else value.fr
    return [said.other, *([said.one] if said.one else [])]


def test_no_text_is_missing_or_blank_in_a_language(shown: list[Text]) -> None:
    assert len(shown) > 800
    assert [place for place, _, text in shown if not text.strip()] == []


def test_no_text_is_left_untranslated(words: list[tuple[str, Any]]) -> None:
    """A sentence of four words or more never is the same in both languages."""
    same = [
        place
        for place, value in words
        if not isinstance(value, Saying) and value.en == value.fr and len(value.en.split()) > 3
    ]
    assert same == []


def test_apostrophes_and_quotation_marks_are_curly(shown: list[Text]) -> None:
    assert [(place, text) for place, _, text in shown if re.search("['\"`]", text)] == []


def test_words_for_the_draft_are_typed_straight(words: list[tuple[str, Any]]) -> None:
    """The draft's own typing decides; see how suggestions are typed."""
    frames = [(place, value) for place, value in words if isinstance(value, Frame)]
    assert frames
    for place, frame in frames:
        assert not re.search("[’\u00a0\u202f]", f"{frame.en}{frame.fr}{frame.tu}"), place


WRONG: dict[Language, dict[str, str]] = {
    "en": {
        "a space before a sign": r"\s[;:!?,.](?!\w)",
        "French quotation marks": "[«»]",
        "a quotation left open": r"^[^“”]*(“[^“”]*”[^“”]*)*“[^”]*$",
        "a space before a per cent sign": r"[\d}]\s%",
    },
    "fr": {
        "a space that may break": r" [;:!?»%€]|« ",
        "no space before a sign": r"[^\s\u00a0\u202f][;!?»]|«[^\u00a0]|[^\s\d\u00a0](?<!https):(?!//)",
        "English quotation marks": "[“”]",
        "a capital without its accent": r"(?:^|[.!?«]\s)(?:A\s|E(?:crire|crivez|tat|tre|vitez|noncez|changez|laguez))",
    },
}
EVERYWHERE = {
    "two blanks": r"\s\s",
    "three points": r"\.\.\.",
    "a dash in the sentence": r"\s[-–—]+\s|—",
    "blanks at an end": r"^\s|\s$",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_set_as_its_language_sets_it(shown: list[Text], language: Language) -> None:
    wrong = WRONG[language] | EVERYWHERE
    found = [
        (place, why, text)
        for place, spoken, text in shown
        if spoken == language
        for why, pattern in wrong.items()
        if re.search(pattern, text)
    ]
    assert found == []


SEVERITIES = ("strings.explain.severity", "strings.explain.template", "strings.list.count")
OF_TEMPLATES = ("templates", "strings.reason.only_fields")
OWNERS = {"champ", "champs", "placeholders"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_nobody_is_spoken_to_in_jargon(shown: list[Text], language: Language) -> None:
    barred = re.compile(
        r"\b(?:" + "|".join(map(re.escape, JARGON[language])) + r")s?\b", re.IGNORECASE
    )
    found = [
        (place, match[0])
        for place, spoken, text in shown
        # The severities are those of JSON and --fail-on, and called as there.
        if spoken == language and not place.startswith(SEVERITIES)
        for match in barred.finditer(text)
        # Who keeps templates calls their fields so, and the setting has its name.
        if not (place.startswith(OF_TEMPLATES) and match[0].lower() in OWNERS)
    ]
    assert found == []


def test_the_kit_says_vous_to_its_user(shown: list[Text]) -> None:
    familiar = re.compile(r"\b(?:tu|toi|(?<!le )ton|ta|tes)\b|\bt’", re.IGNORECASE)
    quoted = re.compile("«[^»]*»")
    found = [
        (place, text)
        for place, language, text in shown
        if language == "fr" and familiar.search(quoted.sub("", text))
    ]
    assert found == []


def test_a_reader_is_no_man_and_no_woman(shown: list[Text]) -> None:
    gendered = {
        "en": r"\b(?:he|she|him|her|his|hers)\b",
        "fr": r"\b(?:lecteur|lectrice|recruteur)\b",
    }
    found = [
        (place, text)
        for place, language, text in shown
        if re.search(gendered[language], text, re.IGNORECASE)
    ]
    assert found == []


def test_rules_speak_briefly(book: RuleBook) -> None:
    for rule in book.rules:
        for language in LANGUAGES:
            title, why, advice = (
                text.in_(language) for text in (rule.title, rule.why, rule.advice)
            )
            assert len(title) <= TITLE, rule.id
            assert len(why) <= WHY, (rule.id, len(why))
            assert len(advice) <= ADVICE, (rule.id, len(advice))


def test_titles_are_no_sentences_and_advice_is_one(book: RuleBook) -> None:
    within = re.compile(r"[.!?]\s+\w")
    for rule in book.rules:
        for language in LANGUAGES:
            title, why, advice = (
                text.in_(language) for text in (rule.title, rule.why, rule.advice)
            )
            assert title[-1] not in ".!?;:", rule.id
            assert title[0].isupper() or title[0] in "«“", rule.id
            for text in (why, advice):
                assert text[-1] in ".?…", (rule.id, text)
                assert not within.search(re.sub("«[^»]*»|“[^”]*”", "", text)), (rule.id, text)


def test_what_counts_has_its_plural(book: RuleBook) -> None:
    for key, saying in book.strings.items():
        for said in (saying.en, saying.fr):
            assert ("{count}" in said.other) == (said.one is not None), key


def test_levels_say_what_is_there_and_what_comes_next(book: RuleBook) -> None:
    for name, dimension in book.rubric.dimensions.items():
        for number, level in enumerate(dimension.levels):
            last = number == len(dimension.levels) - 1
            assert (level.next_interview is None) == last, name
            assert (level.next_sales is None) == last, name
            for text in filter(None, (level.interview, level.sales, level.next_interview)):
                assert text.en.endswith("."), text.en
                assert text.fr.endswith("."), text.fr
