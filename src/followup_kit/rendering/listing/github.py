"""GitHub's workflow commands: lines of a log that it shows beside the lines of a pull request.

https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
"""

from followup_kit.models.base import Severity
from followup_kit.models.span import Span
from followup_kit.rendering.listing.notes import Note, notes, worst_first
from followup_kit.rendering.listing.page import Page
from followup_kit.rendering.listing.places import last_line

_COMMANDS: dict[Severity, str] = {
    "blocker": "error",
    "error": "error",
    "warning": "warning",
    "hint": "notice",
}


def render_github(page: Page) -> str:
    """A command a line, the worst first: of each kind GitHub shows ten a step."""
    return "".join(_command(note) for note in worst_first(notes(page)))


def _command(note: Note) -> str:
    where = _place(note.problem.span) if note.problem else {"line": 1}
    title = f"{note.title} ({note.rule})" if note.problem else note.title
    properties = {"file": note.path, **where, "title": title}
    said = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{_COMMANDS[note.severity]} {said}::{_data(note.text)}\n"


def _place(span: Span) -> dict[str, int]:
    """Lines; columns only within one line, the others GitHub refuses."""
    place = {"line": span.line, "endLine": last_line(span)}
    if span.line == span.end_line:
        place["col"] = span.column
        if span.start < span.end:
            place["endColumn"] = span.end_column
    return place


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
