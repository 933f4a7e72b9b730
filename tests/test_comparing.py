"""Comparing two drafts: laws over golden pairs, and what a writer sees of a before and after."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.judgement.golden import load
from followup_kit import Comparison, Context, Draft, Report, UsageError, compare
from followup_kit.models.base import DIMENSIONS, LANGUAGES, Language
from followup_kit.models.comparison import Shown
from followup_kit.scorer import Scorer

NOTES = "Thu, Joanna Reid\n12 % of pallets come back, most of them chilled"
BEFORE = "Dear Joanna,\n\nThank you for Thursday. I am very motivated.\n\nKind regards,\nBo Lind"
AFTER = """Dear Joanna,

Thank you for Thursday. You told me that twelve per cent of the pallets come back; I have kept\
 thinking about it, and I would put one person at the chilled door.

I applied because I have run night shifts for six years and miss being on the dock.

Kind regards,
Bo Lind"""


@pytest.fixture(scope="module")
def reports(scorer: Scorer) -> dict[Language, list[Report]]:
    """Golden reports in English, by the drafts' language, interviews by email only."""
    messages = [
        rated
        for rated in load()
        if rated.draft.channel == "email" and rated.draft.scenario == "interview"
    ]
    found: dict[Language, list[Report]] = {language: [] for language in LANGUAGES}
    pairs = ((rated.draft, rated.context) for rated in messages)
    for rated, report in zip(messages, scorer.pipe(pairs, "en"), strict=True):
        found[rated.language].append(report)
    return found


def _both(scorer: Scorer, before: str = BEFORE, after: str = AFTER) -> Comparison:
    context = Context(notes=NOTES, recipient="Joanna Reid")
    one, other = (
        scorer.score(Draft(text=text, language="en"), context) for text in (before, after)
    )
    return compare(one, other)


def _keys(shown: tuple[Shown, ...]) -> set[tuple[object, ...]]:
    return {(item.rules, item.good, item.words) for item in shown}


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_terms_add_up_and_turning_it_round_turns_it_round(
    reports: dict[Language, list[Report]], data: st.DataObject
) -> None:
    mine = reports[data.draw(st.sampled_from(LANGUAGES))]
    one, other = data.draw(st.sampled_from(mine)), data.draw(st.sampled_from(mine))
    there, back = compare(one, other), compare(other, one)
    assert there.difference == -back.difference
    assert sum(shift.points for shift in there.shifts) == there.difference
    turned = {"before": "after", "after": "before", None: None}
    assert turned[there.better] == back.better
    for name in DIMENSIONS:
        assert _keys(there.dimensions[name].gained) == _keys(back.dimensions[name].lost)
    assert _keys(there.mended) == _keys(back.broken)


def test_a_draft_is_no_better_than_itself(reports: dict[Language, list[Report]]) -> None:
    for report in (*reports["en"], *reports["fr"]):
        same = compare(report, report)
        assert same.better is None
        assert not same.shifts
        assert not same.mended + same.broken
        assert not any(change.gained or change.lost for change in same.dimensions.values())


def test_a_better_draft_is_called_better_and_what_it_gained_is_named(scorer: Scorer) -> None:
    comparison = _both(scorer)
    assert comparison.better == "after"
    gained = comparison.dimensions["specificity"].gained
    assert any("twelve per cent" in (item.words or "") for item in gained)
    rules = {rule for item in comparison.dimensions["motivation"].gained for rule in item.rules}
    assert "motivation.reason_given" in rules
    lost = {rule for item in comparison.dimensions["motivation"].lost for rule in item.rules}
    assert lost == {"motivation.interest_asserted"}


def test_what_only_moved_or_was_broken_into_lines_is_no_change(scorer: Scorer) -> None:
    moved = AFTER.replace("Dear Joanna,\n\n", "Dear Joanna,\n\n\n").replace(
        "I have kept", "I have\nkept"
    )
    comparison = _both(scorer, AFTER, moved)
    assert not any(c.gained or c.lost for c in comparison.dimensions.values())


def test_what_was_put_right_is_named(scorer: Scorer) -> None:
    comparison = _both(scorer, AFTER.replace("Dear Joanna", "Dear [Name]"), AFTER)
    assert ("craft.placeholder_left",) in {item.rules for item in comparison.mended}
    assert comparison.better == "after"
    assert any(shift.rule == "craft.placeholder_left" for shift in comparison.shifts)


def test_what_cannot_be_compared_says_why(scorer: Scorer) -> None:
    scored = scorer.score(Draft(text=AFTER, language="en"))
    german = scorer.score(Draft(text="Sehr geehrte Frau Reid, vielen Dank für das Gespräch."))
    with pytest.raises(UsageError, match="not scored, so not compared"):
        compare(scored, german)
    sms = scorer.score(Draft(text=AFTER, language="en", channel="sms"))
    with pytest.raises(UsageError, match="different channel"):
        compare(scored, sms)
    with pytest.raises(UsageError, match="different messages"):
        compare(scored, scorer.score(Draft(text=AFTER, language="en"), messages="fr"))
