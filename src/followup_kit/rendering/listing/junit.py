"""JUnit's XML, which every CI system shows: a suite a file, a failed test a problem."""

from collections.abc import Sequence
from pathlib import PurePosixPath
from xml.etree import ElementTree as ET

from followup_kit.models.listing import Listed
from followup_kit.rendering.listing.notes import TOOL, Note, notes_of
from followup_kit.rendering.listing.page import Page
from followup_kit.rendering.listing.showing import one_line
from followup_kit.rendering.listing.xml import document, element


def render_junit(page: Page) -> str:
    """The suites; a clean file passes one test, one that could not be judged is an error."""
    files = page.listing.files
    root = element("testsuites", {"name": TOOL, **_counts(files)})
    for file in files:
        suite = element("testsuite", {"name": file.path, **_counts([file])}, root)
        for note in notes_of(file, page):
            _test(file, note, suite)
        if len(suite) == 0:
            element("testcase", {"name": TOOL, **_class(file)}, suite)
    return document(root)


def _test(file: Listed, note: Note, suite: ET.Element) -> None:
    """A test that fails; its place is in its name, so that no two of a suite are called alike."""
    if note.problem is None:
        case = element("testcase", {"name": note.rule, **_class(file)}, suite)
        outcome, place, kind = "error", "", file.reason.code if file.reason else note.rule
    else:
        span = note.problem.span
        place, kind = f":{span.line}:{span.column}", note.severity
        name = f"{note.rule} {span.line}:{span.column}"
        case = element("testcase", {"name": name, **_class(file), "line": span.line}, suite)
        outcome = "failure"
    said = element(outcome, {"message": note.title, "type": kind}, case)
    said.text = f"{one_line(file.path)}{place}: {note.sentence}"


def _class(file: Listed) -> dict[str, str]:
    return {"classname": str(PurePosixPath(file.path).with_suffix("")), "file": file.path}


def _counts(files: Sequence[Listed]) -> dict[str, int]:
    failures = sum(len(file.problems) for file in files)
    errors = sum(file.status == "not_judged" for file in files)
    clean = sum(not file.problems and file.status == "judged" for file in files)
    tests = failures + errors + clean
    return {"tests": tests, "failures": failures, "errors": errors, "skipped": 0}
