"""Scoring real messages end to end: sums, spans, languages, and what cannot be scored."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from followup_kit import Context, Draft, InputError, Report, Scorer, load
from followup_kit.models.base import DIMENSIONS

EXAMPLES = Path(__file__).parents[1] / "examples"
MESSAGES = sorted(path for path in EXAMPLES.glob("*/message.*"))
LETTERS = st.text(
    st.sampled_from("abc éèœ·’'\u00a0\u202f\n.,!?[]{}()😀0123456789-–«»"), max_size=300
)


def example(scorer: Scorer, path: Path) -> Report:
    notes = path.parent / "notes.txt"
    context = Context(notes=notes.read_text(encoding="utf-8")) if notes.exists() else Context()
    return scorer.score(load(path), context)


@pytest.mark.parametrize("path", MESSAGES, ids=lambda path: path.parent.name)
def test_every_sum_adds_up_and_every_span_points_into_the_draft(scorer: Scorer, path: Path) -> None:
    report = example(scorer, path)
    assert report.score == sum(term.points for term in report.contributions)
    for name in DIMENSIONS:
        dimension = report.dimensions[name]
        assert dimension.score == sum(term.points for term in dimension.contributions)
    for finding in report.findings:
        for span in (finding.span, finding.sentence):
            if span and span.part == "text":
                assert report.text[span.start : span.end] == span.text
    for zone in report.zones:
        assert report.text[zone.span.start : zone.span.end] == zone.span.text


@pytest.mark.parametrize("path", MESSAGES, ids=lambda path: path.parent.name)
def test_a_report_survives_json(scorer: Scorer, path: Path) -> None:
    report = example(scorer, path)
    assert Report.model_validate_json(report.model_dump_json()) == report


def test_offsets_into_a_base64_mail_lead_to_the_base64(scorer: Scorer) -> None:
    report = example(scorer, EXAMPLES / "conseillere-crous" / "message.eml")
    spans = [f.span for f in report.findings if f.span]
    assert spans
    assert all(set(span.text) <= set(_BASE64) for span in spans if "\n\n" not in span.text)


_BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=\r\n"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "empty"),
        (" \n\t ", "empty"),
        ("Bonjour Madame,\n\nCordialement,\nAnne", "only_signature"),
        ("> On Monday you wrote:\n> hello there", "only_quoted"),
        ("😀 123 !!!", "no_words"),
        (
            "Sehr geehrte Frau Müller, vielen Dank für das Gespräch am Montag. Ich freue mich.",
            "language",
        ),
        (
            "Muchas gracias por la entrevista del lunes, me gustaría mucho trabajar con ustedes.",
            "language",
        ),
        ("Grazie mille per il colloquio di lunedì, vorrei molto lavorare con voi.", "language"),
        (
            "Hartelijk dank voor het gesprek van maandag, ik wil graag bij jullie werken.",
            "language",
        ),
        (
            "Muito obrigado pela entrevista de segunda-feira, gostaria muito de trabalhar aí.",
            "language",
        ),
        ("Спасибо за собеседование в понедельник, мне очень интересно.", "language"),
    ],
)
def test_what_cannot_be_judged_gets_a_reason_and_no_number(
    scorer: Scorer, text: str, code: str
) -> None:
    report = scorer.score(Draft(text=text))
    assert report.status == "not_scored"
    assert report.reason is not None
    assert report.reason.code == code
    assert report.score is None
    assert not report.dimensions


def test_a_language_may_be_imposed(scorer: Scorer) -> None:
    assert scorer.score(Draft(text="ok merci", language="fr")).status == "scored"


def test_a_scorer_for_one_language_refuses_the_other() -> None:
    report = Scorer(languages=("fr",)).score(Draft(text="Thank you for the interview on Monday."))
    assert report.status == "not_scored"


@pytest.mark.parametrize("messages", ["en", "fr"])
def test_the_report_speaks_the_language_asked_for(scorer: Scorer, messages: str) -> None:
    report = scorer.score(Draft(text="Thank you for the hour."), messages=messages)  # type: ignore[arg-type]
    assert report.language == "en"
    assert report.messages == messages
    words = {"en": "none", "fr": "aucune"}
    assert report.dimensions["motivation"].level_word == words[messages]


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=LETTERS, notes=st.none() | LETTERS)
def test_no_text_breaks_it(scorer: Scorer, text: str, notes: str | None) -> None:
    report = scorer.score(Draft(text=text, language="fr"), Context(notes=notes))
    if report.status == "scored":
        assert report.score == sum(term.points for term in report.contributions)
        for finding in report.findings:
            if finding.span and finding.span.part == "text":
                assert text[finding.span.start : finding.span.end] == finding.span.text


@pytest.mark.parametrize(
    "unit", ["a ", "vous ", "merci beaucoup ", "I want you to ", "12 men ", "[x] "]
)
def test_100_kb_on_one_line_is_judged(scorer: Scorer, unit: str) -> None:
    text = unit * (100_000 // len(unit))
    report = scorer.score(Draft(text=text, language="en"), Context(notes=text[:2000]))
    assert report.status == "scored"


def test_pipe_keeps_the_order(scorer: Scorer) -> None:
    drafts = [Draft(text="Thank you for the hour.", name=str(n), language="en") for n in range(5)]
    reports = list(scorer.pipe((draft, None) for draft in drafts))
    assert [report.name for report in reports] == list("01234")
    assert reports[0].score == scorer.score(drafts[0]).score


def test_many_processes_say_the_same_as_one(scorer: Scorer) -> None:
    pairs = [(Draft(text=f"Thank you for Monday, {n}.", language="en"), None) for n in range(6)]
    alone = list(scorer.pipe(pairs))
    assert list(scorer.pipe(pairs, n_process=2, batch_size=2)) == alone


def test_drafts_before_one_that_cannot_be_read_are_judged(scorer: Scorer) -> None:
    good = Draft(text="Thank you for Monday.", language="en")
    reports = scorer.pipe([(good, None), (Draft(text="a" * 2_000_000), None), (good, None)])
    assert next(reports).status == "scored"
    with pytest.raises(InputError):
        next(reports)
