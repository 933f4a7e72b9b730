"""SARIF 2.1.0, the interchange format of analysis tools; columns count Unicode code points.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from followup_kit.models.base import Severity
from followup_kit.models.listing import Listed, Listing, Problem
from followup_kit.models.span import Span
from followup_kit.rendering.listing.json import indented
from followup_kit.rendering.listing.notes import NOT_JUDGED, Note, notes
from followup_kit.rendering.listing.page import Page
from followup_kit.rendering.listing.places import changes
from followup_kit.rendering.listing.sarif_driver import driver
from followup_kit.rendering.listing.showing import one_line

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_ROOT = "%SRCROOT%"
_LEVELS: dict[Severity, str] = {
    "blocker": "error",
    "error": "error",
    "warning": "warning",
    "hint": "note",
}


def render_sarif(page: Page) -> str:
    """The listing as a log of one run."""
    return indented({"$schema": _SCHEMA, "version": "2.1.0", "runs": [_run(page)]})


def _run(page: Page) -> dict[str, Any]:
    listing = page.listing
    places = {card.id: number for number, card in enumerate(listing.rules)}
    return {
        "tool": {"driver": driver(page, _LEVELS)},
        "invocations": [_invocation(listing)],
        "originalUriBaseIds": {_ROOT: {"description": {"text": page.view.say("list.root")}}},
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "language": listing.messages,
        "results": [
            _result(note, note.problem, places, page)
            for note in notes(page)
            if note.problem is not None
        ],
    }


def _result(note: Note, problem: Problem, places: Mapping[str, int], page: Page) -> dict[str, Any]:
    location = {**_artifact(note.path), "region": _region(problem.span)}
    result: dict[str, Any] = {
        "ruleId": note.rule,
        "level": _LEVELS[note.severity],
        "message": {"text": note.sentence},
        "locations": [{"physicalLocation": location}],
        "partialFingerprints": {"followupKit/v1": problem.fingerprint},
    }
    if note.rule in places:
        result["ruleIndex"] = places[note.rule]
    replaced = _replacements(problem, page.sources.get(note.path))
    if replaced:
        change = {**_artifact(note.path), "replacements": replaced}
        result["fixes"] = [
            {"description": {"text": one_line(problem.advice)}, "artifactChanges": [change]}
        ]
    return result


def _replacements(problem: Problem, source: str | None) -> list[dict[str, Any]]:
    """The edits; without the text of the file by their offsets alone."""
    if source is not None:
        stretches = [(_region(change.span), change.text) for change in changes(problem, source)]
    else:
        stretches = [
            ({"charOffset": edit.start, "charLength": edit.end - edit.start}, edit.text)
            for edit in problem.edits
            if edit.part == "text"
        ]
    return [
        {"deletedRegion": region, "insertedContent": {"text": text}} for region, text in stretches
    ]


def _artifact(path: str) -> dict[str, Any]:
    """A file by its address from the root of the project."""
    return {"artifactLocation": {"uri": quote(path), "uriBaseId": _ROOT}}


def _region(span: Span) -> dict[str, int]:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
        "charOffset": span.start,
        "charLength": span.end - span.start,
    }


def _invocation(listing: Listing) -> dict[str, Any]:
    failed = [_notification(file) for file in listing.unjudged]
    invocation: dict[str, Any] = {"executionSuccessful": not failed}
    if failed:
        invocation["toolExecutionNotifications"] = failed
    return invocation


def _notification(file: Listed) -> dict[str, Any]:
    """That a file could not be judged, and why."""
    said = one_line(file.reason.message) if file.reason else NOT_JUDGED
    return {
        "descriptor": {"id": file.reason.code if file.reason else NOT_JUDGED},
        "level": "error",
        "message": {"text": said},
        "locations": [{"physicalLocation": _artifact(file.path)}],
    }
