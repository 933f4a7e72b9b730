"""Phrases that every readable format puts together alike."""

from collections.abc import Iterator

from followup_kit.models.advice import Missed, Suggestion
from followup_kit.models.base import DIMENSIONS, Area
from followup_kit.models.report import Report
from followup_kit.rendering.marks import Mark
from followup_kit.rendering.safe import on_one_line
from followup_kit.rendering.typography import quoted
from followup_kit.rendering.view import View

_USUAL = {"interview": "restitution", "sales": "recap"}
"""What a message of each scenario is taken for unless it shows otherwise; not worth a line."""

_LONGEST = 240
"""Characters of the message that are quoted in one place; a long sentence has 200."""


def area_title(area: Area, view: View) -> str:
    """A dimension's name, or that of all the rest."""
    return view.say(f"dimension.{area}") if area in DIMENSIONS else view.say("title.craft")


def quotations(suggestion: Suggestion, view: View) -> Iterator[tuple[str, str]]:
    """What a suggestion says beside its message: a question, a sentence to start from, an example.

    What is for the draft stands between quotation marks.
    """
    if suggestion.question:
        yield view.say("title.question"), on_one_line(suggestion.question)
    if suggestion.kind == "template" and suggestion.text:
        yield view.say("title.start_from"), quoted(on_one_line(suggestion.text), view.language)
    if suggestion.example:
        yield view.say("title.example"), quoted(on_one_line(suggestion.example), view.language)


def still_missed(report: Report, shown: int) -> tuple[Missed, ...]:
    """What is missed and not taken up by one of the first suggestions."""
    taken = {suggestion.missed for suggestion in report.suggestions[:shown]}
    return tuple(missed for missed in report.missed if missed.id not in taken)


def shortened(text: str, longest: int) -> str:
    """A text of at most so many characters, cut where it is longer."""
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def marked_words(report: Report, mark: Mark) -> str:
    """The words of the message that a mark stands on, as they were read; cut when long."""
    source = (report.subject or "") if mark.part == "subject" else report.shown
    text = " … ".join(source[start:end] for start, end in mark.stretches)
    return shortened(text, _LONGEST)


def sureness(report: Report, view: View) -> Iterator[tuple[str, str]]:
    """What the message was read as, and how sure the score is, where that is worth saying."""
    if report.message_type and report.message_type != _USUAL[report.scenario]:
        yield view.say("title.type"), view.say(f"type.{report.message_type}")
    confidence = report.confidence
    if confidence and confidence.level != "high":
        level = view.say(f"confidence.{confidence.level}")
        reasons = [on_one_line(reason.message) for reason in confidence.reasons]
        said = f"{view.semicolon} ".join(reasons)
        yield f"{view.say('title.confidence')} {level}", said
