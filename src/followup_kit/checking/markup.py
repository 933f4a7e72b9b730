"""Examples that show in the sentence what must be found: ``"[Vous évoquiez la fusion] hier."``."""

from dataclasses import dataclass

from followup_kit.models.draft import Draft
from followup_kit.models.rule import Example

_OPEN, _CLOSE = "\ue000", "\ue001"
"""Stand-ins for literal brackets while marks are read; they occur in no text."""


@dataclass(frozen=True, slots=True)
class Marked:
    """An example's plain text and the stretches marked in it."""

    text: str
    spans: tuple[tuple[int, int], ...]


def read_marks(source: str) -> Marked:
    """Take the marks out of an example; ``[[`` and ``]]`` are literal brackets.

    Raises:
        ValueError: a bracket is not closed, or closes nothing.
    """
    masked = source.replace("[[", _OPEN).replace("]]", _CLOSE)
    text: list[str] = []
    spans: list[tuple[int, int]] = []
    opened: int | None = None
    for char in masked:
        if char == "[" and opened is None:
            opened = len(text)
        elif char == "]" and opened is not None:
            spans.append((opened, len(text)))
            opened = None
        elif char in "[]":
            raise ValueError(f"brackets do not pair in {source!r}; write [[ for a literal one")
        else:
            text.append({_OPEN: "[", _CLOSE: "]"}.get(char, char))
    if opened is not None:
        raise ValueError(f"a bracket is not closed in {source!r}; write [[ for a literal one")
    return Marked("".join(text), tuple(spans))


def draft_of(example: Example, text: str, language: str) -> Draft:
    """The draft an example stands for."""
    return Draft.model_validate(
        {
            "text": text,
            "subject": example.subject,
            "channel": example.channel,
            "scenario": example.scenario,
            "language": language,
            "format": example.format,
        }
    )
