"""What ``anchors.yaml`` may say: what of a context is worth naming, what is not, and how."""

import string
from typing import Literal, Self, get_args

from pydantic import model_validator

from followup_kit.models.base import Dimension, Frozen, Language
from followup_kit.models.conditions import Bilingual, Frame, Pair, Text

AnchorKind = Literal["question", "promise", "figure", "stake", "detail"]
AnchorForm = Literal["plain", "counted", "quoted", "unanswered", "posting"]
AnchorSign = Literal[
    "asked",
    "asking",
    "about",
    "unanswered",
    "answered",
    "personal",
    "wanted",
    "promise",
    "stake",
    "speaker",
    "lead",
    "opening",
    "tail",
    "joint",
]
BLANKS: dict[AnchorForm, str] = {"counted": "counted"}
"""The blank of a form, where it is not the anchor itself."""


class Words(Frozen):
    """Words and phrases in both languages; notes mix them, so both are always looked for.

    ``*`` at the end of a word stands for any ending, ``#`` for a figure.
    """

    en: tuple[Text, ...] = ()
    fr: tuple[Text, ...] = ()

    def in_(self, language: Language) -> tuple[str, ...]:
        """The words of one language."""
        return self.en if language == "en" else self.fr

    @model_validator(mode="after")
    def _stars_at_ends(self) -> Self:
        for phrase in (*self.en, *self.fr):
            for word in phrase.split():
                if "*" in word[:-1] or (word.endswith("*") and 1 < len(word) <= SHORTEST_STEM):
                    raise ValueError(
                        f"{phrase!r}: * expected at the end of a word, after {SHORTEST_STEM} "
                        "letters or more"
                    )
        return self


SHORTEST_STEM = 3
"""Letters that must stand before a ``*``."""


class AnchorWords(Frozen):
    """A question to the writer's memory, and words for the draft."""

    question: Bilingual
    text: Frame


class AnchorKindWords(Frozen):
    """One kind of anchor: the dimension it serves, and what is said of it, form by form.

    Attributes:
        dimension: what taking it up would serve.
        forms: ``plain`` names the anchor in a slot; ``counted`` says it with an article,
            ``quoted`` as words that were spoken; ``unanswered`` is a question with a poor answer,
            ``posting`` an anchor of the posting. A form that is not there is said plainly.
    """

    dimension: Dimension
    forms: dict[AnchorForm, AnchorWords]

    def form(self, name: AnchorForm) -> AnchorWords:
        """The words of a form, or the plain ones."""
        return self.forms.get(name, self.forms["plain"])

    @model_validator(mode="after")
    def _blanks(self) -> Self:
        if "plain" not in self.forms:
            raise ValueError("forms: plain is missing; it is what all others fall back to")
        for name, words in self.forms.items():
            blank = BLANKS.get(name, "anchor")
            for text in (words.question.en, words.question.fr, *_said(words.text)):
                if _fields(text) != [blank]:
                    raise ValueError(f"forms.{name}: {{{blank}}} expected once in {text!r}")
        return self


class Anchors(Frozen):
    """What is offered from notes and posting.

    Attributes:
        kinds: every kind of anchor.
        counted: how a figure and its noun are said with their article.
        spelled: the figures that are spelled out, from two on.
        beyond: words after which a figure and its noun alone would not say it.
        ending: short forms behind which a point ends an item of notes.
        leave_out: classes of words; a clause that holds one of them is never offered.
        signs: words by which kinds and the edges of clauses are told.
    """

    kinds: dict[AnchorKind, AnchorKindWords]
    counted: Pair
    spelled: Words
    beyond: Words
    ending: Words
    leave_out: dict[str, Words]
    signs: dict[AnchorSign, Words]

    @model_validator(mode="after")
    def _complete(self) -> Self:
        for key, given, all_of in (
            ("kinds", set(self.kinds), get_args(AnchorKind)),
            ("signs", set(self.signs), get_args(AnchorSign)),
        ):
            missing = [name for name in all_of if name not in given]
            if missing:
                raise ValueError(f"{key}: missing; expected also: {', '.join(missing)}")
        return self


def _said(frame: Frame) -> tuple[str, ...]:
    return tuple(filter(None, (frame.en, frame.fr, frame.tu)))


def _fields(text: str) -> list[str]:
    """The names of the blanks of a text."""
    return [name for _, name, _, _ in string.Formatter().parse(text) if name is not None]
