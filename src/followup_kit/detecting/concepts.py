"""What a word is about: one key for its inflections, its verb or noun, and its other language.

A root is found by taking endings away, the same way for French and English, so that ``migrer``,
``migration`` and ``migrated`` meet. What endings cannot tell (``grow``, ``growth``; ``warehouse``,
``entrepôt``) is in ``lexicon/kin.yaml``.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from rapidfuzz.distance import OSA

from followup_kit.models.base import Language
from followup_kit.rulebook.compiled import CompiledBook

SHORTEST_ROOT = 4
PREFIX = 5
"""Letters that two words beside the same figure must begin with to be about one thing."""
SHORTEST_TYPO = 8
LONG = 11
_ENDINGS = (
    "s x es e ee ees ed ing ings er ers est y ies ied ely ly ally ation ations ition itions "
    "ution utions ion ions ement ements ment ments ator ators ateur ateurs atrice atrices or ors "
    "eur eurs euse euses rice rices iste istes ist ists ance ances ence ences ant ants ante antes "
    "ent ents age ages ure ures al als aux ale ales ity ities ite ites ness able ables ible ibles "
    "if ifs ive ives ous eux ic ics ique iques ical ier iers iere ieres erie eries ery ais ait "
    "aient era eront erait eraient erai ez ons ir it ira irait is issent issait ize ise izes ises "
    "ized ised izing iser isee isation ization ify ifier ification aison aisons ate ates ated ating"
)
_LONGEST_FIRST = sorted(_ENDINGS.split(), key=len, reverse=True)
_DOUBLE = re.compile(r"([bcdfghjklmnpqrtvz])\1")
_VOWELS = frozenset("aeiouy")
OTHER: Mapping[Language, Language] = {"en": "fr", "fr": "en"}


@lru_cache(maxsize=65536)
def root(key: str) -> str:
    """The root of a folded word: ``migration``, ``migrer`` and ``migrates`` give ``migr``."""
    plain = _DOUBLE.sub(r"\1", key.replace("ph", "f").replace("qu", "k").replace("ck", "k"))
    for ending in _LONGEST_FIRST:
        if plain.endswith(ending) and len(plain) - len(ending) >= SHORTEST_ROOT:
            return _softened(plain[: -len(ending)])
    return _softened(plain)


def _softened(stem: str) -> str:
    """``c`` and ``k`` before an ending are one sound: ``music``, ``musique``."""
    return stem[:-1] + "c" if stem.endswith("k") else stem


def concepts(key: str, language: Language, compiled: CompiledBook) -> frozenset[str]:
    """Everything by which a word may be met again; its own language's kin come first."""
    found = frozenset((root(key),))
    kin = compiled.kin(language).get(key) or compiled.kin(OTHER[language]).get(key)
    return found | kin if kin else found


def is_typo(given: str, known: str) -> bool:
    """Whether two long words differ by a slip: one letter, or two in a very long word."""
    shortest = min(len(given), len(known))
    if shortest < SHORTEST_TYPO or given[0] != known[0]:
        return False
    allowed = 2 if shortest >= LONG else 1
    return OSA.distance(given, known, score_cutoff=allowed) <= allowed


def is_short_for(short: str, word: str) -> bool:
    """Whether ``short`` is the beginning of a longer word, or its consonants: ``mgmt``."""
    if len(word) < len(short) + 2 or short[0] != word[0]:
        return False
    if word.startswith(short):
        return True
    if _VOWELS & set(short) or short[-1] != word.rstrip("se")[-1:]:
        return False
    rest = iter(word)
    consonants = sum(1 for char in word if char not in _VOWELS)
    return all(char in rest for char in short) and 2 * len(short) >= consonants
