"""How words of the kit's own are set: curly apostrophes, and spaces that keep French signs in line.

Texts are set once, where they are loaded, before a blank is filled: so what a person wrote, and is
quoted, stays as it is. Files of rules may be typed with plain spaces and straight apostrophes.
"""

import re

from followup_kit.models.base import Language

NO_BREAK = "\u00a0"
NARROW = "\u202f"

_APOSTROPHE = re.compile(r"(?<=[\w}\]])'")
_SPACE = f"[ {NO_BREAK}{NARROW}]"
_FRENCH = (
    (re.compile(rf"{_SPACE}(?=[;!?%€])"), NARROW),
    (re.compile(rf"(?<=\d){_SPACE}(?=\d\d\d(?!\d))"), NARROW),
    (re.compile(rf"(?<=\d){_SPACE}(?=h\b)"), NO_BREAK),
    (re.compile(rf"{_SPACE}(?=[:»])"), NO_BREAK),
    (re.compile(rf"(?<=«){_SPACE}"), NO_BREAK),
)
"""As the Lexique of the Imprimerie nationale has it: narrow before ; ! ? and between thousands."""


def typeset(text: str, language: Language) -> str:
    """``text`` of the kit's own as it is shown: no character is added, none is taken away.

    Args:
        text: words of the kit, never of a user.
        language: theirs; only French asks for spaces that do not break.
    """
    text = _APOSTROPHE.sub("’", text)
    for pattern, space in _FRENCH if language == "fr" else ():
        text = pattern.sub(space, text)
    return text
