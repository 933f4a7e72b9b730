"""The reader's name as a greeting has it; nothing where that cannot be known."""

import re

from rapidfuzz import fuzz

from followup_kit.detecting.scene import Scene
from followup_kit.models.base import LANGUAGES
from followup_kit.words import fold, split_words

ALIKE = 60.0
"""Similarity (0 to 100) from which a name was meant to be another."""
_NAME = re.compile(r"[^\W\d_][\w\u0300-\u036f.'’ -]*")
_ADDRESSED = re.compile(r"[^\W\d_][\w\u0300-\u036f.'’& -]*")


def person(recipient: str | None, scene: Scene) -> str | None:
    """A recipient who is one person, with blanks joined; ``None`` for a team or an address."""
    told = " ".join((recipient or "").split())
    if not _NAME.fullmatch(told) or not told[:1].isupper():
        return None
    general = scene.compiled.union("generic_nouns", "job_nouns")
    keys = {word.key for word in split_words(told, scene.parsed.language)}
    return None if keys & (general | {"and", "et"}) else told


def addressed(recipient: str | None) -> str | None:
    """A recipient as a greeting may have it: no address, no list, no article before a function."""
    told = " ".join((recipient or "").split())
    return told if _ADDRESSED.fullmatch(told) and told[0].isupper() else None


def called(recipient: str, found: str, scene: Scene) -> str | None:
    """The name in the place of ``found``: both names, the first name, or behind a title the last.

    ``None`` where the greeting's title may not be the reader's, or a name is not known.
    """
    told = person(recipient, scene)
    if told is None:
        return None
    titles = scene.compiled.keys("titles")
    chunks = told.split(" ")
    names = [chunk for chunk in chunks if _key(chunk) not in titles]
    first, last = names[:1], _last(names, scene)
    mine = {_key(chunk) for chunk in chunks} & titles
    greeted = {t.key for s in scene.sentences if s.sentence.zone == "greeting" for t in s.tokens}
    theirs = greeted & titles
    near = [name for name in names if fuzz.ratio(fold(name), fold(found)) >= ALIKE]
    if near and " " not in found:
        return max(near, key=lambda name: fuzz.ratio(fold(name), fold(found)))
    said = _gendered(scene)
    both = said[0] | said[1]
    if theirs & both and (found or mine & both) and not _agree(mine, theirs, said):
        return None  # in a field the title is the writer's own; beside another's name it is not
    if theirs:
        return " ".join(names) if " " in found and len(names) > 1 else last or None
    if " " in found or mine or len(names) == 1:
        return told
    return first[0] if first and len(first[0].rstrip(".")) > 1 else None


def family(recipient: str | None, scene: Scene) -> str | None:
    """The family name of a person."""
    told = person(recipient, scene)
    titles = scene.compiled.keys("titles")
    names = [chunk for chunk in (told or "").split() if _key(chunk) not in titles]
    return _last(names, scene) or None


def _gendered(scene: Scene) -> tuple[frozenset[str], frozenset[str]]:
    """Titles of men and of women, of every language: a context may be in another than the draft."""
    books = [scene.compiled.speaking(language) for language in LANGUAGES]
    him, her = (
        frozenset().union(*(book.keys(f"addresses.{side}") for book in books))
        for side in ("him", "her")
    )
    return him, her


def _agree(
    mine: set[str], theirs: frozenset[str] | set[str], said: tuple[frozenset[str], ...]
) -> bool:
    return any(mine & side and theirs & side for side in said)


def _last(names: list[str], scene: Scene) -> str:
    """The last name with the particle before it: « de la Tour »."""
    particles = scene.compiled.keys("name_particles") | {"le", "la", "du", "des", "de"}
    at = len(names) - 1
    while at > 0 and _key(names[at - 1]) in particles and names[at - 1].islower():
        at -= 1
    return " ".join(names[max(at, 0) :])


def _key(chunk: str) -> str:
    return fold(chunk.rstrip("."))
