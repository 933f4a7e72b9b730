"""What comes out: findings, scores, suggestions, and the Report that holds them all.

The Report is the waist of the kit: everything before makes it, everything after only reads it.
It holds strings, numbers and offsets, never a spaCy object.
"""

from typing import Literal

from pydantic import Field

from followup_kit.models.advice import Missed, Printable, Suggestion
from followup_kit.models.base import (
    Area,
    Channel,
    Dimension,
    Frozen,
    Language,
    MessageType,
    Scenario,
    Severity,
    Zone,
)
from followup_kit.models.span import Span

SCHEMA_VERSION: Literal["1.1"] = "1.1"


class Finding(Frozen):
    """One place where a rule has something to say, or the lack of one.

    Attributes:
        id: its name within the report, ``f1``, ``f2``…
        rule: the rule's id.
        area: the dimension it speaks to, ``craft`` or ``type``.
        good: whether it speaks for the message.
        severity: of what speaks against it; ``None`` for evidence.
        title: what was seen, in a few words.
        message: why it counts.
        span: where; ``None`` when something is missing.
        sentence: the sentence around it; ``None`` outside of sentences.
        details: what was compared, such as ``{"expected": "Quillon", "found": "Zeydler"}``.
    """

    id: str
    rule: str
    area: Area
    good: bool
    severity: Severity | None = None
    title: str
    message: str
    span: Span | None = None
    sentence: Span | None = None
    details: dict[str, str] = Field(default_factory=dict)


class Contribution(Frozen):
    """One term of a sum; the terms of a score add up to it exactly (whole points).

    Attributes:
        points: what it adds; negative when it takes away.
        label: what it is, in the report's language.
        source: ``rule``, ``dimension``, ``base`` or ``limit`` (a cap or the ends of the scale).
        dimension: the dimension it stands for, in the sum of the overall score.
        rule: the rule behind it, if one is.
        finding: the finding behind it, if one is.
    """

    points: int
    label: str
    source: Literal["rule", "dimension", "base", "limit"]
    dimension: Dimension | None = None
    rule: str | None = None
    finding: str | None = None


class DimensionScore(Frozen):
    """One dimension: its level of the rubric, its score, and how they came about.

    Attributes:
        level: 0 to 4.
        level_word: the level in a word.
        level_meaning: what the rubric says of this level.
        score: 0 to 100, the sum of ``contributions``.
        next_level: what separates the message from the next level; ``None`` at the top.
        nearest: the sentence of the message that comes nearest to it, if one does.
        verified: whether there were notes to hold the message against.
    """

    level: int
    level_word: str
    level_meaning: str
    score: int
    findings: tuple[Finding, ...] = ()
    contributions: tuple[Contribution, ...] = ()
    next_level: str | None = None
    nearest: Span | None = None
    verified: bool = True


class ZoneSpan(Frozen):
    """A zone of the message and where it stands in the user's text."""

    zone: Zone
    span: Span


class Reason(Frozen):
    """A code for machines and a sentence for people."""

    code: str
    message: str


class Confidence(Frozen):
    """How sure the score may be taken to be, and why it is not surer."""

    level: Literal["high", "medium", "low"]
    reasons: tuple[Reason, ...] = ()


class Ruleset(Frozen):
    """Which rules judged: their version, the SHA-256 of their content and their number."""

    version: str
    fingerprint: str
    rules: int


class ModelUsed(Frozen):
    """Which language model read the text."""

    name: str
    version: str


class Report(Frozen):
    """All that the kit has to say about one message.

    Attributes:
        status: ``scored`` or ``not_scored``; in the second case there are no numbers.
        reason: why it was not scored.
        score: 0 to 100, the sum of ``contributions``.
        verdict: the score in a word or two.
        praise: what the message does well, in a sentence; ``None`` when nothing stands out.
        messages: the language this report speaks.
        missed: at most three things of the notes and three stakes of the posting that the message
            leaves out.
        text: the draft as the user gave it; all spans point into it.
        plain: the message as it was read, decoded and without markup; ``None`` when that is
            ``text`` itself.
    """

    schema_version: Literal["1.1"] = SCHEMA_VERSION
    tool_version: str
    status: Literal["scored", "not_scored"]
    reason: Reason | None = None
    name: Printable | None = None
    language: str
    messages: Language
    channel: Channel
    scenario: Scenario
    message_type: MessageType | None = None
    score: int | None = None
    verdict: str | None = None
    praise: str | None = None
    dimensions: dict[Dimension, DimensionScore] = Field(default_factory=dict)
    craft: tuple[Finding, ...] = ()
    contributions: tuple[Contribution, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    missed: tuple[Missed, ...] = ()
    confidence: Confidence | None = None
    notices: tuple[Reason, ...] = ()
    zones: tuple[ZoneSpan, ...] = ()
    ruleset: Ruleset
    models: tuple[ModelUsed, ...] = ()
    subject: Printable | None = None
    text: Printable
    plain: Printable | None = None

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Every finding: those of the dimensions, then those of craft and type."""
        scored = [f for dimension in self.dimensions.values() for f in dimension.findings]
        return (*scored, *self.craft)

    @property
    def shown(self) -> str:
        """The message as it was read: ``plain``, or ``text`` when that is the same."""
        return self.text if self.plain is None else self.plain

    def words(self, span: Span) -> str:
        """The words of a span as they were read: decoded, without markup."""
        if self.plain is None or span.plain_start is None or span.plain_end is None:
            return span.text
        return self.plain[span.plain_start : span.plain_end]
