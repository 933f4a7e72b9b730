"""Negation and subject by the words around, for what a small parser gets wrong in casual mail."""

from collections.abc import Container
from typing import Literal

from followup_kit.parsing.parsed import Token
from followup_kit.rulebook.compiled import CompiledBook

Subject = Literal["writer", "reader", "other"]

REACH = {"en": 4, "fr": 3}
"""Words after a negator that it governs, short of a break of the clause."""
FRENCH_SPAN = 6
"""Words from « ne » within which its second half is looked for."""
OBJECT_REACH = {"en": 2, "fr": 3}
"""« je vous remercie »: a pronoun this close after a subject is its object, not a new subject."""


def negated_words(tokens: tuple[Token, ...], compiled: CompiledBook) -> tuple[bool, ...]:
    """Which words a negation governs; "not only", "ne … que" and "pas seulement" are none."""
    negated = [False] * len(tokens)
    breaks = compiled.keys("clause_breaks")
    for at in range(len(tokens)):
        if not _negates(tokens, at, compiled):
            continue
        for after in range(at + 1, min(at + 1 + REACH[compiled.language], len(tokens))):
            if tokens[after].key in breaks or _parted(tokens, after):
                break
            negated[after] = True
        first = _verb_before(tokens, at, compiled)
        negated[first:at] = [True] * (at - first)
    return tuple(negated)


def _negates(tokens: tuple[Token, ...], at: int, compiled: CompiledBook) -> bool:
    key = tokens[at].key
    if key in compiled.keys("negators_after_ne"):
        if _ne_before(tokens, at) is None:
            return False
    elif key not in compiled.keys("negators"):
        return False
    return _next_key(tokens, at) not in compiled.keys("negation_pseudo")


def _verb_before(tokens: tuple[Token, ...], at: int, compiled: CompiledBook) -> int:
    """Where what a negator at ``at`` negates backwards begins: « ne … pas », « j'ai pas »."""
    ne = _ne_before(tokens, at) if compiled.language == "fr" else None
    if ne is not None:
        return ne
    behind = tokens[at].key in compiled.keys("negators_behind")
    return max(at - 1, 0) if behind else at


def _ne_before(tokens: tuple[Token, ...], at: int) -> int | None:
    """Where the « ne » stands that a second half at ``at`` completes."""
    for back in range(at - 1, max(at - FRENCH_SPAN, -1), -1):
        if tokens[back].key in ("ne", "n'"):
            return back
    return None


def subjects(
    tokens: tuple[Token, ...], compiled: CompiledBook, people: Container[str]
) -> tuple[Subject | None, ...]:
    """Whose act each word belongs to: the nearest subject to its left in the sentence."""
    first, second = compiled.keys("writer_subjects"), compiled.keys("reader_subjects")
    third = compiled.keys("other_subjects")
    current: Subject | None = None
    reach = OBJECT_REACH[compiled.language]
    since = reach + 1
    found: list[Subject | None] = []
    for token in tokens:
        is_object = since <= reach and current is not None
        if token.key in first and not (is_object and current == "reader"):
            current, since = "writer", 0
        elif token.key in second:
            if not is_object:
                current, since = "reader", 0
        elif token.key in people:
            current, since = "reader", 0
        elif token.key in third and not is_object:
            current, since = "other", 0
        found.append(current)
        since += 1
    return tuple(found)


def _next_key(tokens: tuple[Token, ...], at: int) -> str:
    return tokens[at + 1].key if at + 1 < len(tokens) else ""


def _parted(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether punctuation parts a word from the one before it."""
    gap = tokens[at].start - tokens[at - 1].end
    return gap > 1
