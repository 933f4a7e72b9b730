"""How what was seen is worded."""

import pytest

from followup_kit import Draft, Scorer
from followup_kit.rulebook.book import RuleBook
from followup_kit.scorer import Messages


@pytest.mark.parametrize(
    ("messages", "missing"), [("en", "missing: "), ("fr", "il manque\u00a0: ")]
)
def test_what_is_missing_is_called_so(scorer: Scorer, messages: Messages, missing: str) -> None:
    draft = Draft(text="Bonjour Luc,\n\nJe repense aux carreaux fendus par le gel.", language="fr")
    title = scorer.book.rule("craft.thanks").title
    report = scorer.score(draft, messages=messages)
    found = {finding.title.lower() for finding in report.craft if not finding.span}
    assert missing + (title.en if messages == "en" else title.fr).lower() in found


def test_a_term_of_the_sum_is_called_as_its_finding(scorer: Scorer) -> None:
    report = scorer.score(
        Draft(text="Dear [Name],\n\nI want this job, whatever it is.", language="en")
    )
    titles = {finding.id: finding.title for finding in report.findings}
    terms = [term for term in report.contributions if term.source == "rule"]
    assert terms
    assert all(term.label == titles[term.finding or ""] for term in terms)


BREAD = "Dear Ngozi,\n\n" + "The oven leaks at the hinge and the rolls burn at the back. " * 9


@pytest.mark.parametrize(
    ("messages", "said"),
    [
        ("en", "117 words; a text message is best kept under 90. "),
        ("fr", "117 mots\u202f; pour un SMS, mieux vaut rester sous 90. "),
    ],
)
def test_a_measure_says_how_many_and_how_many_at_most(
    scorer: Scorer, messages: Messages, said: str
) -> None:
    report = scorer.score(Draft(text=BREAD, channel="sms", language="en"), messages=messages)
    why = scorer.book.rule("craft.too_long").why.in_(report.messages)
    (found,) = [finding for finding in report.craft if finding.rule == "craft.too_long"]
    assert found.message == said + why


def test_a_measure_of_one_is_said_in_the_singular(scorer: Scorer) -> None:
    report = scorer.score(Draft(text="Dear Ngozi,\n\nThanks!\n\nTomas", language="en"))
    (found,) = [finding for finding in report.craft if finding.rule == "craft.too_short"]
    assert found.message.startswith("1 word; an email needs about 24 to say something. ")


def test_every_band_that_a_measure_may_be_held_against_is_worded(book: RuleBook) -> None:
    for channel in (book.channels.email, book.channels.inmail, book.channels.sms):
        assert {f"measure.{band}" for band in channel.bands} <= set(book.strings)


def test_what_shortens_the_parts_of_a_text_message_is_named(scorer: Scorer) -> None:
    text = "Hi Ngozi, it’s Tomas. " + "The oven leaks at the hinge and the rolls burn. " * 4
    report = scorer.score(Draft(text=text, channel="sms", language="en"))
    (found,) = [finding for finding in report.craft if finding.rule == "craft.sms_parts"]
    assert "With ’ in it, a part holds only 67 characters instead of 153." in found.message
