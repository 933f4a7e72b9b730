"""The sentences that show how it might sound: words for the draft, to a stranger or to a friend."""

import re

import pytest
from pydantic import ValidationError

from followup_kit.models.conditions import Frame
from followup_kit.rulebook.book import RuleBook

STRANGER = re.compile(r"\b(vous|votre|vos|vôtre|vôtres)\b", re.IGNORECASE)
FRIEND = re.compile(r"\b(tu|te|toi|ton|ta|tes|tien|tienne)\b|\bt['’]", re.IGNORECASE)


def examples(book: RuleBook) -> dict[str, Frame]:
    return {rule.id: rule.example for rule in book.rules if rule.example}


def test_a_friend_is_never_called_vous(book: RuleBook) -> None:
    for rule_id, example in examples(book).items():
        said = example.said("fr", familiar=True)
        assert not STRANGER.search(said), rule_id
        if example.tu:
            assert FRIEND.search(example.tu), rule_id


def test_a_stranger_is_never_called_tu(book: RuleBook) -> None:
    for rule_id, example in examples(book).items():
        assert not FRIEND.search(example.said("fr", familiar=False)), rule_id


def test_both_ways_say_the_same_but_for_the_address(book: RuleBook) -> None:
    for rule_id, example in examples(book).items():
        formal, friendly = (set(example.said("fr", familiar=how).split()) for how in (False, True))
        assert len(formal - friendly) <= 4, rule_id


def test_an_example_needs_both_ways_only_where_the_reader_is_addressed() -> None:
    with pytest.raises(ValidationError, match="tu: expected where fr says"):
        Frame(en="You said so.", fr="Vous le disiez.")
    with pytest.raises(ValidationError, match="tu: expected where fr says"):
        Frame(en="It rained.", fr="Il pleuvait.", tu="Il pleuvait.")


def test_an_example_is_a_sentence_without_blanks(book: RuleBook) -> None:
    for rule_id, example in examples(book).items():
        for text in (example.en, example.fr, example.tu or ""):
            assert not re.search(r"[\[\]{}]", text), rule_id
