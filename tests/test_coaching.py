"""Suggestions: true gains, nothing invented, the notes' own words, the language asked for."""

import re

import pytest

from benchmarks.judgement.golden import Rated, load
from followup_kit import Context, Draft, Report
from followup_kit.models.base import DIMENSIONS, LANGUAGES, Language
from followup_kit.scorer import Scorer
from followup_kit.words import fold, split_words

GOLDEN = load()


@pytest.fixture(scope="module")
def reports(scorer: Scorer) -> list[tuple[Rated, Report]]:
    """Every golden message with its report."""
    return [(rated, scorer.score(rated.draft, rated.context)) for rated in GOLDEN]


def test_every_dimension_below_the_top_gets_one_suggestion(
    reports: list[tuple[Rated, Report]],
) -> None:
    for _, report in reports:
        if report.message_type in ("withdrawal", "after_refusal"):
            continue
        suggested = [s.dimension for s in report.suggestions]
        for name in DIMENSIONS:
            if report.dimensions[name].level < 4:
                assert name in suggested


def test_suggestions_are_ranked_by_gain_blockers_first(reports: list[tuple[Rated, Report]]) -> None:
    for _, report in reports:
        ranks = [s.rank for s in report.suggestions]
        assert ranks == list(range(1, len(ranks) + 1))
        rest = [s.gain for s in report.suggestions if s.severity != "blocker"]
        assert rest == sorted(rest, reverse=True)


def test_nothing_but_the_draft_and_its_context_is_named(
    reports: list[tuple[Rated, Report]],
) -> None:
    for rated, report in reports:
        context = " ".join(str(v) for v in rated.context.model_dump().values() if v)
        known = fold(f"{rated.draft.text} {context}")
        for suggestion in report.suggestions:
            for number in re.findall(r"\d+", suggestion.text or ""):
                assert number in known
            if not suggestion.message.startswith(
                ("Your notes", "The posting", "Vos notes", "L'annonce")
            ):
                continue
            for quoted in re.findall(r"[“«]\s?([^”»]+?)\s?[”»]", suggestion.message)[:1]:
                words = {word.key for word in split_words(quoted, "en")}
                assert words <= {word.key for word in split_words(known, "en")}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_wrong_company_is_replaced_by_the_right_one_and_the_score_rises(
    scorer: Scorer, language: Language
) -> None:
    text = {
        "en": "Dear Ann,\n\nI look forward to joining Quintal.\n\nKind regards,\nBob",
        "fr": "Bonjour Anne,\n\nJ'aimerais rejoindre Quintal.\n\nCordialement,\nBob",
    }[language]
    context = Context(company="Brackwater")
    before = scorer.score(Draft(text=text, language=language), context)
    first = before.suggestions[0]
    assert (first.kind, first.text) == ("replacement", "Brackwater")
    assert first.span is not None
    assert first.text is not None
    mended = text[: first.span.start] + first.text + text[first.span.end :]
    after = scorer.score(Draft(text=mended, language=language), context)
    assert before.score is not None
    assert after.score is not None
    assert first.gain > 0
    assert after.score > before.score
    assert not any(f.rule == "specificity.wrong_company" for f in after.findings)


def test_the_notes_own_words_are_named(scorer: Scorer) -> None:
    notes = "Tue, Ann Bell\n6,200 claims open, average 34 days, regulator wants 20 by July"
    report = scorer.score(Draft(text="Thank you for the hour, Ann."), Context(notes=notes))
    assert any("6,200 claims open" in s.message for s in report.suggestions)


def test_suggestions_speak_the_language_asked_for_and_templates_the_drafts(scorer: Scorer) -> None:
    draft = Draft(text="Thank you for the tour of the kiln on Monday, I liked the glaze.")
    report = scorer.score(draft, messages="fr")
    assert all("votre" in s.why or " " in s.why for s in report.suggestions)
    greeting = next(
        s
        for s in scorer.score(draft, Context(recipient="Ann"), "fr").suggestions
        if s.rule == "craft.greeting"
    )
    assert greeting.text == "Dear Ann,"
    assert greeting.message.startswith("Saluez")
