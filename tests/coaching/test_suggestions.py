"""Suggestions as a writer meets them: ranked, in the language asked for, nothing invented."""

import re
import string

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.judgement.golden import Rated
from followup_kit import Context, Draft, Report, apply
from followup_kit.models.base import LANGUAGES, Language
from followup_kit.models.rule import Rule
from followup_kit.scorer import Scorer
from followup_kit.words import fold, split_words

SLOT = re.compile(r"\[[^\[\]]*\]")


def test_suggestions_are_ranked_by_gain_blockers_first(judged: list[tuple[Rated, Report]]) -> None:
    for _, report in judged:
        ranks = [s.rank for s in report.suggestions]
        assert ranks == list(range(1, len(ranks) + 1))
        blocking = [s.severity == "blocker" for s in report.suggestions]
        assert blocking == sorted(blocking, reverse=True)
        rest = [s.gain for s in report.suggestions if s.severity != "blocker"]
        assert rest == sorted(rest, reverse=True)


def test_a_message_at_the_top_with_nothing_wrong_is_praised_and_let_go(
    judged: list[tuple[Rated, Report]],
) -> None:
    perfect = [
        report
        for _, report in judged
        if all(dimension.level == 4 for dimension in report.dimensions.values())
        and not any(f.severity in ("warning", "error", "blocker") for f in report.findings)
    ]
    assert perfect
    for report in perfect:
        assert report.praise
        assert {s.severity for s in report.suggestions} <= {"hint"}
        assert all(dimension.next_level is None for dimension in report.dimensions.values())


def test_a_blocker_is_not_praised(judged: list[tuple[Rated, Report]]) -> None:
    for _, report in judged:
        if any(f.severity == "blocker" for f in report.findings):
            assert report.praise is None


def test_the_next_level_and_the_nearest_sentence_are_named(
    judged: list[tuple[Rated, Report]],
) -> None:
    named = 0
    for _, report in judged:
        for dimension in report.dimensions.values():
            assert (dimension.next_level is None) == (dimension.level == 4)
            if dimension.nearest:
                named += 1
                span = dimension.nearest
                assert report.text[span.start : span.end] == span.text
            elif dimension.level > 1:
                assert dimension.next_level is None
    assert named > len(judged)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_bare_doubt_gets_a_hint_and_a_settled_one_none(
    scorer: Scorer, language: Language
) -> None:
    bare = {"en": "My one doubt was the night shifts.", "fr": "Ma seule réserve était la nuit."}
    settled = {
        "en": " We did the sums at home and it works, so that doubt is gone.",
        "fr": " Nous avons refait les comptes à la maison, cela nous convient.",
    }
    first = scorer.score(Draft(text=bare[language], language=language))
    doubt = [s for s in first.suggestions if s.rule == "motivation.reservation_resolved"]
    assert [s.severity for s in doubt] == ["hint"]
    second = scorer.score(Draft(text=bare[language] + settled[language], language=language))
    assert not [s for s in second.suggestions if s.rule == "motivation.reservation_resolved"]
    assert second.score is not None
    assert first.score is not None
    assert second.score >= first.score


@pytest.mark.parametrize("language", LANGUAGES)
def test_nobody_is_asked_for_a_doubt(scorer: Scorer, language: Language) -> None:
    text = {"en": "Thank you for the hour.", "fr": "Merci pour cette heure."}[language]
    report = scorer.score(Draft(text=text, language=language))
    assert not [s for s in report.suggestions if "reservation" in s.rule]


@pytest.mark.parametrize(
    "text",
    [
        "Dear Ann,\n\nI have to withdraw my application from the list.\n\nKind regards,\nBo Lind",
        "Dear Ann,\n\nI am sorry that you chose another candidate.\n\nKind regards,\nBo Lind",
    ],
)
def test_a_farewell_is_only_asked_whether_the_door_stays_open(scorer: Scorer, text: str) -> None:
    report = scorer.score(Draft(text=text, language="en"))
    assert report.message_type in ("withdrawal", "after_refusal")
    assert [(s.rule, s.severity) for s in report.suggestions] == [
        ("motivation.door_left_open", "hint")
    ]


def test_a_wrong_company_is_put_right_wherever_it_stands(scorer: Scorer) -> None:
    text = "Dear Ann,\n\nI am sure that Zeydler Optics is the right company for me and I look\
 forward to joining the Zeydler team.\n\nKind regards,\nBo Lind"
    first = scorer.score(Draft(text=text, language="en"), Context(company="Quill")).suggestions[0]
    assert [edit.text for edit in first.edits] == ["Quill", "Quill"]


@pytest.mark.parametrize(
    ("before", "company", "after"),
    [
        ("au sein de Quintalis", "Orange", "au sein d'Orange"),
        ("au sein d'Orchis", "Brévannes", "au sein de Brévannes"),
        ("au sein d'Orchis", "Air Bel", "au sein d'Air Bel"),
        ("au sein de Quintalis", "Brévannes", "au sein de Brévannes"),
    ],
)
def test_french_elides_before_the_new_name(
    scorer: Scorer, before: str, company: str, after: str
) -> None:
    draft = Draft(text=f"J'aimerais travailler {before} dès mai.", language="fr")
    report = scorer.score(draft, Context(company=company))
    (mend,) = [s for s in report.suggestions if s.rule == "specificity.wrong_company"]
    assert apply(draft, [mend]).text == f"J'aimerais travailler {after} dès mai."


