"""What comes out: findings, scores, suggestions, and the Report that holds them all.

The Report is the waist of the kit: everything before makes it, everything after only reads it.
It holds strings, numbers and offsets, never a spaCy object.
"""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

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
from followup_kit.models.span import Span, printable

SCHEMA_VERSION: Literal["1.0"] = "1.0"
Printable = Annotated[str, AfterValidator(printable)]
"""Text of the user's that any report can be written with: lone surrogates show as U+FFFD."""


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
        rule: the rule behind it, if one is.
        finding: the finding behind it, if one is.
    """

    points: int
    label: str
    source: Literal["rule", "dimension", "base", "limit"]
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
        verified: whether there were notes to hold the message against.
    """

    level: int
    level_word: str
    level_meaning: str
    score: int
    findings: tuple[Finding, ...] = ()
    contributions: tuple[Contribution, ...] = ()
    next_level: str | None = None
    verified: bool = True


class Suggestion(Frozen):
    """One thing to do next.

    Attributes:
        rank: 1 is the first to do.
        kind: ``replacement`` (``text`` takes the place of ``span``), ``template`` (``text`` is a
            sentence with ``[slots]`` only the writer can fill) or ``advice`` (no text).
        dimension: the dimension or ``craft``.
        severity: how much it matters.
        rule: the rule's id.
        message: what to do.
        why: why.
        span: what it speaks of, or the empty span of the insertion point.
        text: the new text, see ``kind``.
        example: a sentence that shows how it might sound, about another conversation.
        gain: points that the overall score would gain.
    """

    rank: int
    kind: Literal["replacement", "template", "advice"]
    dimension: Area
    severity: Severity
    rule: str
    message: str
    why: str
    span: Span | None = None
    text: str | None = None
    example: str | None = None
    gain: int = 0


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
        messages: the language this report speaks.
        text: the draft as the user gave it; all spans point into it.
        plain: the message as it was read, decoded and without markup; ``None`` when that is
            ``text`` itself.
    """

    schema_version: Literal["1.0"] = SCHEMA_VERSION
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
    dimensions: dict[Dimension, DimensionScore] = Field(default_factory=dict)
    craft: tuple[Finding, ...] = ()
    contributions: tuple[Contribution, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
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
