"""Signs that a renderer puts around what it shows; the words come set from the report."""

from followup_kit.models.base import Language
from followup_kit.models.typography import NO_BREAK


def quoted(text: str, language: Language) -> str:
    """``text`` between the language's quotation marks."""
    return f"«{NO_BREAK}{text}{NO_BREAK}»" if language == "fr" else f"“{text}”"


def signed(points: int) -> str:
    """Points with their sign; the minus is a real one."""
    return f"+{points}" if points >= 0 else f"\u2212{-points}"
