"""reviewdog's lines of JSON: a line a problem; columns count bytes of UTF-8, from 1.

https://github.com/reviewdog/reviewdog/tree/master/proto/rdf
"""

from typing import Any

from followup_kit.models.base import Severity
from followup_kit.models.span import Span
from followup_kit.rendering.listing.json import compact
from followup_kit.rendering.listing.notes import TOOL, Note, notes
from followup_kit.rendering.listing.page import Page
from followup_kit.rendering.listing.places import as_one, byte_columns

_LEVELS: dict[Severity, str] = {
    "blocker": "ERROR",
    "error": "ERROR",
    "warning": "WARNING",
    "hint": "INFO",
}


def render_rdjsonl(page: Page) -> str:
    """One diagnostic a line; without the text of a file only its lines are named."""
    return "".join(compact(_diagnostic(note, page)) + "\n" for note in notes(page))


def _diagnostic(note: Note, page: Page) -> dict[str, Any]:
    source = page.sources.get(note.path)
    location: dict[str, Any] = {"path": note.path}
    code = {"value": note.rule}
    card = page.cards.get(note.rule)
    if card and card.source.startswith("http"):
        code["url"] = card.source
    diagnostic: dict[str, Any] = {
        "message": note.sentence,
        "location": location,
        "severity": _LEVELS[note.severity],
        "source": {"name": TOOL},
        "code": code,
    }
    if note.problem is None:
        return diagnostic
    location["range"] = _range(note.problem.span, source)
    change = as_one(note.problem, source) if source is not None else None
    if change:
        suggestion = {"range": _range(change.span, source), "text": change.text}
        diagnostic["suggestions"] = [suggestion]
    return diagnostic


def _range(span: Span, source: str | None) -> dict[str, Any]:
    """Start and end, which is exclusive."""
    start, end = {"line": span.line}, {"line": span.end_line}
    if source is not None:
        start["column"], end["column"] = byte_columns(span, source)
    return {"start": start, "end": end}
