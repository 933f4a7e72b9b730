"""Edits that may be applied as they are: the score rises by what was promised."""

import pytest

from benchmarks.judgement.golden import Rated
from followup_kit import Context, Draft, Report, apply
from followup_kit.checking.markup import read_marks
from followup_kit.coaching.mending import MENDED
from followup_kit.models.base import LANGUAGES, Language
from followup_kit.models.rule import Example, Rule
from followup_kit.rulebook.load import load_rulebook
from followup_kit.scorer import Scorer

TOLERANCE = 2
"""Points by which a promise may be missed."""


def _has_words(rule: Rule) -> bool:
    """Whether a rule's suggestion can be ready: one right wording, or a frame without blanks."""
    return rule.check in MENDED or (rule.template is not None and "[" not in rule.template.en)


RULES = [rule for rule in load_rulebook().rules if _has_words(rule)]


def _situations(rule: Rule, language: Language) -> list[tuple[Draft, Context]]:
    """A rule's own examples: of what should not be there those that have it, else those without."""
    part = rule.part(language)
    wanted = part.examples if rule.expects == "absent" else part.near_misses
    return [(_draft(example, language), _context(example)) for example in wanted]


def _draft(example: Example, language: Language) -> Draft:
    return Draft(
        text=read_marks(example.text).text,
        subject=example.subject,
        language=language,
        channel=example.channel,
        scenario=example.scenario,
        format=example.format,
    )


def _context(example: Example) -> Context:
    """What an example knows; a reader to greet and a company, where it names none."""
    context = example.context
    known = {"recipient": context.recipient or "Ms Abara", "company": context.company or "Brack"}
    return context.model_copy(update=known)


def test_rules_of_every_sort_have_words_of_their_own() -> None:
    assert {rule.id for rule in RULES} >= {
        "craft.greeting",
        "craft.closing",
        "craft.repeated_sentence",
        "craft.shouting",
        "specificity.wrong_company",
        "specificity.wrong_reader",
        "specificity.wrong_figure",
        "specificity.wrong_day",
    }


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_applied_to_the_rules_own_examples_the_score_rises_as_promised(
    scorer: Scorer, rule: Rule, language: Language
) -> None:
    tried = 0
    for draft, context in _situations(rule, language):
        before = scorer.score(draft, context)
        for suggestion in before.suggestions:
            if suggestion.rule != rule.id or not suggestion.ready:
                continue
            tried += 1
            after = scorer.score(apply(draft, [suggestion]), context)
            assert before.score is not None
            assert after.score is not None
            assert abs(after.score - before.score - suggestion.gain) <= TOLERANCE
            assert not [f for f in after.findings if f.rule == rule.id and not f.good]
    assert tried


def test_over_the_golden_set_all_of_them_never_lower_a_score_nor_need_a_second_round(
    scorer: Scorer, judged: list[tuple[Rated, Report]]
) -> None:
    tried = 0
    for rated, before in judged:
        ready = [suggestion for suggestion in before.suggestions if suggestion.ready]
        tried += len(ready)
        after = scorer.score(apply(rated.draft, ready), rated.context)
        assert before.score is not None
        assert after.score is not None
        assert after.score >= before.score + max((s.gain for s in ready), default=0) - TOLERANCE
        done = {suggestion.rule for suggestion in ready}
        assert not [s.rule for s in after.suggestions if s.ready and s.rule in done]
    assert tried > len(RULES)


def test_each_golden_promise_alone_is_kept(
    scorer: Scorer, judged: list[tuple[Rated, Report]]
) -> None:
    for rated, before in judged:
        for suggestion in before.suggestions:
            if suggestion.ready:
                after = scorer.score(apply(rated.draft, [suggestion]), rated.context)
                assert before.score is not None
                assert after.score is not None
                assert abs(after.score - before.score - suggestion.gain) <= TOLERANCE
