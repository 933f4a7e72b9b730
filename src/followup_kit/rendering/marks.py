"""Which stretches of the message are marked, and under which number they are explained."""

from collections.abc import Iterator
from dataclasses import dataclass

from followup_kit.models.report import Finding, Report
from followup_kit.models.span import Part, Span


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked stretch and what was found there.

    Attributes:
        number: from 1, in the order of reading.
        part: the subject, if given apart, or the message.
        start: first code point of what is shown (``Report.plain`` or ``Report.text``).
        findings: at least one.
    """

    number: int
    part: Part
    start: int
    end: int
    findings: tuple[Finding, ...]

    @property
    def bad(self) -> bool:
        """Whether anything found here speaks against the message."""
        return any(not finding.good for finding in self.findings)


def marks(report: Report) -> tuple[Mark, ...]:
    """The marked stretches: the subject's first, then in the order of the text."""
    places: dict[tuple[Part, int, int], list[Finding]] = {}
    for finding in _telling(report):
        if finding.span and finding.span.start < finding.span.end:
            place = (finding.span.part, *offsets(finding.span))
            places.setdefault(place, []).append(finding)
    ordered = sorted(places, key=lambda place: (place[0] != "subject", place[1], -place[2]))
    return tuple(
        Mark(number, part, start, end, tuple(places[part, start, end]))
        for number, (part, start, end) in enumerate(ordered, start=1)
    )


def lacks(report: Report) -> tuple[Finding, ...]:
    """What speaks against the message without standing anywhere in it."""
    return tuple(f for f in _telling(report) if not f.span or f.span.start == f.span.end)


def offsets(span: Span) -> tuple[int, int]:
    """Where a span stands in what is shown."""
    if span.plain_start is None or span.plain_end is None:
        return span.start, span.end
    return span.plain_start, span.plain_end


def _telling(report: Report) -> Iterator[Finding]:
    """Evidence that brought points, and all that speaks against the message."""
    earned = {
        term.finding
        for score in report.dimensions.values()
        for term in score.contributions
        if term.points > 0
    }
    for finding in report.findings:
        if finding.area == "type":
            continue
        if not finding.good or finding.id in earned:
            yield finding
