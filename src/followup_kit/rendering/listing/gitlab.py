"""GitLab's code quality report: one array, a fingerprint of its own for each entry.

https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

import hashlib
from typing import Any

from followup_kit.models.base import Severity
from followup_kit.rendering.listing.json import indented
from followup_kit.rendering.listing.notes import Note, notes
from followup_kit.rendering.listing.page import Page
from followup_kit.rendering.listing.places import last_line

_LEVELS: dict[Severity, str] = {
    "blocker": "blocker",
    "error": "major",
    "warning": "minor",
    "hint": "info",
}
_NOT_JUDGED = "critical"


def render_gitlab(page: Page) -> str:
    """The problems, and the files that could not be judged, as one array."""
    return indented([_issue(note) for note in notes(page)])


def _issue(note: Note) -> dict[str, Any]:
    lines = {"begin": 1}
    name = ""
    if note.problem:
        span = note.problem.span
        lines = {"begin": span.line, "end": last_line(span)}
        name = note.problem.fingerprint
    known_by = f"{note.path}\0{note.rule}\0{name}".encode()
    return {
        "description": note.sentence,
        "check_name": note.rule,
        "fingerprint": hashlib.sha256(known_by).hexdigest(),
        "severity": _LEVELS[note.severity] if note.problem else _NOT_JUDGED,
        "location": {"path": note.path, "lines": lines},
    }
