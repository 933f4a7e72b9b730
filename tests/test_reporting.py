"""How what was seen is worded."""

import pytest

from followup_kit import Draft, Scorer
from followup_kit.scorer import Messages


@pytest.mark.parametrize(("messages", "missing"), [("en", "missing: "), ("fr", "il manque : ")])
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
