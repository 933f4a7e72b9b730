"""Facts of a message against its context: what is wrong is named, what may differ is let be."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from followup_kit.models.base import Language
from followup_kit.models.draft import Context, Draft
from followup_kit.models.report import Finding
from followup_kit.scorer import Scorer

TABLES = yaml.safe_load((Path(__file__).parent / "facts.yaml").read_text(encoding="utf-8"))
AROUND: dict[Language, str] = {
    "en": "The old looms in the yard have not left my mind since.",
    "fr": "Les vieux métiers de la cour ne me quittent plus depuis.",
}
Case = tuple[str, Language, list[Any]]


def _cases(side: str) -> list[Case]:
    return [
        (check, language, case)
        for check, languages in TABLES.items()
        for language, sides in languages.items()
        for case in sides[side]
    ]


WRONG, RIGHT = _cases("wrong"), _cases("right")


def _key(case: Case) -> str:
    check, language, (text, context, *_) = case
    return f"{check}-{language}-{text}-{sorted(context.values())}"


@pytest.fixture(scope="module")
def findings(scorer: Scorer) -> dict[str, list[Finding]]:
    """What is found wrong in each case; all are judged in one go."""
    cases = [*WRONG, *RIGHT]
    pairs = [_pair(case) for case in cases]
    return {
        _key(case): [f for f in report.findings if f.rule.startswith("specificity.wrong_")]
        for case, report in zip(cases, scorer.pipe(pairs), strict=True)
    }


def _pair(case: Case) -> tuple[Draft, Context]:
    check, language, (text, context, *_) = case
    body = f"{text}\n\n{AROUND[language]}" if check == "reader" else f"{text} {AROUND[language]}"
    return Draft(text=body, language=language), Context(**context)


@pytest.mark.parametrize("case", WRONG, ids=_key)
def test_what_contradicts_the_context_is_named_with_both_values(
    findings: dict[str, list[Finding]], case: Case
) -> None:
    found = findings[_key(case)]
    assert [(f.rule, f.details["found"]) for f in found] == [
        (f"specificity.wrong_{case[0]}", case[2][2])
    ]
    assert all(f.details[key] in f.message for f in found for key in ("expected", "found"))


@pytest.mark.parametrize("case", RIGHT, ids=_key)
def test_what_may_differ_is_let_be(findings: dict[str, list[Finding]], case: Case) -> None:
    assert [(f.rule, f.details) for f in findings[_key(case)]] == []
