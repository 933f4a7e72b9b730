"""What is said about templates: their front matter, what their fields stand for, their rules."""

import re
from typing import Any, Literal, Self

from pydantic import Field, field_validator, model_validator

from followup_kit.models.base import (
    Channel,
    Dimension,
    Frozen,
    Language,
    MessageType,
    Scenario,
    Severity,
)
from followup_kit.models.conditions import Bilingual, Text
from followup_kit.models.draft import Context, DraftFormat
from followup_kit.models.sayings import Saying

SAID = "said"
"""The kind of slots that ask for what was said."""
EXAMPLES_WANTED = 3
"""Templates on which a rule fires, and near misses, that each language must bring at least."""


class Stand(Frozen):
    """How a kind of field is named in a language, and what stands in for it while judging.

    Attributes:
        words: words or phrases that name it; ``first_name`` and "First Name" are both two words.
        stand_ins: what a writer might fill in; several, so that two fields do not read alike.
    """

    words: tuple[Text, ...] = ()
    stand_ins: tuple[Text, ...] = Field(min_length=1)


class FieldKind(Frozen):
    """One kind of field of a template.

    Attributes:
        dimension: what it makes the writer say something of their own for: then it is a slot.
            ``None`` for what a database fills in, the same for all that the writer would tell.
        gives: which part of the context its value is.
        at_most: words, without the small ones, that may name it; more of them describe something.
        yields: whether a slot that is named beside it decides: "the client's goal" is a goal.
        brings: rules that a good filling of a slot shows.
        recalls: scenarios in which it also takes up what was said, as slots called ``said`` do: a
            seller learns of the buyer's problem from the buyer.
    """

    dimension: Dimension | None = None
    gives: Literal["recipient", "company", "role"] | None = None
    at_most: int | None = Field(default=None, ge=1)
    yields: bool = False
    brings: tuple[str, ...] = ()
    recalls: tuple[Scenario, ...] = ()
    en: Stand
    fr: Stand

    def as_slots(self, name: str, scenario: Scenario) -> tuple[str, ...]:
        """The kinds of slots it counts as, by name; none for what is no slot."""
        if self.dimension is None:
            return ()
        return (name, SAID) if scenario in self.recalls else (name,)

    def stand(self, language: Language) -> Stand:
        """Its names and values in a language."""
        return self.en if language == "en" else self.fr


class TemplateBook(Frozen):
    """``templates.yaml``: how a template is judged by what it makes the writer fill in.

    Attributes:
        fixed_reaches: the highest level that sentences without a slot carry a dimension to.
        fixed_reason: why.
        silent: rules that say nothing of a template, each with the reason.
        elsewhere: rules that say nothing of a template that takes in parts of others, the same.
        stood_in: rules that say nothing of a sentence in which a field stands, the same.
        typing_slip: letters that may be wrong in a word that is taken for a slip of another.
        no_slips: words so near to the name of a field, folded, that are words of their own.
        theirs: words before a name that make a description of it: "[their deadline]".
        titles: words that count for nothing beside a name.
        clauses: words that make a description of a name beside them: "[what the client wants]".
        determiners: words after which a stand-in drops its own.
        fields: kinds of fields by name, in the order they are tried.
    """

    fixed_reaches: int = Field(ge=0, le=4)
    fixed_reason: Text
    silent: dict[str, Text]
    elsewhere: dict[str, Text] = Field(default_factory=dict)
    stood_in: dict[str, Text] = Field(default_factory=dict)
    typing_slip: int = Field(ge=0, le=5)
    typing_slip_reason: Text
    no_slips: tuple[Text, ...] = ()
    theirs: dict[Language, tuple[Text, ...]]
    titles: dict[Language, tuple[Text, ...]]
    clauses: dict[Language, tuple[Text, ...]]
    determiners: dict[Language, tuple[Text, ...]]
    fields: dict[str, FieldKind]

    @model_validator(mode="after")
    def _slots_bring(self) -> Self:
        for name, kind in self.fields.items():
            if (kind.dimension is None) and kind.brings:
                raise ValueError(f"fields.{name}.brings: only a slot, with a dimension, brings")
        return self


class FrontMatter(Frozen):
    """What a template says of itself before its text, between two lines of ``---``.

    Attributes:
        subject: the subject line; may hold fields.
        context: what is known of every conversation that this template is for.
        min_score: the least potential score it must have.
        tags: words of the library's own.
        ignore: ids of rules that say nothing of it.
    """

    subject: str | None = None
    lang: Literal["auto", "en", "fr"] | None = None
    channel: Channel | None = None
    scenario: Scenario | None = None
    context: Context | None = None
    min_score: int | None = Field(default=None, ge=0, le=100)
    tags: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    @field_validator("lang", mode="before")
    @classmethod
    def _without_country(cls, value: Any) -> Any:
        """``en-GB`` and ``fr_CA``, as other tools write it."""
        return re.split("[-_]", value.casefold())[0] if isinstance(value, str) else value

    @field_validator("tags", "ignore", mode="before")
    @classmethod
    def _split(cls, value: Any) -> Any:
        """``interview, first``, as other tools write a list."""
        return (
            [word for word in re.split(r"[,\s]+", value) if word]
            if isinstance(value, str)
            else value
        )


class TemplateExample(Frozen):
    """A template, alone or in a library, that shows a rule of templates at work.

    Attributes:
        finds: the stretch that is found; left out where something is missing.
        others: more files of its library, by path.
        settings: what the library's settings say.
        encoding: how the file is written.
    """

    text: str
    finds: str | None = None
    path: str = "template.txt"
    others: dict[str, str] = Field(default_factory=dict)
    settings: dict[str, Any] = Field(default_factory=dict)
    channel: Channel = "email"
    scenario: Scenario = "interview"
    format: DraftFormat | None = None
    encoding: str = "utf-8"

    @model_validator(mode="before")
    @classmethod
    def _from_plain_text(cls, value: Any) -> Any:
        return {"text": value} if isinstance(value, str) else value


class TemplatePart(Frozen):
    """What a rule of templates says in one language; ``words`` are those its check looks for."""

    words: tuple[Text, ...] = ()
    examples: tuple[TemplateExample, ...] = Field(min_length=EXAMPLES_WANTED)
    near_misses: tuple[TemplateExample, ...] = Field(min_length=EXAMPLES_WANTED)


class TemplateRule(Frozen):
    """One rule of templates; its id is its path below ``rules/``, its name that of its check.

    Attributes:
        limit: the number it holds a template against, where it has one; settings may give theirs.
        limit_reason: where that number comes from.
        found: what is found, with blanks that the check fills.
    """

    id: str
    severity: Severity
    status: Literal["preview", "stable", "deprecated"] = "stable"
    since: str
    title: Bilingual
    found: Saying
    why: Bilingual
    advice: Bilingual
    source: str
    limit: int | None = Field(default=None, ge=0)
    limit_reason: Text | None = None
    channels: tuple[Channel, ...] = ("email", "inmail", "sms")
    types: tuple[MessageType, ...] = (
        "restitution", "recap", "chaser", "withdrawal", "after_refusal",
    )  # fmt: skip
    en: TemplatePart
    fr: TemplatePart

    @property
    def check(self) -> str:
        """The name of the check that looks for it."""
        return self.id.rpartition(".")[2]

    def part(self, language: Language) -> TemplatePart:
        """What the rule says in the given language."""
        return self.en if language == "en" else self.fr
