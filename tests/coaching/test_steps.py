"""What a step promises is what a sentence like its example shows."""

import pytest

from benchmarks.judgement.golden import Rated
from followup_kit import Context, Draft, Report
from followup_kit.models.base import DIMENSIONS, LANGUAGES, Language
from followup_kit.models.rule import Rule, Suggest
from followup_kit.rulebook.book import RuleBook
from followup_kit.rulebook.load import load_rulebook
from followup_kit.scorer import Scorer

TOP = 4
KEPT = 0.9
"""Share of promises that must be kept when a step's own example is put into a golden message: it
may also make a message too long, or meet a cap that the message has for another reason."""
STEPS = [(rule, rule.suggest) for rule in load_rulebook().rules if rule.suggest]
IDS = [rule.id for rule, _ in STEPS]


def _context(suggest: Suggest, language: Language) -> Context:
    return Context(notes=suggest.notes.in_(language) if suggest.notes else None)


@pytest.mark.parametrize("familiar", [False, True])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("rule", "suggest"), STEPS, ids=IDS)
def test_the_example_shows_every_rule_that_it_is_said_to_bring(
    scorer: Scorer, rule: Rule, suggest: Suggest, language: Language, *, familiar: bool
) -> None:
    text = suggest.example.said(language, familiar=familiar)
    scenario = suggest.scenarios[0] if rule.scenarios != ("sales",) else "sales"
    draft = Draft(text=text, language=language, scenario=scenario)
    report = scorer.score(draft, _context(suggest, language))
    shown = {finding.rule for finding in report.findings if finding.good}
    assert shown >= set(suggest.brings)


@pytest.mark.parametrize(("rule", "suggest"), STEPS, ids=IDS)
def test_a_step_names_rules_that_exist(book: RuleBook, rule: Rule, suggest: Suggest) -> None:
    named = {*suggest.brings, *suggest.mends, *([suggest.after] if suggest.after else [])}
    assert named <= set(book.by_id)
    assert rule.id in suggest.brings
    assert all(book.by_id[one].dimension == rule.dimension for one in suggest.brings)


def test_every_dimension_below_the_top_gets_one_step(judged: list[tuple[Rated, Report]]) -> None:
    for _, report in judged:
        if report.message_type in ("withdrawal", "after_refusal"):
            continue
        for name in DIMENSIONS:
            steps = [s for s in report.suggestions if s.dimension == name and s.kind == "template"]
            assert bool(steps) == (report.dimensions[name].level < TOP)


def test_the_example_taken_over_brings_the_dimension_as_far_as_promised(
    scorer: Scorer, judged: list[tuple[Rated, Report]]
) -> None:
    """Said in golden messages, the sentence of a step raises the score by what it promised."""
    kept: list[bool] = []
    for rated, before in judged:
        for suggestion in before.suggestions:
            step = scorer.book.by_id[suggestion.rule].suggest
            if step is None or not suggestion.gain or not suggestion.edits or not suggestion.text:
                continue
            sentence = step.example.said(rated.language, familiar=False)
            about = step.notes.in_(rated.language) if step.notes else ""
            notes = f"{rated.context.notes or ''}\n{about}".strip()
            context = rated.context.model_copy(update={"notes": notes or None})
            (edit,) = suggestion.edits
            said = edit.text.replace(suggestion.text, sentence)
            text = rated.draft.text
            text = f"{text[: edit.start]}{said}{text[edit.end :]}"
            after = scorer.score(rated.draft.model_copy(update={"text": text}), context)
            assert before.score is not None
            assert after.score is not None
            kept.append(after.score - before.score >= suggestion.gain - 2)
    assert len(kept) > len(judged)
    assert sum(kept) >= KEPT * len(kept)
