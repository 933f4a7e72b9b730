"""A listing as a row of notes, one for each thing to be said, for formats that know only those."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from followup_kit.models.base import SEVERITIES, Severity
from followup_kit.models.listing import Listed, Problem
from followup_kit.rendering.listing.page import Page
from followup_kit.rendering.listing.showing import one_line

TOOL = "followup_kit"
NOT_JUDGED = "not_judged"
"""The rule that a file which could not be judged stands under, where a format asks for one."""


class Note(NamedTuple):
    """One thing to say of a file.

    Attributes:
        severity: ``error`` for a file that could not be judged.
        title: what was seen; on one line and harmless, as ``text`` is.
        text: what is wrong and what to do about it.
        problem: ``None`` for a file that could not be judged.
    """

    path: str
    severity: Severity
    rule: str
    title: str
    text: str
    problem: Problem | None

    @property
    def sentence(self) -> str:
        """Title and text in one run, for formats that have room for one only."""
        ended = self.title.endswith((".", "?", "!", "…"))
        return f"{self.title}{'' if ended else '.'} {self.text}" if self.text else self.title


def notes(page: Page) -> Iterator[Note]:
    """Everything to be said, in the order of files and of their texts."""
    for file in page.listing.files:
        yield from notes_of(file, page)


def notes_of(file: Listed, page: Page) -> Iterator[Note]:
    """What is to be said of one file."""
    if file.status == "not_judged":
        title = page.view.say("list.not_judged")
        why = one_line(file.reason.message) if file.reason else ""
        yield Note(file.path, "error", NOT_JUDGED, title, why, None)
    for problem in file.problems:
        said = dict.fromkeys(one_line(text) for text in (problem.message, problem.advice) if text)
        title, text = one_line(problem.title), " ".join(said)
        yield Note(file.path, problem.severity, problem.rule, title, text, problem)


def worst_first(found: Iterable[Note]) -> list[Note]:
    """What could not be judged, then the problems from blockers to hints; else in their order."""
    return sorted(found, key=lambda note: (note.problem is not None, -_gravity(note)))


def _gravity(note: Note) -> int:
    return SEVERITIES.index(note.severity)
