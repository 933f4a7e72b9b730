"""What a file of ``rules/`` may say: one rule, French and English side by side."""

from typing import Annotated, Any, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from followup_kit.models.base import (
    Area,
    Channel,
    Frozen,
    Language,
    MessageType,
    Scenario,
    Severity,
    Zone,
)
from followup_kit.models.draft import Context, DraftFormat

Kind = Literal["phrase", "frame", "grounded", "fact", "measure", "structure"]
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Pattern = Annotated[str, StringConstraints(min_length=1, max_length=400, strip_whitespace=True)]

PATTERN_KINDS: tuple[Kind, ...] = ("phrase", "frame")
CHECKED_KINDS: tuple[Kind, ...] = ("fact", "measure", "structure")
EXAMPLES_WANTED = 3
"""Sentences on which a rule fires, and near misses, that each language must bring at least."""


class Bilingual(Frozen):
    """One text in both languages."""

    en: Text
    fr: Text

    def in_(self, language: Language) -> str:
        """The text in the given language."""
        return self.en if language == "en" else self.fr


class Example(Frozen):
    """A message that shows a rule at work; ``[…]`` in the text marks the span it must find.

    Everything but the text is the situation it needs, and defaults to a plain email after an
    interview of which nothing is known. ``[[`` stands for a literal bracket.
    """

    text: str
    notes: str | None = None
    posting: str | None = None
    recipient: str | None = None
    company: str | None = None
    role: str | None = None
    date: str | None = None
    subject: str | None = None
    channel: Channel = "email"
    scenario: Scenario = "interview"
    format: DraftFormat = "text"

    @model_validator(mode="before")
    @classmethod
    def _from_plain_text(cls, value: Any) -> Any:
        if isinstance(value, str):
            return {"text": value}
        if isinstance(value, bool | int | float):
            why = "text expected; put it in quotes (YAML reads yes, no, on as true or false)"
            raise ValueError(why)  # noqa: TRY004  (pydantic reports ValueErrors with their place)
        return value

    @property
    def context(self) -> Context:
        """What the example knows of its conversation."""
        return Context.model_validate(
            {
                "notes": self.notes,
                "posting": self.posting,
                "recipient": self.recipient,
                "company": self.company,
                "role": self.role,
                "date": self.date,
            }
        )


class Guards(Frozen):
    """Conditions on a pattern's match beyond its words; what is left out is not asked.

    Attributes:
        negated: whether a negation governs the match.
        subject: whose act it is: ``writer`` (I, we, je, nous), ``reader`` (you, vous, a name of
            the context) or ``other``; the nearest subject before the match decides.
        complement: ``concrete`` wants a figure, a name, something of the context or two words
            out of the ordinary after the match (or anywhere in the sentence: ``sentence``);
            ``named`` is content with one such word soon after the match, ``none`` wants none.
        grounded: what the sentence must take up: the notes, the posting, any of them, or none.
        question: whether the sentence is a question.
        unless: patterns that, present in the same sentence, forbid the match.
        along: patterns of which one must stand in the same sentence, outside the match.
        position: ``first`` or ``last`` sentence of the body.
    """

    negated: bool | None = None
    subject: Literal["writer", "reader", "other"] | None = None
    complement: Literal["concrete", "sentence", "named", "none"] | None = None
    grounded: Literal["notes", "posting", "any", "none"] | None = None
    question: bool | None = None
    position: Literal["first", "last"] | None = None
    unless: dict[Language, tuple[Pattern, ...]] = Field(default_factory=dict)
    along: dict[Language, tuple[Pattern, ...]] = Field(default_factory=dict)


class Grounding(Frozen):
    """What a ``grounded`` rule wants of a sentence.

    Attributes:
        source: where the particulars come from: the notes, the posting, or either.
        at_least: how many different particulars the sentence must take up.
        weight: how particular they must be together (a name or figure weighs 2, a rare word 1).
        figure: whether one of them must be a figure, a date or an amount.
        own_words: how many content words of its own the sentence must add.
        stake: whether the place of the context that is taken up must itself speak of a stake.
    """

    source: Literal["notes", "posting", "any"] = "notes"
    at_least: int = Field(default=1, ge=1, le=20)
    weight: int = Field(default=1, ge=1, le=40)
    figure: bool = False
    own_words: int = Field(default=0, ge=0, le=40)
    stake: bool = False


