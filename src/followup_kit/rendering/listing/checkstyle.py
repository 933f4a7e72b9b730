"""Checkstyle's XML, which Jenkins, reviewdog and many review tools read."""

from followup_kit.models.base import Severity
from followup_kit.rendering.listing.notes import TOOL, notes_of
from followup_kit.rendering.listing.page import Page
from followup_kit.rendering.listing.xml import document, element

_LEVELS: dict[Severity, str] = {
    "blocker": "error",
    "error": "error",
    "warning": "warning",
    "hint": "info",
}
_VERSION = "4.3"
"""Of Checkstyle, when its report got the form that tools read."""


def render_checkstyle(page: Page) -> str:
    """Every file with its problems; a file without any has an empty element."""
    root = element("checkstyle", {"version": _VERSION})
    for file in page.listing.files:
        entry = element("file", {"name": file.path}, root)
        for note in notes_of(file, page):
            span = note.problem.span if note.problem else None
            given = {
                "line": span.line if span else 1,
                "column": span.column if span else 1,
                "severity": _LEVELS[note.severity],
                "message": note.sentence,
                "source": f"{TOOL}.{note.rule}",
            }
            element("error", given, entry)
    return document(root)
