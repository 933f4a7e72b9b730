"""What nobody sees is no part of a message: zero-width signs, tags, text turned round."""

import re
from bisect import bisect_left

from followup_kit.models.message import Segment
from followup_kit.reading.plain import Builder, Notice, Plain

_SIGNS = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
_UNSEEN = re.compile(rf"[\u202d\u202e][^\u202c\n\r]*\u202c?|[{_SIGNS}]+")
"""Between an override and its end letters stand in another order than they are shown in; whoever
turns them round means to be read by people or by machines alone."""
_HARMLESS = re.compile("[\u200d\ufe0e\ufe0f\ufeff]*")
"""Parts of emoji, and a byte order mark: not worth a word."""


def visible(text: str) -> str:
    """Leave out what nobody sees."""
    return text if text.isascii() else _UNSEEN.sub("", text)


def without_unseen(plain: Plain) -> Plain:
    """Leave out what nobody sees, keeping the way back to the source.

    Returns:
        The same when there is nothing to leave out; else with a notice that counts it, unless all
        of it belongs to emoji.
    """
    found = [] if plain.text.isascii() else list(_UNSEEN.finditer(plain.text))
    if not found:
        return plain
    builder, at = Builder(), 0
    for match in found:
        builder.copy(plain.text[at : match.start()], at)
        at = match.end()
    builder.copy(plain.text[at:], at)
    text, inner = builder.plain()
    odd = sum(len(m.group()) for m in found if not _HARMLESS.fullmatch(m.group()))
    further: tuple[Notice, ...] = (("reading.unseen_characters", str(odd)),) if odd else ()
    places = _Places([match.span() for match in found])
    known = tuple(Segment(s.zone, places.new(s.start), places.new(s.end)) for s in plain.known)
    kept = tuple(segment for segment in known if segment.start < segment.end)
    return Plain(text, inner.after(plain.origin), kept, plain.subject, (*plain.notices, *further))


class _Places:
    """Where offsets come to lie once some stretches are left out."""

    def __init__(self, gone: list[tuple[int, int]]) -> None:
        self._gone = gone
        self._starts = [start for start, _ in gone]
        self._before = [0]
        for start, end in gone:
            self._before.append(self._before[-1] + end - start)

    def new(self, offset: int) -> int:
        """The offset among what is left."""
        index = bisect_left(self._starts, offset)
        inside = max(self._gone[index - 1][1] - offset, 0) if index else 0
        return offset - self._before[index] + inside
