"""What a sum looks up: the mark behind a term, the words it stands on, the rubric's numbers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from followup_kit.data import shipped_yaml
from followup_kit.models.base import Dimension
from followup_kit.models.report import Contribution, Finding, Report
from followup_kit.models.rubric import Rubric
from followup_kit.models.span import Span
from followup_kit.rendering.marks import Mark
from followup_kit.rendering.safe import on_one_line
from followup_kit.rendering.wrapping import cells, wrap

ELLIPSIS = "…"


@dataclass(frozen=True)
class Ledger:
    """The findings of a report by their id, and the numbers of their marks."""

    report: Report
    numbers: Mapping[str, int]
    findings: Mapping[str, Finding]

    def number(self, term: Contribution) -> str:
        """The number under which the words behind a term are marked; empty for none."""
        return str(self.numbers.get(term.finding or "", ""))

    def words(self, term: Contribution) -> str:
        """The sentence behind a term, or the words outside of sentences; empty for none."""
        finding = self.findings.get(term.finding or "")
        return self.text(finding.sentence or finding.span) if finding else ""

    def text(self, span: Span | None) -> str:
        """The words of a span on one line, as they were read."""
        return " ".join(on_one_line(self.report.words(span)).split()) if span else ""


def ledger(report: Report, found: Sequence[Mark]) -> Ledger:
    """Lay out what the sums of a report look up."""
    numbers = {finding.id: mark.number for mark in found for finding in mark.findings}
    return Ledger(report, numbers, {finding.id: finding for finding in report.findings})


def clipped(text: str, room: int) -> str:
    """The first words of a text that fit into so many columns."""
    if cells(text) <= room:
        return text
    start, end = next(wrap(text, max(room - 1, 1)))
    return f"{text[start:end].rstrip(' ,;:')}{ELLIPSIS}"


@lru_cache(maxsize=1)
def rubric() -> Rubric:
    """The numbers of the score; packs of rules do not change them."""
    return Rubric.model_validate(shipped_yaml("rubric.yaml"))


def threshold(name: Dimension, level: int, *, verified: bool) -> int:
    """The least score of a level from 1 to 4."""
    return rubric().dimensions[name].when(verified=verified).thresholds[level - 1]


def share(time: int) -> int:
    """Percent of a rule's points that its finding brings which comes after ``time`` others."""
    shares = rubric().saturation
    return shares[time] if time < len(shares) else 0
