"""Patterns of a rule read aloud: the words they stand for, without the marks of the notation."""

import re
from collections.abc import Iterator

from followup_kit.models.base import Language
from followup_kit.rendering.view import View
from followup_kit.rulebook.book import RuleBook

ALTERNATIVES = 4
"""Words of one place that are shown; the rule's own file has them all."""
MEMBERS = 2
"""Words of a class of the lexicon that stand for it."""
GAP = "…"
_BETWEEN = "/"
_SLOT = re.compile(r"<(\w+)>")


def aloud(pattern: str, language: Language, book: RuleBook, view: View) -> str:
    """One pattern as people would write it down: ``you mentioned/said/… <a figure>``.

    Args:
        pattern: in the notation of rules.
        language: of the pattern's words.
        book: for the classes of words that patterns name.
        view: for the names of slots, in the language of the reader.
    """
    said: list[str] = []
    for piece in pattern.split():
        words = _piece(piece, language, book, view)
        if words != GAP or said[-1:] != [GAP]:
            said.append(words)
    return " ".join(said)


def _piece(piece: str, language: Language, book: RuleBook, view: View) -> str:
    if piece in "^$":
        return f"<{view.say('explain.slot.start' if piece == '^' else 'explain.slot.end')}>"
    if piece.startswith(GAP):
        return GAP
    optional = piece.endswith("?")
    ways = [
        word
        for way in piece.removesuffix("?").split("|")
        for word in _words(way, language, book, view)
    ]
    shown = list(dict.fromkeys(ways))
    more = [GAP] if len(shown) > ALTERNATIVES else []
    words = _BETWEEN.join(shown[:ALTERNATIVES] + more)
    return f"({words})" if optional else words


def _words(way: str, language: Language, book: RuleBook, view: View) -> Iterator[str]:
    """What one alternative stands for."""
    slot = _SLOT.fullmatch(way)
    if slot:
        yield f"<{view.say(f'explain.slot.{slot[1].lower()}')}>"
    elif way.startswith("@"):
        members = book.words(way[1:], language)
        for member in members[:MEMBERS]:
            yield " ".join(word.lstrip("=") for word in member.split())
        if len(members) > MEMBERS:
            yield from (GAP,)
    else:
        yield way.removeprefix("=").removesuffix("?")
