"""French spelling: the three groups of verbs, plurals, feminines."""

import re
from collections.abc import Iterable

_FUTURE = ("ai", "as", "a", "ons", "ez", "ont", "ais", "ait", "ions", "iez", "aient")
_HARD = ("ons", "ais", "ait", "aient", "ant", "a", "as", "ai")
"""Endings in a or o: before them c takes its cedilla and g its e."""
_SOFT = ("er", "ez", "ions", "iez", "é", "ée", "és", "ées", "èrent")
_MUTE = ("e", "es", "ent")
_IMPERFECT = ("ais", "ait", "ions", "iez", "aient", "ons", "ez", "ant")
_ISS = ("issons", "issez", "issent", "issais", "issait", "issions", "issiez", "issaient")

_E_CONSONANT = re.compile(r"e(?:[cdgmnprsv]|vr)$")
_E_LT = re.compile(r"e[lt]$")
_E_ACUTE = re.compile(r"é(?:[bcdfghjklmnpqrstvxz]+|[bcdfghjklmnpqrstvxz]*[qg]u)$")
_DRE = re.compile(r"(?:[eao]n|[eo]r)dre$")
_NO_FEMININE = re.compile(r"(?:ment|ions?|[ia]son|té|oir|ou|eau|age|isme|[^i]en?ce)$")
_COLUMNS = 9
SHORTEST_VERB = 3


def regular(word: str) -> set[str]:
    """Every form a word would have as noun, as adjective, and as the verb its ending makes it."""
    forms = set(_noun(word))
    if word.endswith("er") and len(word) > SHORTEST_VERB:
        forms.update(_first_group(word[:-2]))
    elif word.endswith("ir") and not word.endswith("oir") and len(word) > SHORTEST_VERB:
        forms.update(_second_group(word[:-2]))
    elif _DRE.search(word):
        forms.update(_dre_verb(word[:-2]))
    return forms


def irregular_verbs(line: str) -> dict[str, set[str]]:
    """One row of the table of verbs, for the verb and each verb made of it by a prefix.

    The columns, parted by ``|``: infinitive; present singular; stem of « nous »; stem of « ils »;
    stem of the future; passé simple of « il »; past participle; other forms; prefixes. ``-``
    means that there is none. An infinitive with a hyphen before it is no verb without prefix.

    Raises:
        ValueError: not nine columns.
    """
    cells = [cell.strip() for cell in line.split("|")]
    if len(cells) != _COLUMNS:
        raise ValueError(f"{_COLUMNS} columns expected, {len(cells)} given: {line!r}")
    lemma = cells[0].lstrip("-")
    forms = _from_stems([lemma, *("" if cell == "-" else cell for cell in cells[1:8])])
    prefixes = [] if cells[8] == "-" else cells[8].split()
    made = {} if cells[0].startswith("-") else {lemma: forms}
    for prefix in prefixes:
        made[prefix + lemma] = {prefix + form for form in forms}
    return made


def _from_stems(cells: list[str]) -> set[str]:
    lemma, present, nous, ils, future, past, participle, others = cells
    forms = {lemma, *present.split(), *others.split()}
    forms.update(stem + ending for stem in nous.split() for ending in _IMPERFECT)
    forms.update(stem + ending for stem in ils.split() for ending in _MUTE)
    forms.update(stem + ending for stem in future.split() for ending in _FUTURE)
    for il in past.split():
        stem = il.removesuffix("t")
        forms.update((il, stem + "s", stem + "rent"))
    for base in participle.split():
        forms.update(_participle(base))
    return forms


def _participle(base: str) -> Iterable[str]:
    feminine = base.replace("û", "u") + "e"
    plural = base if base.endswith("s") else base.replace("û", "u") + "s"
    return base, feminine, feminine + "s", plural


def _first_group(stem: str) -> Iterable[str]:
    """Verbs in -er; where two spellings live side by side (``paie``, ``paye``) both are made."""
    hard = stem
    if stem.endswith("c"):
        hard = stem[:-1] + "ç"
    elif stem.endswith("g"):
        hard = stem + "e"
    yield from (hard + ending for ending in _HARD)
    yield from (stem + ending for ending in _SOFT)
    for mute in _mute_stems(stem):
        yield from (mute + ending for ending in _MUTE)
        yield from (mute + "er" + ending for ending in _FUTURE)


def _mute_stems(stem: str) -> tuple[str, ...]:
    """The stem before a mute e, as in « il appelle », « elle préfère », « on essaie »."""
    if stem.endswith(("oy", "uy")):
        return (stem[:-1] + "i",)
    if stem.endswith("ay"):
        return stem, stem[:-1] + "i"
    if _E_LT.search(stem):
        return stem + stem[-1], stem[:-2] + "è" + stem[-1]
    if _E_CONSONANT.search(stem):
        return (_grave(stem, "e"),)
    if _E_ACUTE.search(stem):
        return _grave(stem, "é"), stem
    return (stem,)


def _grave(stem: str, vowel: str) -> str:
    at = stem.rindex(vowel)
    return f"{stem[:at]}è{stem[at + 1 :]}"


def _second_group(stem: str) -> Iterable[str]:
    yield from (stem + "ir" + ending for ending in ("", *_FUTURE))
    yield from (stem + ending for ending in (*_ISS, "issant", "isse", "isses"))
    yield from (stem + ending for ending in ("is", "it", "irent", "i", "ie", "ies"))


def _dre_verb(stem: str) -> Iterable[str]:
    """Verbs such as ``rendre``, ``répondre``, ``perdre``; ``stem`` ends in d."""
    yield from (stem + "r" + ending for ending in ("e", *_FUTURE))
    yield from (stem + ending for ending in (*_IMPERFECT, *_MUTE))
    yield from (stem + ending for ending in ("s", "", "it", "is", "irent", "u", "ue", "us", "ues"))


def _noun(word: str) -> Iterable[str]:
    """The word, its plural, its feminines."""
    yield from (word, *_plurals(word))
    for feminine in _feminines(word):
        yield from (feminine, feminine + "s")


def _plurals(word: str) -> tuple[str, ...]:
    if word.endswith(("s", "x", "z")):
        return ()
    if word.endswith("al"):
        return word[:-1] + "ux", word + "s"
    if word.endswith(("au", "eu")):
        return word + "x", word + "s"
    return (word + "s",)


_ENDINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("teur", ("trice", "teuse", "teure")),
    ("eur", ("euse", "eure")),
    ("eux", ("euse",)),
    ("er", ("ère",)),
    ("f", ("ve",)),
    ("en", ("enne",)),
    ("on", ("onne",)),
    ("an", ("ane", "anne")),
    ("el", ("elle",)),
    ("eil", ("eille",)),
    ("ul", ("ulle", "ule")),
    ("et", ("ette", "ète")),
    ("ot", ("ote", "otte")),
    ("as", ("asse", "ase")),
    ("gu", ("guë",)),
)


def _feminines(word: str) -> tuple[str, ...]:
    if (word[-1] in "eaoxzcgkmpyh" and not word.endswith("eux")) or _NO_FEMININE.search(word):
        return ()
    for ending, replacements in _ENDINGS:
        if word.endswith(ending):
            return tuple(word[: -len(ending)] + new for new in replacements)
    return (word + "e",)
