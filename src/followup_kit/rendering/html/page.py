"""What the page's template is given: the report's values, said in its language."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from followup_kit.models.advice import Suggestion
from followup_kit.models.base import DIMENSIONS
from followup_kit.models.conditions import SLOT
from followup_kit.models.report import Contribution, Finding, Report
from followup_kit.rendering.html.marked import message, subject, visible
from followup_kit.rendering.marks import Mark, lacks, marks
from followup_kit.rendering.typography import quoted, signed
from followup_kit.rendering.view import View
from followup_kit.rendering.words import area_title, sureness

_SLOT = re.compile(f"({SLOT.pattern})")
Values = dict[str, Any]
"""Strings, numbers, and lists and mappings of them: what a template can show."""


def page(report: Report, view: View) -> Values:
    """The values of the whole page; a template escapes them all."""
    found = marks(report) if report.status == "scored" else ()
    notes = {mark.number: _note(mark, view) for mark in found}
    return {
        "report": report,
        "say": view.say,
        "colon": view.colon,
        "visible": visible,
        "signed": signed,
        "quoted": lambda text: quoted(visible(text), view.language),
        "slotted": slotted,
        "sureness": [*sureness(report, view)],
        "subject": subject(report, found),
        "chunks": message(report, found),
        "notes": notes,
        "missing": [_entry((finding,), view) for finding in lacks(report)],
        "suggestions": [_suggestion(item, report, view) for item in report.suggestions],
        "bills": _bills(report, notes, view),
        "dimensions": [(name, report.dimensions[name]) for name in DIMENSIONS if report.dimensions],
        "models": ", ".join(f"{model.name} {model.version}" for model in report.models),
    }


def slotted(text: str) -> list[tuple[str, bool]]:
    """A frame cut into its words and its blanks, and which they are."""
    return [(visible(part), bool(_SLOT.fullmatch(part))) for part in _SLOT.split(text) if part]


def _note(mark: Mark, view: View) -> Values:
    return {"number": mark.number, **_entry(mark.findings, view)}


def _entry(findings: Sequence[Finding], view: View) -> Values:
    """What was found in one place: its dimension, titles and reasons, each said once."""
    first = findings[0]
    told = {visible(f.title): visible(f.message) for f in findings}
    return {
        "area": area_title(first.area, view),
        "style": first.area if first.good else "bad",
        "good": first.good,
        "told": list(told.items()),
        "findings": [finding.id for finding in findings],
    }


def _suggestion(item: Suggestion, report: Report, view: View) -> Values:
    """A suggestion; of a replacement what stood there and what is to stand there."""
    edit = next(iter(item.edits), None)
    old = ""
    if item.kind == "replacement" and edit:
        source = report.text if edit.part == "text" else report.subject or ""
        old = source[edit.start : edit.end].strip()
    return {
        "item": item,
        "area": area_title(item.dimension, view),
        "style": item.dimension if item.dimension in DIMENSIONS else "craft",
        "old": old,
    }


def _bills(report: Report, notes: Mapping[int, Values], view: View) -> list[Values]:
    """The sums: each dimension's, then that of the score."""
    numbers = {one: number for number, note in notes.items() for one in note["findings"]}
    bills = [
        {
            "title": view.say(f"dimension.{name}"),
            "style": name,
            "total": score.score,
            "terms": list(_terms(score.contributions, numbers)),
        }
        for name, score in report.dimensions.items()
    ]
    if report.status == "scored":
        title = view.say("title.score")
        terms = list(_terms(report.contributions, numbers))
        bills.append({"title": title, "style": "", "total": report.score, "terms": terms})
    return bills


def _terms(terms: Sequence[Contribution], numbers: Mapping[str, int]) -> Iterator[Values]:
    for term in terms:
        yield {
            "points": signed(term.points),
            "label": visible(term.label),
            "rule": term.rule or "",
            "number": numbers.get(term.finding or ""),
        }
