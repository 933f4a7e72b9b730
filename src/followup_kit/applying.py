"""Suggestions → the draft with their edits made."""

from collections.abc import Iterable, Sequence

from followup_kit.errors import InputError
from followup_kit.models.advice import Edit, Suggestion
from followup_kit.models.draft import Draft
from followup_kit.models.span import Part


def apply(draft: Draft, suggestions: Iterable[Suggestion]) -> Draft:
    """The draft with the edits of the chosen suggestions made; the draft itself stays as it is.

    Suggestions of one report never get in each other's way, whichever are chosen. What is put in
    at one place stands in the order of the suggestions' ranks. A suggestion without edits changes
    nothing.

    Args:
        draft: the draft that was judged.
        suggestions: any of its report's.

    Raises:
        InputError: a suggestion is not about this draft, or two change the same words.
    """
    chosen = sorted(suggestions, key=lambda suggestion: suggestion.rank)
    for suggestion in chosen:
        _check(draft, suggestion)
    edits = [edit for suggestion in chosen for edit in suggestion.edits]
    text = _edited(draft.text, [edit for edit in edits if edit.part == "text"])
    subject = draft.subject
    if subject is not None:
        subject = _edited(subject, [edit for edit in edits if edit.part == "subject"])
    return draft.model_copy(update={"text": text, "subject": subject})


def _check(draft: Draft, suggestion: Suggestion) -> None:
    """That a suggestion speaks of words that stand in the draft where it says."""
    span = suggestion.span
    sources: dict[Part, str] = {"text": draft.text, "subject": draft.subject or ""}
    fits = span is None or span.text == sources[span.part][span.start : span.end]
    if not fits or any(edit.end > len(sources[edit.part]) for edit in suggestion.edits):
        raise InputError(
            f"suggestion {suggestion.rank} ({suggestion.rule}) is about another text; "
            "apply it to the draft that its report was made of"
        )


def _edited(source: str, edits: Sequence[Edit]) -> str:
    pieces, at = [], 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        if edit.start < at:
            raise InputError(
                f"two edits change the same words at {edit.start}; "
                "apply one, score again, then the other"
            )
        pieces += [source[at : edit.start], edit.text]
        at = edit.end
    return "".join([*pieces, source[at:]])
