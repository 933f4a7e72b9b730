"""What a report advises: things to do next, and what the context offers that is left out."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from followup_kit.models.base import Area, Dimension, Frozen, Severity
from followup_kit.models.span import Part, Span, printable, utf16_length

Printable = Annotated[str, AfterValidator(printable)]
"""Text of the user's that any report can be written with: lone surrogates show as U+FFFD."""


class Edit(Frozen):
    """One change of the draft: ``text`` takes the place of ``start`` to ``end``.

    Offsets are code points into the text as the user gave it, and ``utf16_*`` the same in UTF-16
    code units; start and end are equal where something is put in. ``part`` tells which text: the
    draft's, or a subject given apart from it.
    """

    part: Part = "text"
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    text: str
    utf16_start: int = Field(ge=0)
    utf16_end: int = Field(ge=0)


def edit(source: str, start: int, end: int, text: str, part: Part = "text") -> Edit:
    """The edit that puts ``text`` in the place of ``source[start:end]``.

    Args:
        source: the text as the user gave it.
        start: first code point.
        end: one past the last code point.
        text: what is to stand there.
        part: which text ``source`` is.
    """
    utf16_start = utf16_length(source[:start])
    return Edit(
        part=part,
        start=start,
        end=end,
        text=text,
        utf16_start=utf16_start,
        utf16_end=utf16_start + utf16_length(source[start:end]),
    )


class Suggestion(Frozen):
    """One thing to do next.

    Attributes:
        rank: 1 is the first to do.
        kind: ``replacement`` (``text`` takes the place of ``span``), ``template`` (``text`` is a
            sentence of the draft's language) or ``advice`` (no text).
        dimension: the dimension or ``craft``.
        severity: how much it matters.
        rule: the rule's id.
        message: what to do.
        why: why.
        question: what to ask one's memory before writing.
        span: what it speaks of, or the empty span of the insertion point.
        text: the new text, see ``kind``.
        slots: the blanks of ``text`` that only the writer can fill, each as it stands there, with
            its brackets; none: the edits are ready to be applied.
        edits: the changes of the draft that take the suggestion; none for an ``advice``.
        missed: which of ``Report.missed`` it takes up, by id.
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
    question: str | None = None
    span: Span | None = None
    text: str | None = None
    slots: tuple[str, ...] = ()
    edits: tuple[Edit, ...] = ()
    missed: str | None = None
    example: str | None = None
    gain: int = 0

    @property
    def ready(self) -> bool:
        """Whether its edits may be applied as they are, with nothing left to fill in."""
        return bool(self.edits) and not self.slots


class Missed(Frozen):
    """Something particular that the context offers and the message leaves out.

    Attributes:
        id: its name within the report, ``m1``, ``m2``…; the most particular first.
        kind: what it is in the conversation: a question that was asked, something promised, a
            figure, a stake, or another detail.
        dimension: the dimension that taking it up would serve.
        anchor: the few words of the context that name it.
        span: where they stand in the notes or the posting (``part``).
        question: what to ask one's memory about it, in the report's language.
        text: a sentence to start from, in the draft's language, with the anchor in it.
        slots: the blanks of ``text`` that only the writer can fill.
    """

    id: str
    kind: Literal["question", "promise", "figure", "stake", "detail"]
    dimension: Dimension
    anchor: Printable
    span: Span
    question: str
    text: str
    slots: tuple[str, ...] = ()
