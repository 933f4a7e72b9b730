"""What a message may do to a terminal: nothing. Every character becomes one that only shows."""

import re
from functools import lru_cache

_LONE_RETURN = re.compile(r"\r(?!\n)")
_PICTURES = 0x2400
"""Control Pictures: U+241B is the picture of ESC."""
_DROPPED = frozenset(
    [0x061C, 0x200E, 0x200F, 0xFEFF, *range(0x202A, 0x202F), *range(0x2066, 0x2070)]
)
"""Marks that turn the direction of writing, and the byte order mark: they reorder a line."""
_BLANKS = frozenset([0x09, 0x2028, 0x2029])
_DELETE = 0x7F
_NAMELESS = frozenset([*range(0x80, 0xA0), *range(0xD800, 0xE000)])
"""C1 controls and lone surrogates: no character shows them."""


def visible(text: str) -> str:
    """Text in which nothing but line feeds is left that a terminal acts upon."""
    return "".join(map(shown, one_line_end(text)))


def one_line_end(text: str) -> str:
    """Text whose lone carriage returns are line feeds; every character keeps its place."""
    return _LONE_RETURN.sub("\n", text)


def on_one_line(text: str) -> str:
    """The same on one line: names of files, pieces of notes."""
    return " ".join(visible(text).split("\n"))


@lru_cache(maxsize=4096)
def shown(char: str) -> str:
    """What stands for a character: itself, a picture of it, a blank, or nothing."""
    code = ord(char)
    if code in _DROPPED or char == "\r":
        return ""
    if char == "\n" or char.isprintable():
        return char
    if code in _BLANKS:
        return " "
    return _pictured(code)


def _pictured(code: int) -> str:
    """A picture of a control character, a mark for what has none, else the character itself."""
    if code < ord(" "):
        return chr(_PICTURES + code)
    if code == _DELETE:
        return "\u2421"
    if code in _NAMELESS:
        return "\ufffd"
    return chr(code)
