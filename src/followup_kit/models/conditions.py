"""What a rule's patterns are made of, and what it may ask of a sentence beyond its words."""

import re
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, ValidationInfo, field_validator, model_validator

from followup_kit.models.base import Frozen, Language
from followup_kit.models.typography import typeset

Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Pattern = Annotated[str, StringConstraints(min_length=1, max_length=400, strip_whitespace=True)]

SENTENCE_GUARDS = ("grounded", "question", "position", "unless")
"""Guards that ask about a sentence, not about a match in it."""


class Pair(Frozen):
    """One text in both languages, as it was typed."""

    en: Text
    fr: Text

    def in_(self, language: Language) -> str:
        """The text in the given language."""
        return self.en if language == "en" else self.fr


class Bilingual(Pair):
    """One text of the kit's own in both languages, set as it is shown."""

    @field_validator("en", "fr")
    @classmethod
    def _set(cls, text: str, info: ValidationInfo) -> str:
        return typeset(text, "fr" if info.field_name == "fr" else "en")


SLOT = re.compile(r"\[[^\[\]]+\]")
"""A blank of a frame, which only the writer can fill."""
_TO_A_STRANGER = re.compile(r"\b(vous|votre|vos|vôtre|vôtres)\b", re.IGNORECASE)


class Frame(Pair):
    """Words for the draft itself: ``tu`` says them to a reader whom the writer calls « tu ».

    What stands between brackets speaks to the writer, always as « vous ». The words stay as they
    were typed: what goes into a draft follows the draft's own typing.
    """

    tu: Text | None = None

    @model_validator(mode="after")
    def _both_ways(self) -> Self:
        if bool(_TO_A_STRANGER.search(SLOT.sub("", self.fr))) != (self.tu is not None):
            raise ValueError("tu: expected where fr says « vous » to the reader, and only there")
        return self

    def said(self, language: Language, *, familiar: bool) -> str:
        """The words in a language, to a friend or to a stranger."""
        return self.tu if familiar and language == "fr" and self.tu else self.in_(language)

    def shown(self, language: Language, *, familiar: bool) -> str:
        """The same set as it is shown, for words that only show how a draft might sound."""
        return typeset(self.said(language, familiar=familiar), language)


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


class Sign(Frozen):
    """One sign of a ``signs`` rule.

    Attributes:
        weight: what it adds to the sum of a sentence that shows it; below zero it speaks against.
        title: what the sign is, in few words.
    """

    weight: int = Field(ge=-9, le=9)
    title: Bilingual


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
