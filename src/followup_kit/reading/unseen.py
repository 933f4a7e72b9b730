"""What nobody sees is no part of a message: zero-width signs, tags, text turned round."""

import re
from dataclasses import replace

from followup_kit.reading.plain import Notice, Plain
from followup_kit.reading.replacing import Replacement, replaced

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
    odd = sum(len(m.group()) for m in found if not _HARMLESS.fullmatch(m.group()))
    further: tuple[Notice, ...] = (("reading.unseen_characters", str(odd)),) if odd else ()
    visible_only = replaced(plain, [Replacement(*match.span()) for match in found])
    return replace(visible_only, notices=(*plain.notices, *further))
