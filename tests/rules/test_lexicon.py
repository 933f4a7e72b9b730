"""Word lists as their readers expect them: both languages, clean items, nothing twice."""

import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from followup_kit.models.base import LANGUAGES, Language
from followup_kit.words import split_words

LEXICON = Path(__file__).parents[2] / "rules" / "lexicon"
FILES = sorted(LEXICON.glob("*.yaml"))
TABLES = {"irregular", "letter_forms", "placeholder_words", "abbreviations"}
"""Files whose lines are no items of patterns: they have readers of their own."""

CAPITALS = {"I", "RER"}
"""The pronoun, and initials that everybody writes so; a pattern reads them in lower case."""


def _lists(data: Any, name: str = "") -> list[tuple[str, list[Any]]]:
    if isinstance(data, dict):
        return [pair for key, value in data.items() for pair in _lists(value, f"{name}.{key}")]
    return [(name, data)]


def _classes() -> list[tuple[str, Language, list[Any]]]:
    return [
        (f"{path.stem}{part}", language, items)
        for path in FILES
        if path.stem not in TABLES
        for language in LANGUAGES
        for part, items in _lists(yaml.safe_load(path.read_text(encoding="utf-8"))[language])
    ]


CLASSES = _classes()
NAMES = [f"{name}-{language}" for name, language, _ in CLASSES]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.stem))
def test_a_word_list_says_what_belongs_in_it_and_has_both_languages(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# ")
    assert set(yaml.safe_load(text)) == {"en", "fr"}
    assert text == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize(("name", "language", "items"), CLASSES, ids=NAMES)
def test_items_are_text_each_once(name: str, language: Language, items: list[Any]) -> None:
    wrong = [item for item in items if not isinstance(item, str)]
    assert not wrong, f"{name}.{language}: YAML reads these as no text; quote them: {wrong}"
    twice = [item for item, count in Counter(items).items() if count > 1]
    assert not twice, f"{name}.{language}: {twice}"


@pytest.mark.parametrize(("name", "language", "items"), CLASSES, ids=NAMES)
def test_items_are_lower_case_and_tokenise(name: str, language: Language, items: list[Any]) -> None:
    for item in items:
        words = [word.removeprefix("=") for word in item.split()]
        assert item == " ".join(item.split()), f"{name}.{language}: {item!r}"
        assert all(word == word.lower() or word in CAPITALS for word in words), item
        assert all(split_words(word, language) for word in words), item
