"""Sums of signs: sentences in which several signs meet."""

from pathlib import Path

import pytest

from followup_kit.checking.rule_tests import check_rule
from followup_kit.errors import RuleFileError
from followup_kit.models.base import LANGUAGES
from followup_kit.models.draft import Context, Draft
from followup_kit.models.report import Finding
from followup_kit.rulebook.load import load_rule
from followup_kit.scorer import Scorer

RULE = """\
kind: signs
dimension: stakes
points: 30
reaches: 2
since: "0.1"
title: {en: Trouble with a date, fr: Un souci daté}
why: {en: It shows., fr: Cela se voit.}
advice: {en: Say it., fr: Dites-le.}
source: docs/rubric.md
span: sentence
signs:
  trouble: {weight: 2, title: {en: something goes wrong, fr: quelque chose ne va pas}}
  figure: {weight: 1, title: {en: a figure, fr: un chiffre}}
  mine: {weight: -2, title: {en: about me, fr: sur moi}}
at_least: 3
guards: {question: false}
en:
  signs:
    trouble: ["backlog|leak"]
    figure: ["<NUM>"]
    mine: ["=my"]
  examples: ["[The backlog is 14 days].", "[Forty leaks in the roof].", "[A leak of 30 litres]."]
  near_misses: ["The backlog is long.", "My backlog is 14 days.", "Is the backlog 14 days?"]
fr:
  signs:
    trouble: ["retard|fuite"]
    figure: ["<NUM>"]
    mine: ["=mon|=mes"]
  examples: ["[Le retard est de 14 jours].", "[Trente fuites au toit].", "[La fuite fait 30 litres]."]
  near_misses: ["Le retard est long.", "Mon retard est de 14 jours.", "Le retard est de 14 jours ?"]
"""
MANIFEST = 'name: signs-test\nversion: "1"\n'


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pack")
    (folder / "stakes").mkdir()
    (folder / "stakes" / "dated_trouble.yaml").write_text(RULE, encoding="utf-8")
    (folder / "pack.yaml").write_text(MANIFEST, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def with_pack(pack: Path) -> Scorer:
    return Scorer(rules=[pack])


def found(scorer: Scorer, text: str) -> list[Finding]:
    report = scorer.score(Draft(text=text, language="en"), Context())
    return [f for f in report.findings if f.rule == "stakes.dated_trouble"]


def test_a_sentence_with_enough_signs_is_a_finding_that_names_them(with_pack: Scorer) -> None:
    (finding,) = found(with_pack, "It was good to see you. The backlog is now 14 days in the shop.")
    assert finding.details == {"trouble": "backlog", "figure": "14"}
    assert finding.message == (
        "It shows. Seen together: something goes wrong (“backlog”), a figure (“14”)."
    )


@pytest.mark.parametrize(
    "text",
    [
        "The backlog is now quite long in the shop. There are 14 of you.",
        "My own backlog is 14 days in the shop and that is that.",
        "Is the backlog of the shop now 14 days?",
    ],
)
def test_too_few_signs_or_signs_against_it_are_none(with_pack: Scorer, text: str) -> None:
    assert found(with_pack, text) == []


def test_a_rule_of_signs_says_of_itself_what_holds(with_pack: Scorer) -> None:
    rule = with_pack.book.by_id["stakes.dated_trouble"]
    problems = [p for language in LANGUAGES for p in check_rule(with_pack, rule, language)]
    assert problems == []


def test_a_pattern_that_nothing_needs_is_named(with_pack: Scorer) -> None:
    rule = with_pack.book.by_id["stakes.dated_trouble"]
    signs = {**rule.en.signs, "trouble": (*rule.en.signs["trouble"], "rust")}
    more = rule.model_copy(update={"en": rule.en.model_copy(update={"signs": signs})})
    assert [p.text for p in check_rule(with_pack, more, "en")] == ["trouble: rust"]


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("at_least: 3\n", "", "at_least: missing"),
        ('    mine: ["=mon|=mes"]\n', "", "not so: mine"),
        ("question: false", "negated: false", "guards.negated: not for"),
        ("weight: 2", "weight: 20", "weight"),
        ('trouble: ["retard|fuite"]', 'troubles: ["retard|fuite"]', "not so: trouble, troubles"),
    ],
)
def test_a_rule_of_signs_that_does_not_hang_together_is_refused(
    tmp_path: Path, old: str, new: str, why: str
) -> None:
    path = tmp_path / "dated_trouble.yaml"
    assert old in RULE
    path.write_text(RULE.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(RuleFileError, match=why):
        load_rule(path, "stakes.dated_trouble", "dated_trouble.yaml")
