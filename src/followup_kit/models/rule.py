"""What a file of ``rules/`` may say: one rule, French and English side by side."""

from typing import Any, Literal, Self

from pydantic import Field, model_validator

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
from followup_kit.models.conditions import (
    SENTENCE_GUARDS,
    Bilingual,
    Frame,
    Grounding,
    Guards,
    Pair,
    Pattern,
    Sign,
)
from followup_kit.models.draft import Context, DraftFormat

Kind = Literal["phrase", "frame", "signs", "grounded", "fact", "measure", "structure"]

PATTERN_KINDS: tuple[Kind, ...] = ("phrase", "frame")
CHECKED_KINDS: tuple[Kind, ...] = ("fact", "measure", "structure")
EXAMPLES_WANTED = 3
"""Sentences on which a rule fires, and near misses, that each language must bring at least."""


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


class LanguagePart(Frozen):
    """What a rule says in one language; ``signs`` holds the patterns of each sign by its name."""

    patterns: tuple[Pattern, ...] = ()
    signs: dict[str, tuple[Pattern, ...]] = Field(default_factory=dict)
    examples: tuple[Example, ...]
    near_misses: tuple[Example, ...]


class Suggest(Frozen):
    """When a rule is what to do next in its dimension, and what doing it brings.

    Attributes:
        levels: the levels of its dimension at which it is suggested.
        scenarios: those in which it is; the rule itself may speak of more.
        types: types of message in which it is.
        given: ``missed`` where the context offers something to take up; ``notes`` and ``no_notes``
            where there are notes or none.
        after: a rule that must be seen, and this one not, for it to be suggested; such a
            suggestion comes beside that of the dimension.
        severity: how much it matters.
        question: what to ask one's memory first, where nothing missed brings its own question.
        template: a sentence to start from, where nothing missed brings its own; ``[…]`` only the
            writer can fill.
        example: how it might sound, about another conversation.
        brings: rules that a sentence like the example shows: the gain is the score with them.
        mends: rules whose findings go once it is done.
        notes: what the conversation of the example was about; its tests are held against it.
    """

    levels: tuple[int, ...]
    scenarios: tuple[Scenario, ...] = ("interview", "sales")
    types: tuple[MessageType, ...] = ("restitution", "recap", "chaser")
    given: Literal["missed", "notes", "no_notes"] | None = None
    after: str | None = None
    severity: Severity = "warning"
    question: Bilingual | None = None
    template: Frame | None = None
    example: Frame
    brings: tuple[str, ...]
    mends: tuple[str, ...] = ()
    notes: Pair | None = None


class Rule(Frozen):
    """One rule; its id is its path below ``rules/``.

    Attributes:
        kind: how it looks (see ``detecting/``).
        dimension: what it speaks to: a dimension, ``craft`` or the message ``type``.
        expects: whether a good message has it (``present``) or not (``absent``).
        points: what the first finding is worth to its dimension, 0 to 100.
        points_without_notes: the same where there are no notes to hold the message against, if
            it differs: what notes would show has to be told from the message alone.
        reaches: the highest level that findings of this rule may carry its dimension to: 1 for
            words alone, 2 for what names a thing, 3 for what says it concretely, 4 for the rest.
        signs: signs by name, and ``at_least``: the sum of weights from which a sentence is a
            finding (rules of kind ``signs`` only).
        cap: the highest level the dimension may have once this is found.
        severity: of a finding of what should be absent, or of a lack of what should be present.
        example: a sentence of a draft, about another conversation, that does what is advised.
        template: a sentence the writer may start from; ``{recipient}``, ``{company}`` and
            ``{role}`` are filled from the context, ``[…]`` only the writer can fill.
        suggest: when to suggest it (rules of dimensions that ``expects: present``).
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
    points_without_notes: int | None = Field(default=None, ge=0, le=100)
    reaches: int = Field(default=4, ge=1, le=4)
    cap: int | None = Field(default=None, ge=0, le=4)
    severity: Severity = "hint"
    status: Literal["preview", "stable", "deprecated"] = "stable"
    since: str
    title: Bilingual
    why: Bilingual
    advice: Bilingual
    example: Frame | None = None
    template: Frame | None = None
    suggest: Suggest | None = None
    source: str
    scenarios: tuple[Scenario, ...] = ("interview", "sales")
    channels: tuple[Channel, ...] = ("email", "inmail", "sms")
    zones: tuple[Zone, ...] = ("body", "postscript")
    span: Literal["match", "sentence"] = "match"
    names: MessageType | None = None
    check: str | None = None
    band: str | None = None
    guards: Guards = Guards()
    signs: dict[str, Sign] = Field(default_factory=dict)
    at_least: int | None = Field(default=None, ge=1)
    grounded: Grounding | None = None
    en: LanguagePart
    fr: LanguagePart

    def worth(self, *, verified: bool) -> int:
        """Points of the first finding, with or without notes."""
        if verified or self.points_without_notes is None:
            return self.points
        return self.points_without_notes

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
            ("signs", self.kind == "signs", bool(self.signs)),
            ("at_least", self.kind == "signs", self.at_least is not None),
            ("check", self.kind in CHECKED_KINDS, self.check is not None),
            ("names", self.dimension == "type", self.names is not None),
        )
        for key, wanted, given in pairs:
            if wanted != given:
                what = "missing; expected in" if wanted else "not expected in"
                raise ValueError(f"{key}: {what} a rule of kind {self.kind!r} in {self.dimension}/")
        if self.kind == "phrase" and self.guards != Guards():
            raise ValueError("guards: a phrase rule takes none; make it a frame")
        if self.kind == "signs":
            self._check_guards_of_signs()
        return self

    def _check_patterns(self, language: str, part: LanguagePart) -> None:
        if self.kind in PATTERN_KINDS and not part.patterns:
            raise ValueError(f"{language}: a {self.kind} rule needs at least one pattern")
        if part.patterns and self.kind in ("grounded", "measure", "signs"):
            raise ValueError(f"{language}: a {self.kind} rule takes no patterns")
        if set(part.signs) != set(self.signs):
            odd = ", ".join(sorted(set(part.signs) ^ set(self.signs)))
            why = f"each sign wants a weight and patterns in both languages; not so: {odd}"
            raise ValueError(f"{language}.signs: {why}")

    def _check_guards_of_signs(self) -> None:
        """A sum of signs has no match that a guard could look before, after or beside."""
        for name in Guards.model_fields:
            if name not in SENTENCE_GUARDS and getattr(self.guards, name) not in (None, {}):
                may = ", ".join(SENTENCE_GUARDS)
                raise ValueError(
                    f"guards.{name}: not for a rule of kind 'signs'; it may have: {may}"
                )

    def _check_examples(self, language: str, part: LanguagePart) -> None:
        for name, given in (("examples", part.examples), ("near_misses", part.near_misses)):
            if len(given) < EXAMPLES_WANTED:
                why = f"at least {EXAMPLES_WANTED} expected, {len(given)} given"
                raise ValueError(f"{language}.{name}: {why}")
