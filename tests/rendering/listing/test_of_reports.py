"""Reports of drafts as a listing: what speaks against them, where, with what mends it."""

import pytest

from followup_kit.models.draft import Context, Draft
from followup_kit.models.listing import Listed, Problem
from followup_kit.models.report import Report
from followup_kit.rendering.listing.of_reports import listing_of
from followup_kit.rulebook.book import RuleBook
from followup_kit.scorer import Scorer
from tests.rendering.conftest import golden

LETTER = (
    "Dear Joana,\r\n\r\nThank you for the hour 😀. I look forward to joining Quintal.\r\n\r\n"
    "Kind regards,\r\nBo"
)


@pytest.fixture(scope="module")
def made(scorer: Scorer) -> Report:
    draft = Draft(text=LETTER, subject="Thank you", language="en")
    return scorer.score(draft, Context(recipient="Joanna Reid", company="Brackwater"))


@pytest.fixture(scope="module")
def file(made: Report, book: RuleBook) -> Listed:
    (file,) = listing_of({"drafts/bo.txt": made}, book, "en").files
    return file


def of(file: Listed, rule: str) -> Problem:
    (found,) = (problem for problem in file.problems if problem.rule == rule)
    return found


def test_all_that_speaks_against_a_draft_is_a_problem(made: Report, file: Listed) -> None:
    severe = sorted(f.rule for f in made.findings if f.severity)
    assert sorted(problem.rule for problem in file.problems) == severe
    assert (file.status, file.score, file.path) == ("judged", made.score, "drafts/bo.txt")
    assert file.levels["specificity"] == made.dimensions["specificity"].level
    places = [problem.span.start for problem in file.problems]
    assert places == sorted(places)


def test_an_edit_that_is_ready_goes_to_the_problem_that_it_mends(file: Listed) -> None:
    name = of(file, "specificity.wrong_reader")
    (edit,) = name.edits
    assert name.span.text == "Joana"
    assert LETTER[: edit.start] + edit.text + LETTER[edit.end :] == LETTER.replace(
        "Joana", "Joanna"
    )
    assert name.advice == "Write “Joanna” instead of “Joana”."


def test_what_is_missing_stands_where_the_body_begins(file: Listed) -> None:
    step = of(file, "craft.too_short")
    assert (step.span.start, step.span.end) == (LETTER.index("Thank"),) * 2
    assert step.edits == ()


def test_what_stands_in_the_subject_is_told_at_the_start_with_its_words(file: Listed) -> None:
    subject = of(file, "craft.bare_subject")
    assert (subject.span.part, subject.span.start, subject.span.end) == ("text", 0, 0)
    assert subject.message.startswith("In the subject “Thank you”: ")


def test_fingerprints_are_unique_and_stay_when_lines_are_added_above(
    file: Listed, scorer: Scorer, book: RuleBook
) -> None:
    names = [problem.fingerprint for problem in file.problems]
    assert len(set(names)) == len(names)
    draft = Draft(text=f"\r\n\r\n{LETTER}", language="en")
    context = Context(recipient="Joanna Reid", company="Brackwater")
    (moved,) = listing_of({"b": scorer.score(draft, context)}, book, "en").files
    for rule in ("specificity.wrong_reader", "specificity.wrong_company"):
        assert of(moved, rule).fingerprint == of(file, rule).fingerprint
        assert of(moved, rule).span.line == of(file, rule).span.line + 2


def test_rules_that_are_named_are_told_in_the_language_of_the_list(
    made: Report, book: RuleBook
) -> None:
    listing = listing_of({"a": made}, book, "fr")
    assert [card.id for card in listing.rules] == sorted({p.rule for _, p in listing.problems})
    card = next(card for card in listing.rules if card.id == "specificity.wrong_reader")
    rule = book.rule("specificity.wrong_reader")
    assert (card.title, card.severity, card.source) == (rule.title.fr, rule.severity, rule.source)
    assert listing.ruleset == made.ruleset


def test_what_could_not_be_scored_or_read_is_not_judged(book: RuleBook) -> None:
    german = golden("not_scored")
    listing = listing_of({"b.txt": german}, book, "en", {"a.txt": "no such file"})
    assert [file.path for file in listing.files] == ["a.txt", "b.txt"]
    assert listing.unjudged == listing.files
    assert [file.reason and file.reason.code for file in listing.files] == [
        "unreadable",
        "language",
    ]


def test_evidence_for_a_draft_is_no_problem(scorer: Scorer, book: RuleBook) -> None:
    text = "Dear Ann,\n\nYou told me that the oven leaks, and I have thought about it since."
    report = scorer.score(Draft(text=text, language="en"))
    praised = {finding.rule for finding in report.findings if finding.good}
    listed = listing_of({"a": report}, book, "en")
    assert praised
    assert not praised & {problem.rule for _, problem in listed.problems}