class LanguagePart(Frozen):
    """What a rule says in one language."""

    patterns: tuple[Pattern, ...] = ()
    examples: tuple[Example, ...]
    near_misses: tuple[Example, ...]


class Rule(Frozen):
    """One rule; its id is its path below ``rules/``.

    Attributes:
        kind: how it looks (see ``detecting/``).
        dimension: what it speaks to: a dimension, ``craft`` or the message ``type``.
        expects: whether a good message has it (``present``) or not (``absent``).
        points: what the first finding is worth to its dimension, 0 to 100.
        bare: vocabulary alone: all bare findings together never lift a dimension above level 1.
        cap: the highest level the dimension may have once this is found.
        severity: of a finding of what should be absent, or of a lack of what should be present.
        template: a sentence the writer may start from; ``{recipient}``, ``{company}``, ``{role}``
            and ``{anchor}`` are filled from the context, ``[…]`` only the writer can fill.
        names: the message type it reveals (dimension ``type`` only).
        check: which fact, measure or structure is looked at (those kinds only).
        band: the key of ``channels.yaml`` that a measure is held against.
        span: whether a finding marks the match or the whole sentence.
    """

    id: str
    kind: Kind
    dimension: Area
    expects: Literal["present", "absent"] = "present"
    points: int = Field(default=0, ge=0, le=100)
    bare: bool = False
    cap: int | None = Field(default=None, ge=0, le=4)
    severity: Severity = "hint"
    status: Literal["preview", "stable", "deprecated"] = "stable"
    since: str
    title: Bilingual
    why: Bilingual
    advice: Bilingual
    example: Bilingual | None = None
    template: Bilingual | None = None
    source: str
    scenarios: tuple[Scenario, ...] = ("interview", "sales")
    channels: tuple[Channel, ...] = ("email", "inmail", "sms")
    zones: tuple[Zone, ...] = ("body", "postscript")
    span: Literal["match", "sentence"] = "match"
    names: MessageType | None = None
    check: str | None = None
    band: str | None = None
    guards: Guards = Guards()
    grounded: Grounding | None = None
    en: LanguagePart
    fr: LanguagePart

    def part(self, language: Language) -> LanguagePart:
        """What the rule says in the given language."""
        return self.en if language == "en" else self.fr

    @model_validator(mode="after")
    def _hangs_together(self) -> Self:
        for language, part in (("en", self.en), ("fr", self.fr)):
            self._check_patterns(language, part)
            self._check_examples(language, part)
        pairs = (
            ("grounded", self.kind == "grounded", self.grounded is not None),
            ("check", self.kind in CHECKED_KINDS, self.check is not None),
            ("names", self.dimension == "type", self.names is not None),
        )
        for key, wanted, given in pairs:
            if wanted != given:
                what = "missing; expected in" if wanted else "not expected in"
                raise ValueError(f"{key}: {what} a rule of kind {self.kind!r} in {self.dimension}/")
        if self.kind == "phrase" and self.guards != Guards():
            raise ValueError("guards: a phrase rule takes none; make it a frame")
        return self

    def _check_patterns(self, language: str, part: LanguagePart) -> None:
        if self.kind in PATTERN_KINDS and not part.patterns:
            raise ValueError(f"{language}: a {self.kind} rule needs at least one pattern")
        if part.patterns and self.kind in ("grounded", "measure"):
            raise ValueError(f"{language}: a {self.kind} rule takes no patterns")

    def _check_examples(self, language: str, part: LanguagePart) -> None:
        for name, given in (("examples", part.examples), ("near_misses", part.near_misses)):
            if len(given) < EXAMPLES_WANTED:
                why = f"at least {EXAMPLES_WANTED} expected, {len(given)} given"
                raise ValueError(f"{language}.{name}: {why}")
