"""``apply``: edits of the user's own text, whatever it is made of and whichever are chosen."""

import itertools

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from followup_kit import Context, Draft, InputError, Suggestion, apply
from followup_kit.models.base import LANGUAGES
from followup_kit.models.draft import DraftFormat
from followup_kit.scorer import Scorer

CONTEXT = Context(
    recipient="Joanna Reid",
    company="Brackwater",
    notes="Thu, Joanna Reid\n54 trams, one depot",
)
TEXT = """Dear Joana,

Thank you for the hour on Thursday 🙂, it was very kind of you to see me.

You run 45 trams with one depot. I look forward to joining\
 Quintal.

Kind regards,
Marta Nowak
"""


def _ready(scorer: Scorer, draft: Draft) -> list[Suggestion]:
    return [s for s in scorer.score(draft, CONTEXT).suggestions if s.ready]


def test_only_what_is_chosen_is_changed(scorer: Scorer) -> None:
    draft = Draft(text=TEXT, language="en")
    ready = _ready(scorer, draft)
    assert {s.rule for s in ready} == {
        "specificity.wrong_company",
        "specificity.wrong_figure",
        "specificity.wrong_reader",
    }
    company = next(s for s in ready if s.rule == "specificity.wrong_company")
    assert apply(draft, [company]).text == TEXT.replace("Quintal", "Brackwater")
    assert apply(draft, []).text == TEXT
    right = TEXT.replace("Quintal", "Brackwater").replace("Joana", "Joanna")
    assert apply(draft, ready).text == right.replace("45", "54")
    assert draft.text == TEXT


@pytest.mark.parametrize(
    ("old", "new"),
    [("\n", "\r\n"), (" ", "\u00a0"), ("é", "e\u0301"), ("🙂", "👩🏽‍🔧")],
)
def test_offsets_hold_whatever_the_text_is_made_of(scorer: Scorer, old: str, new: str) -> None:
    text = TEXT.replace(old, new) if old != "\u00a0" else TEXT
    draft = Draft(text=text, language="en")
    for suggestion in _ready(scorer, draft):
        for edit in suggestion.edits:
            assert text[edit.start : edit.end] in ("Joana", "Quintal", "45")
            units = text.encode("utf-16-le")[2 * edit.utf16_start : 2 * edit.utf16_end]
            assert units.decode("utf-16-le") == text[edit.start : edit.end]
    done = apply(draft, _ready(scorer, draft))
    assert "Brackwater" in done.text
    assert len(done.text.splitlines()) == len(text.splitlines())


@pytest.mark.parametrize(
    ("markup", "text", "done"),
    [
        (
            "html",
            "<p>Dear Ann,</p><p>I look forward to joining <b>Quintal</b>.</p><p>Bo &amp; I</p>",
            "<p>Dear Ann,</p><p>I look forward to joining <b>Brack &amp; Water</b>.</p><p>Bo &amp; I</p>",
        ),
        (
            "markdown",
            "Dear Ann,\n\nI look forward to joining **Quintal**.\n",
            "Dear Ann,\n\nI look forward to joining **Brack & Water**.\n",
        ),
        (
            "eml",
            "Subject: The ovens\n\nDear Ann,\n\nI look forward to joining Quintal.\n",
            "Subject: The ovens\n\nDear Ann,\n\nI look forward to joining Brack & Water.\n",
        ),
    ],
)
def test_markup_and_mails_keep_their_form(
    scorer: Scorer, markup: DraftFormat, text: str, done: str
) -> None:
    draft = Draft(text=text, format=markup, language="en")
    report = scorer.score(draft, Context(company="Brack & Water"))
    chosen = [s for s in report.suggestions if s.rule == "specificity.wrong_company"]
    assert apply(draft, chosen).text == done


def test_what_was_decoded_is_left_to_the_writer(scorer: Scorer) -> None:
    text = (
        "Content-Transfer-Encoding: base64\nContent-Type: text/plain; charset=utf-8\n\n"
        "SSBsb29rIGZvcndhcmQgdG8gam9pbmluZyBRdWludGFsLg==\n"
    )
    draft = Draft(text=text, format="eml", language="en")
    report = scorer.score(draft, Context(company="Brackwater"))
    (mend,) = [s for s in report.suggestions if s.rule == "specificity.wrong_company"]
    assert mend.edits == ()
    assert "Brackwater" in mend.message
    assert apply(draft, [mend]) == draft


def test_suggestions_about_another_text_are_refused(scorer: Scorer) -> None:
    ready = _ready(scorer, Draft(text=TEXT, language="en"))
    with pytest.raises(InputError, match="about another text"):
        apply(Draft(text="Dear Joana,\n\nHello.", language="en"), ready)


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_any_choice_can_be_made_in_any_order(scorer: Scorer, data: st.DataObject) -> None:
    """Edits of one report never meet, and what is put in stands in the order of ranks."""
    language = data.draw(st.sampled_from(LANGUAGES))
    parts = {
        "en": [
            "I WANT THIS",
            "Joana",
            "joining Quintal.",
            "You run 45 trams with one depot.",
            "I like it. I like it.",
        ],
        "fr": [
            "JE VEUX CELA",
            "Joana",
            "rejoindre Quintal.",
            "Vous exploitez 45 tramways et un dépôt.",
            "J'aime cela.",
        ],
    }[language]
    text = " ".join(data.draw(st.lists(st.sampled_from([*parts, "\n\n", "🙂", "é"]), min_size=1)))
    draft = Draft(text=f"I am {text} a", language=language)
    suggestions = [s for s in scorer.score(draft, CONTEXT).suggestions if s.edits]
    for one, other in itertools.combinations(suggestions, 2):
        assert apply(draft, [one, other]) == apply(draft, [other, one])
    chosen = data.draw(st.lists(st.sampled_from(suggestions), unique_by=id)) if suggestions else []
    changed = apply(draft, chosen)
    removed = sum(edit.end - edit.start for s in chosen for edit in s.edits)
    added = sum(len(edit.text) for s in chosen for edit in s.edits)
    assert len(changed.text) == len(draft.text) - removed + added
