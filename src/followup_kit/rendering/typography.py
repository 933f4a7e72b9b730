"""Spaces that may not break a line, where French wants them."""

import re

from followup_kit.models.base import Language

NO_BREAK = "\u00a0"
NARROW = "\u202f"

_FRENCH = (
    (re.compile(r" (?=[;!?%])"), NARROW),
    (re.compile(r" (?=[:»])"), NO_BREAK),
    (re.compile(r"(?<=«) "), NO_BREAK),
)


def spaced(text: str, language: Language) -> str:
    """Make the spaces around ``: ; ! ? % « »`` unbreakable in French; English stays as it is."""
    if language != "fr":
        return text
    for pattern, space in _FRENCH:
        text = pattern.sub(space, text)
    return text


def quoted(text: str, language: Language) -> str:
    """``text`` between the language's quotation marks."""
    return f"«{NO_BREAK}{text}{NO_BREAK}»" if language == "fr" else f"“{text}”"


def signed(points: int) -> str:
    """Points with their sign; the minus is a real one."""
    return f"+{points}" if points >= 0 else f"\u2212{-points}"
