"""Every rule of templates against what its own file says: one named test an example, a near miss."""

from pathlib import Path

import pytest

from followup_kit.checking.template_tests import checked, own
from followup_kit.library.checks import CHECKS
from followup_kit.models.base import DIMENSIONS, LANGUAGES, Language
from followup_kit.models.draft import Draft
from followup_kit.models.template import TemplateExample, TemplateRule
from followup_kit.reading.field_names import field_names
from followup_kit.rulebook.book import RuleBook
from followup_kit.rulebook.template_rules import load_template_rules
from followup_kit.scorer import Scorer

RULES = load_template_rules()
ROOT = Path(__file__).parents[1]
OF_LIBRARIES = {
    "near_duplicate",
    "no_counterpart",
    "below_min_score",
    "score_dropped",
    "unused_suppression",
}


def cases(which: str) -> list[object]:
    return [
        pytest.param(rule, language, example, id=f"{rule.id}-{language}-{number}")
        for rule in RULES.by_id.values()
        for language in LANGUAGES
        for number, example in enumerate(getattr(rule.part(language), which), start=1)
    ]


@pytest.mark.parametrize(("rule", "language", "example"), cases("examples"))
def test_a_rule_finds_what_its_example_says(
    rule: TemplateRule, language: Language, example: TemplateExample
) -> None:
    listed = checked(example, language)
    assert listed.status == "judged"
    assert (example.finds or "") in [problem.span.text for problem in own(rule, listed)]


@pytest.mark.parametrize(("rule", "language", "example"), cases("near_misses"))
def test_a_rule_is_silent_on_its_near_miss(
    rule: TemplateRule, language: Language, example: TemplateExample
) -> None:
    listed = checked(example, language)
    assert listed.status == "judged"
    assert own(rule, listed) == []


def test_each_rule_has_a_check_and_each_check_a_rule() -> None:
    assert {rule.check for rule in RULES.by_id.values()} == CHECKS.keys() | OF_LIBRARIES


def test_what_is_said_of_templates_names_rules_that_exist(book: RuleBook) -> None:
    assert RULES.book.silent.keys() <= book.by_id.keys()
    for name, kind in RULES.book.fields.items():
        assert set(kind.brings) <= book.by_id.keys(), name
        assert all(book.by_id[rule].dimension == kind.dimension for rule in kind.brings), name


def test_each_name_of_a_field_is_told_to_be_of_its_kind() -> None:
    """A word listed under two kinds would make one of them unreachable by it."""
    names = field_names(RULES.book)
    for name, phrases in names.phrases:
        for phrase in phrases:
            kinds = names.kinds(tuple(phrase.split()))
            assert name in kinds or kinds, (name, phrase)


def test_each_kind_of_slot_is_reached_by_one_of_its_names() -> None:
    names = field_names(RULES.book)
    for name, phrases in names.phrases:
        if phrases:
            assert any(name in names.kinds(tuple(phrase.split())) for phrase in phrases), name


def test_files_of_rules_lie_where_they_are_looked_for() -> None:
    files = {path.stem for path in (ROOT / "rules" / "template").glob("*.yaml")}
    assert files == {rule.check for rule in RULES.by_id.values()}


FRAMES = {
    "en": "Dear Ann,\n\nI keep thinking of {}.\n\nBest wishes,\nBo",
    "fr": "Bonjour Luc,\n\nJe repense à {}.\n\nCordialement,\nBo",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_stands_in_shows_nothing_that_its_field_does_not_ask_for(
    scorer: Scorer, language: Language
) -> None:
    """Else a template would earn by a stand-in what its writer was never asked for."""
    for name, kind in RULES.book.fields.items():
        for value in kind.stand(language).stand_ins:
            text = FRAMES[language].format(value)
            report = scorer.score(Draft(text=text, language=language))
            shown = {f.area for f in report.findings if f.good and f.area in DIMENSIONS}
            assert shown <= {"specificity", kind.dimension}, (name, value)
            assert not [f for f in report.findings if f.severity in ("error", "blocker")], (
                name,
                value,
            )
