"""A message once read: plain text, its zones, and the way back to the user's own offsets."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from followup_kit.models.base import Zone
from followup_kit.models.draft import Draft


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of plain text and the run of source it came from (offsets, half-open).

    When both runs have one length they correspond character by character (a literal copy);
    otherwise the whole plain run stands for the whole source run (an entity, an escape).
    """

    plain_start: int
    plain_end: int
    source_start: int
    source_end: int

    @property
    def literal(self) -> bool:
        """Whether the runs correspond character by character."""
        return self.plain_end - self.plain_start == self.source_end - self.source_start


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Maps offsets of the plain text back to the source.

    Pieces are in order and lie one after the other in the plain text. In the source they are in
    order too; there they may leave gaps (markup) and may share a character (base64).
    """

    pieces: tuple[Piece, ...]
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", tuple(piece.plain_start for piece in self.pieces))

    @classmethod
    def identity(cls, length: int) -> "OffsetMap":
        """The map of a text that is its own source."""
        return cls((Piece(0, length, 0, length),))

    def to_source(self, start: int, end: int) -> tuple[int, int]:
        """Map a half-open stretch of plain text to the smallest stretch of source that holds it."""
        if start >= end:
            point = self._start(start)
            return point, point
        return self._start(start), self._end(end)

    def after(self, outer: "OffsetMap") -> "OffsetMap":
        """Compose: this map leads into the plain text of ``outer``, the result into its source.

        A literal piece is cut where a piece of ``outer`` ends, so that it stays literal.
        """
        composed: list[Piece] = []
        for piece in self.pieces:
            if piece.literal and piece.plain_end > piece.plain_start:
                composed.extend(outer.carry(piece))
            else:
                start, end = outer.to_source(piece.source_start, piece.source_end)
                composed.extend(_block(piece.plain_start, piece.plain_end, start, end))
        return OffsetMap(tuple(composed))

    def carry(self, inner: Piece) -> Iterator[Piece]:
        """Lead a literal piece, which ends in this map's plain text, on into the source."""
        shift = inner.plain_start - inner.source_start
        for index in range(self._index(inner.source_start), len(self.pieces)):
            carrier = self.pieces[index]
            if carrier.plain_start >= inner.source_end:
                return
            start = max(carrier.plain_start, inner.source_start)
            end = min(carrier.plain_end, inner.source_end)
            if start < end and carrier.literal:
                yield Piece(start + shift, end + shift, *self.to_source(start, end))
            elif start < end:
                yield from _block(start + shift, end + shift, *self.to_source(start, end))

    def _index(self, offset: int) -> int:
        return max(bisect_right(self._starts, offset) - 1, 0)

    def _start(self, offset: int) -> int:
        if not self.pieces:
            return 0
        piece = self.pieces[self._index(offset)]
        if offset >= piece.plain_end:
            return piece.source_end
        if piece.literal:
            return piece.source_start + offset - piece.plain_start
        return piece.source_start

    def _end(self, offset: int) -> int:
        if not self.pieces:
            return 0
        piece = self.pieces[self._index(offset - 1)]
        if piece.literal:
            return min(piece.source_start + offset - piece.plain_start, piece.source_end)
        return piece.source_end


def _block(plain_start: int, plain_end: int, start: int, end: int) -> Iterator[Piece]:
    """A run that as a whole stands for a source run, even where both happen to be of one length."""
    if plain_end - plain_start == end - start:
        for at in range(plain_start, plain_end):
            yield Piece(at, at + 1, start, end)
    else:
        yield Piece(plain_start, plain_end, start, end)


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the plain text that belongs to one zone."""

    zone: Zone
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A field of a template that nobody filled in, such as ``[Name]`` or ``{{ company }}``."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Message:
    """A draft once read.

    Attributes:
        draft: what was given.
        text: the plain text: decoded, without markup, line ends as they were.
        origin: the way from offsets of ``text`` back to offsets of ``draft.text``.
        segments: zones in the order of the text, without overlap; white space may lie between.
        subject: the subject line, wherever it came from.
        placeholders: unfilled fields, in order.
        notices: what had to be passed over or repaired, as message keys with details.
    """

    draft: Draft
    text: str
    origin: OffsetMap
    segments: tuple[Segment, ...]
    subject: str | None = None
    placeholders: tuple[Placeholder, ...] = ()
    notices: tuple[tuple[str, str], ...] = field(default=())

    def zone_text(self, *zones: Zone) -> str:
        """The text of the given zones, joined by newlines."""
        parts = [self.text[s.start : s.end] for s in self.segments if s.zone in zones]
        return "\n".join(parts)
