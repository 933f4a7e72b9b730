"""New words as the place they are put in asks for: elision, articles, capitals, ordinals."""

import re

from followup_kit.detecting.scene import Scene
from followup_kit.words import fold

_NEAR = 8
"""Characters before new words that are looked at; small words are shorter."""
_LINK = re.compile(r"\b(d|qu)(['’])$", re.IGNORECASE)
"""« d' » and « qu' » right before a word."""
_FULL_LINK = re.compile(r"\b(de|que) $", re.IGNORECASE)
_ARTICLE = re.compile(r"\b(an?) $", re.IGNORECASE)
_BY_EAR = re.compile(r"[Hh]|[Uu]|[Ee]u|[Oo]ne|[A-Z]{2}|[^\w]")
"""Beginnings of words that take "a" or "an" by their sound: "hour", "union", "MBA"."""
_VOWELS = frozenset("aeiouhyœæ")
_ITS_ARTICLE = re.compile(r"(Le|Les) ")
_BEFORE_ARTICLE = re.compile(r"\b(de |d['’]|à )$", re.IGNORECASE)
_JOINED = {("d", "le"): "du", ("d", "les"): "des", ("a", "le"): "au", ("a", "les"): "aux"}
"""« de » and « à » with the article of a name behind them: « du Bon Coin »."""
_TAIL = re.compile(r"(?:st|nd|rd|th|er)(?!\w)")


def fitting(scene: Scene, start: int, new: str) -> tuple[int, str]:
    """New words and where they begin, with the small word before them as they ask for it."""
    text = scene.parsed.message.text
    starts = {sentence.sentence.start for sentence in scene.sentences}
    if start in starts and text[start : start + 1].isupper():
        new = new[:1].upper() + new[1:]
    return (_elided if scene.parsed.language == "fr" else _with_article)(text, start, new)


def _with_article(text: str, start: int, new: str) -> tuple[int, str]:
    """English says "a driver" but "an engineer"; where only the ear can tell, nothing changes."""
    article = _ARTICLE.search(text, max(start - _NEAR, 0), start)
    if article is None or _BY_EAR.match(new):
        return start, new
    vowel = new[0].lower() in "aeiou" or re.match(r"8|1[18](?!\d)", new) is not None
    an = article[1][0] + ("n" if vowel else "")
    if article[1].isupper() and len(article[1]) > 1:
        an = an.upper()
    return article.start(), f"{an} {new}"


def _elided(text: str, start: int, new: str) -> tuple[int, str]:
    """French writes « d'Orange » but « de Brévannes »: the word before changes with the name."""
    article = _ITS_ARTICLE.match(new)
    joined = article and _BEFORE_ARTICLE.search(text, max(start - _NEAR, 0), start)
    if article and joined:
        small = _JOINED[fold(joined[1])[0], fold(article[1])]
        said = small.capitalize() if joined[1][0].isupper() else small
        return joined.start(), f"{said} {new[article.end() :]}"
    vowel = fold(new)[:1] in _VOWELS
    short = _LINK.search(text, max(start - _NEAR, 0), start)
    if short and not vowel:
        return short.start(), f"{short[1]}e {new}"
    full = _FULL_LINK.search(text, max(start - _NEAR, 0), start)
    if full and vowel and fold(new)[:1] not in "hy":
        mark = "’" if "’" in text and "'" not in text else "'"
        return full.start(), f"{full[1][:-1]}{mark}{new}"
    return start, new


def ordinal(scene: Scene, end: int, day: str) -> tuple[int, str]:
    """A day of a month and where the old one ends, with the letters behind it: "2nd", « 1er »."""
    tail = _TAIL.match(scene.parsed.message.text, end)
    end = tail.end() if tail else end
    if scene.parsed.language == "fr":
        return end, "1er" if day == "1" else day
    if tail is None:
        return end, day
    teens = day in ("11", "12", "13")
    return end, day + ("th" if teens else {"1": "st", "2": "nd", "3": "rd"}.get(day[-1], "th"))
