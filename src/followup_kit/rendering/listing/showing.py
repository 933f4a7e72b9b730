"""Characters that nobody sees, made visible: in a list of problems they may be the problem."""

import unicodedata
from functools import lru_cache

from followup_kit.rendering.safe import shown
from followup_kit.rendering.wrapping import hard_lines

_JOINERS = "\u200c\u200d"
"""What ties letters or emoji together acts on nothing else."""
_TAGS = range(0xE0020, 0xE0080)
"""Letters of the flags of regions."""
_PARTED = ("Zl", "Zp")
_LAST = 0xFFFE
_NO_CHARACTERS = range(0xFDD0, 0xFDF0)


def one_line(text: str) -> str:
    """A text on one line that neither a terminal nor a reader's eye trips over."""
    return " ".join("".join(map(seen, text[start:end])) for start, end in hard_lines(text))


@lru_cache(maxsize=4096)
def seen(char: str) -> str:
    """What stands for a character: itself, a picture of it, a blank, or its number."""
    code = ord(char)
    category = unicodedata.category(char)
    hidden = category == "Cf" and char not in _JOINERS and code not in _TAGS
    none = code & _LAST == _LAST or code in _NO_CHARACTERS
    return f"<U+{code:04X}>" if hidden or none or category in _PARTED else shown(char)
