"""Plain text as it is: every offset stays; what no text can hold is replaced one for one."""

import re

from followup_kit.models.message import OffsetMap
from followup_kit.reading.plain import Notice, Plain

_SURROGATE = re.compile("[\ud800-\udfff]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x7f]")


def read_text(text: str) -> Plain:
    """Read plain text.

    Args:
        text: the draft's text; may hold lone surrogates and control characters.
    """
    clean, notices = cleaned(text)
    return Plain(clean, OffsetMap.identity(len(clean)), notices=notices)


def cleaned(text: str) -> tuple[str, tuple[Notice, ...]]:
    """Replace what no parser should meet, character for character.

    Lone surrogates become U+FFFD, a byte order mark at the start a space, NUL and other control
    characters (not line ends, not tabs) a byte order mark: nobody sees either, and what nobody sees
    is left out later.

    Returns:
        A text of the same length, and a notice with a count for each kind met.
    """
    notices: list[Notice] = []
    text, surrogates = _SURROGATE.subn("\ufffd", text)
    text, controls = _CONTROL.subn("\ufeff", text)
    text = " " + text[1:] if text.startswith("\ufeff") else text
    if surrogates:
        notices.append(("reading.lone_surrogates", str(surrogates)))
    if controls:
        notices.append(("reading.control_characters", str(controls)))
    return text, tuple(notices)
