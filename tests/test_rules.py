"""Every rule against what its own file says: one named test an example, a near miss, a rule."""

import re
from pathlib import Path

import pytest

from followup_kit.checking import rule_tests
from followup_kit.models.base import LANGUAGES, Language
from followup_kit.models.rule import EXAMPLES_WANTED, Example, Rule
from followup_kit.rulebook.compiled import compile_book
from followup_kit.rulebook.load import load_rulebook
from followup_kit.scorer import Scorer

BOOK = load_rulebook()
PARTS = [(rule, language) for rule in BOOK.rules for language in LANGUAGES]
ROOT = Path(__file__).parents[1]


def cases(which: str) -> list[object]:
    return [
        pytest.param(rule, language, example, id=f"{rule.id}-{language}-{number}")
        for rule, language in PARTS
        for number, example in enumerate(getattr(rule.part(language), which), start=1)
    ]


@pytest.mark.parametrize(("rule", "language", "example"), cases("examples"))
def test_a_rule_fires_where_its_example_says(
    scorer: Scorer, rule: Rule, language: Language, example: Example
) -> None:
    assert not list(rule_tests.check_example(scorer, rule, language, example))


@pytest.mark.parametrize(("rule", "language", "example"), cases("near_misses"))
def test_a_rule_is_silent_on_its_near_miss(
    scorer: Scorer, rule: Rule, language: Language, example: Example
) -> None:
    assert not list(rule_tests.check_near_miss(scorer, rule, language, example))


@pytest.mark.parametrize(
    ("rule", "language"), [pytest.param(r, x, id=f"{r.id}-{x}") for r, x in PARTS]
)
def test_each_pattern_is_needed_by_an_example(
    scorer: Scorer, rule: Rule, language: Language
) -> None:
    assert not list(rule_tests.needless_patterns(scorer, rule, language))


def test_there_are_at_least_sixty_rules_with_enough_examples() -> None:
    assert len(BOOK.rules) >= 60
    for rule, language in PARTS:
        part = rule.part(language)
        assert min(len(part.examples), len(part.near_misses)) >= EXAMPLES_WANTED


def test_no_example_comes_from_the_golden_set() -> None:
    golden = "\n".join(
        (ROOT / "benchmarks/judgement/golden" / f"{language}.jsonl").read_text(encoding="utf-8")
        for language in LANGUAGES
    )
    for rule, language in PARTS:
        for example in rule.part(language).examples:
            for sentence in re.split(r"(?<=[.!?])\s", example.text):
                bare = sentence.replace("[", "").replace("]", "").strip()
                assert len(bare.split()) < 6 or bare not in golden, f"{rule.id}: {bare}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_order_of_rules_does_not_matter(language: Language) -> None:
    forward = compile_book(BOOK, language)
    again = compile_book(load_rulebook(), language).index
    assert {kind: set(keys) for kind, keys in forward.index.items()} == {
        kind: set(keys) for kind, keys in again.items()
    }
