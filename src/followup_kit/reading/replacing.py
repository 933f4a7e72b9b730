"""Some stretches of a plain text replaced by other words, with the way back to the source."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from followup_kit.models.message import Segment
from followup_kit.reading.plain import Builder, Plain


@dataclass(frozen=True, slots=True)
class Replacement:
    """What takes the place of a stretch of the text; empty words leave it out."""

    start: int
    end: int
    text: str = ""


def replaced(plain: Plain, replacements: Sequence[Replacement]) -> Plain:
    """Put other words in the place of some stretches; each stands for its stretch as a whole.

    Args:
        plain: the text, with the zones that are known of it.
        replacements: in the order of the text, without overlap.
    """
    if not replacements:
        return plain
    builder, at = Builder(), 0
    starts: list[int] = []
    for replacement in replacements:
        builder.copy(plain.text[at : replacement.start], at)
        starts.append(builder.length)
        builder.stand(replacement.text, replacement.start, replacement.end)
        at = replacement.end
    builder.copy(plain.text[at:], at)
    text, inner = builder.plain()
    places = _Places(replacements, starts)
    moved = (Segment(s.zone, places.new(s.start), places.new(s.end)) for s in plain.known)
    kept = tuple(segment for segment in moved if segment.start < segment.end)
    return Plain(text, inner.after(plain.origin), kept, plain.subject, plain.notices)


class _Places:
    """Where offsets of the old text come to lie in the new one."""

    def __init__(self, replacements: Sequence[Replacement], new: Sequence[int]) -> None:
        self._replacements = replacements
        self._old = [replacement.start for replacement in replacements]
        self._new = new

    def new(self, offset: int) -> int:
        """The new offset; one inside a replaced stretch lies at the start or end of the new."""
        index = bisect_right(self._old, offset) - 1
        if index < 0:
            return offset
        replacement, start = self._replacements[index], self._new[index]
        if offset <= replacement.start:
            return start
        return start + len(replacement.text) + max(offset - replacement.end, 0)
