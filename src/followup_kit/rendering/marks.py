"""Which stretches of the message are marked, and under which number they are explained."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from followup_kit.models.report import Finding, Report
from followup_kit.models.span import Part, Span

Stretch = tuple[int, int]
_ALL = 0.8
"""Share of the body from which a finding is about all of it."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What was found of one dimension in one sentence, or one thing at fault wherever it stands.

    Attributes:
        number: from 1, in the order of reading.
        part: the subject, if given apart, or the message.
        stretches: start and end in what is shown (``Report.plain`` or ``Report.text``), apart.
        findings: at least one, all of one area, all good or all bad.
    """

    number: int
    part: Part
    stretches: tuple[Stretch, ...]
    findings: tuple[Finding, ...]

    @property
    def bad(self) -> bool:
        """Whether what was found here speaks against the message."""
        return not self.findings[0].good


def marks(report: Report) -> tuple[Mark, ...]:
    """The marked stretches: the subject's first, then in the order of the text.

    Evidence of one sentence for one dimension is one mark: a reader wants to know which words
    count for what, not how many rules saw them.
    """
    groups: dict[tuple[object, ...], list[Finding]] = {}
    for finding in _telling(report):
        if _placed(finding, report):
            groups.setdefault(_group(finding), []).append(finding)
    found = [
        (_part(findings), _stretches(findings), tuple(findings)) for findings in groups.values()
    ]
    found.sort(key=lambda mark: (mark[0] != "subject", mark[1][0][0], -mark[1][0][1]))
    return tuple(Mark(number, *mark) for number, mark in enumerate(found, start=1))


def lacks(report: Report) -> tuple[Finding, ...]:
    """What speaks against the message without standing anywhere in it."""
    return tuple(finding for finding in _telling(report) if not _placed(finding, report))


def offsets(span: Span) -> Stretch:
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
        if finding.area != "type" and (not finding.good or finding.id in earned):
            yield finding


def _placed(finding: Finding, report: Report) -> bool:
    """Whether a finding stands somewhere; a line under the whole message would mark nothing."""
    span = finding.span
    if span is None or span.start >= span.end:
        return False
    if finding.good or finding.sentence or span.part != "text":
        return True
    body = [zone.span for zone in report.zones if zone.zone == "body"]
    whole = sum(zone.end - zone.start for zone in body)
    return len(body) == 0 or _ALL * whole > (span.end - span.start)


def _group(finding: Finding) -> tuple[object, ...]:
    """What findings of one mark share: their sentence and dimension, or the rule at fault."""
    part = finding.span.part if finding.span else ""
    if not finding.good:
        return part, finding.rule
    place = finding.sentence or finding.span
    return part, finding.area, offsets(place) if place else ()


def _part(findings: Iterable[Finding]) -> Part:
    return next((finding.span.part for finding in findings if finding.span), "text")


def _stretches(findings: Iterable[Finding]) -> tuple[Stretch, ...]:
    """The spans of findings, those that overlap made one."""
    joined: list[Stretch] = []
    for start, end in sorted(offsets(finding.span) for finding in findings if finding.span):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return tuple(joined)
