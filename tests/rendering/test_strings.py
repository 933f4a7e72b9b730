"""The kit's own sentences: in both languages, all used, none missing."""

import re
from pathlib import Path

import followup_kit
from followup_kit.models.base import DIMENSIONS, LANGUAGES
from followup_kit.rendering.view import shipped_strings
from followup_kit.rulebook.book import RuleBook

ROOT = Path(followup_kit.__file__).parent
SOURCES = sorted([*ROOT.rglob("*.py"), *ROOT.rglob("*.j2")])
KEY = r"(?:title|type|dimension|sum|reason|confidence|language|notice|coach|fact|signs|measure|channel|praise|compare|html|explain)\.[a-z_.]*"
NAMED = re.compile(rf"[\"'](?P<key>{KEY})(?P<completed>\{{)?")


def used() -> tuple[set[str], set[str]]:
    """Keys that the code names, and beginnings of keys that it completes."""
    exact: set[str] = set()
    beginnings: set[str] = set()
    for path in SOURCES:
        for found in NAMED.finditer(path.read_text(encoding="utf-8")):
            (beginnings if found["completed"] else exact).add(found["key"])
    return exact, beginnings


def test_every_key_that_the_code_says_exists() -> None:
    exact, beginnings = used()
    known = shipped_strings()
    rule_ids = {key for key in exact if not key.startswith(("title.", "sum.", "notice.", "coach."))}
    assert exact - rule_ids
    assert exact - rule_ids <= set(known)
    for beginning in beginnings:
        assert any(key.startswith(beginning) for key in known), beginning


def test_every_sentence_is_said_somewhere() -> None:
    exact, beginnings = used()
    # The heads of the Markdown tables are named without their beginning.
    exact |= {f"title.{name}" for name in ("dimension", "level_word", "score", "evidence")}
    silent = [
        key
        for key in shipped_strings()
        if key not in exact and not key.startswith(tuple(beginnings - {"title."}))
    ]
    assert silent == []


def test_dimensions_are_called_as_in_the_rubric(book: RuleBook) -> None:
    for name in DIMENSIONS:
        for language in LANGUAGES:
            title = book.rubric.dimensions[name].title.in_(language)
            assert book.say(f"dimension.{name}", language) == title


def test_every_notice_of_reading_has_its_sentence() -> None:
    reading = Path(followup_kit.__file__).parent / "reading"
    text = "\n".join(path.read_text(encoding="utf-8") for path in reading.glob("*.py"))
    codes = set(re.findall(r'"(reading\.[a-z_]+)"', text))
    assert codes
    assert {f"notice.{code}" for code in codes} <= set(shipped_strings())