@pytest.mark.parametrize(
    ("text", "done"),
    [
        ("Dear [Name],\n\nI like [Company].", "Dear Anne,\n\nI like Brévannes."),
        ("Dear Ms {{last_name}},\n\nThe oven leaks.", "Dear Ms Kaya,\n\nThe oven leaks."),
        ("Bonjour Madame [Nom],\n\nLe four fuit.", "Bonjour Madame Kaya,\n\nLe four fuit."),
    ],
)
def test_a_field_that_the_context_knows_is_filled(scorer: Scorer, text: str, done: str) -> None:
    context = Context(recipient="Anne Kaya", company="Brévannes")
    draft = Draft(text=text, language="fr" if "Bonjour" in text else "en")
    (mend,) = [
        s for s in scorer.score(draft, context).suggestions if s.rule == "craft.placeholder_left"
    ]
    assert apply(draft, [mend]).text == done


@pytest.mark.parametrize("field", ["[Your Name]", "[date]", "[a detail from our conversation]"])
def test_a_field_that_only_the_writer_can_fill_is_left_to_them(scorer: Scorer, field: str) -> None:
    draft = Draft(text=f"Dear Anne,\n\nI like {field}.", language="en")
    report = scorer.score(draft, Context(recipient="Anne Kaya", company="Brévannes"))
    (mend,) = [s for s in report.suggestions if s.rule == "craft.placeholder_left"]
    assert (mend.kind, mend.edits) == ("advice", ())


def _given(draft: Draft, context: Context) -> str:
    return fold(" ".join([draft.text, draft.subject or "", *_values(context)]))


def _known(scorer: Scorer, draft: Draft, context: Context) -> frozenset[str]:
    """Every word a suggestion may have: of the draft, the context and the rules' own sentences.

    A figure may be spelled out where it was a figure, a day where it was written short.
    """
    given = _given(draft, context)
    anchors = scorer.book.anchors
    texts = [given, anchors.counted.en, anchors.counted.fr]
    for rule in scorer.book.rules:
        texts += _frames(rule)
    for kind in anchors.kinds.values():
        for said in kind.forms.values():
            texts += [said.text.en, said.text.fr, said.text.tu or ""]
    known = {word.key for text in texts for word in split_words(fold(text), "en")}
    digits = set(re.findall(r"\d+", given))
    for language in LANGUAGES:
        spelled = enumerate(anchors.spelled.in_(language), start=2)
        known |= {fold(word) for number, word in spelled if str(number) in digits}
        days = scorer.compiled(language).weekdays
        meant = {day for word, day in days.items() if word in known}
        known |= {word for word, day in days.items() if day in meant}
    return frozenset(known)


def _frames(rule: Rule) -> list[str]:
    frames = [rule.template, rule.suggest.template if rule.suggest else None]
    return [
        text for frame in frames if frame for text in (frame.en, frame.fr, frame.tu or "") if text
    ]


def _invented(scorer: Scorer, report: Report, draft: Draft, context: Context) -> list[str]:
    """Names, figures and dates of texts and edits that nobody gave."""
    known = _known(scorer, draft, context)
    digits = set(re.findall(r"\d+", _given(draft, context)))
    texts = [missed.text for missed in report.missed]
    for suggestion in report.suggestions:
        texts += [suggestion.text or "", *(edit.text for edit in suggestion.edits)]
    wrong = []
    for text in texts:
        said = fold(SLOT.sub(" ", text))
        wrong += [number for number in re.findall(r"\d+", said) if number not in digits]
        words = split_words(said, "en")
        wrong += [word.text for word in words if not word.number and word.key not in known]
    told = [text for s in report.suggestions for text in (s.message, s.why, s.question or "")]
    told += [missed.question for missed in report.missed]
    return wrong + _dated(scorer, " ".join(told), known, digits)


def _dated(scorer: Scorer, said: str, known: frozenset[str], digits: set[str]) -> list[str]:
    """Figures, days and months of what the kit says, beside those that were given."""
    wrong = [number for number in re.findall(r"\d+", said) if number not in digits]
    for language in LANGUAGES:
        compiled = scorer.compiled(language)
        days = compiled.union("weekdays", "months") - compiled.union("common_words")
        wrong += [
            word.text
            for word in split_words(fold(said), "en")
            if word.key in days and word.key not in known
        ]
    return wrong


def _values(context: Context) -> list[str]:
    return [str(value) for value in context.model_dump().values() if value]


def test_no_suggestion_holds_a_name_a_figure_or_a_date_that_was_not_given(
    scorer: Scorer, judged: list[tuple[Rated, Report]]
) -> None:
    for rated, report in judged:
        assert _invented(scorer, report, rated.draft, rated.context) == []


WORDS = st.text(string.ascii_letters + "éèàç'’ 0123456789%€,.;:!?🙂\u00a0\n", max_size=120)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_nor_does_one_about_drafts_put_together_at_random(
    scorer: Scorer, judged: list[tuple[Rated, Report]], data: st.DataObject
) -> None:
    """A message against the context of another, with words of no sense in both."""
    language = data.draw(st.sampled_from(LANGUAGES))
    mine = [rated for rated, _ in judged if rated.language == language]
    one, other = data.draw(st.sampled_from(mine)), data.draw(st.sampled_from(mine))
    draft = one.draft.model_copy(update={"text": one.draft.text + data.draw(WORDS)})
    notes = f"{other.context.notes or ''}\n{data.draw(WORDS)}"
    context = other.context.model_copy(update={"notes": notes})
    report = scorer.score(draft, context)
    assert _invented(scorer, report, draft, context) == []
