"""What each format's reader gives: plain text with the way back, built piece by piece."""

from dataclasses import dataclass

from followup_kit.models.message import OffsetMap, Piece, Segment

Notice = tuple[str, str]
"""A message key and a detail."""


@dataclass(frozen=True, slots=True)
class Plain:
    """A draft as plain text.

    Attributes:
        text: without markup.
        origin: offsets of ``text`` → offsets of what was read.
        known: zones that the format itself tells.
        subject: the subject, when the format has a place for it.
        notices: what was passed over or repaired.
    """

    text: str
    origin: OffsetMap
    known: tuple[Segment, ...] = ()
    subject: str | None = None
    notices: tuple[Notice, ...] = ()


class Builder:
    """Collects plain text and, for each stretch of it, the stretch of source it stands for."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._pieces: list[Piece] = []
        self.length = 0
        self.last = ""

    def copy(self, text: str, source_start: int) -> None:
        """Append characters that stand in the source one for one, from ``source_start`` on."""
        if not text:
            return
        end = self.length + len(text)
        start, source_end = self.length, source_start + len(text)
        if self._pieces:
            last = self._pieces[-1]
            if last.literal and last.source_end == source_start:
                start, source_start = last.plain_start, last.source_start
                self._pieces.pop()
        self._pieces.append(Piece(start, end, source_start, source_end))
        self._append(text)

    def stand(self, text: str, source_start: int, source_end: int) -> None:
        """Append characters that as a whole stand for ``source_start..source_end``."""
        if text:
            end = self.length + len(text)
            self._pieces.append(Piece(self.length, end, source_start, source_end))
            self._append(text)

    def plain(self) -> tuple[str, OffsetMap]:
        """The text so far and its map."""
        return "".join(self._parts), OffsetMap(tuple(self._pieces))

    def _append(self, text: str) -> None:
        self._parts.append(text)
        self.length += len(text)
        self.last = text[-1]
