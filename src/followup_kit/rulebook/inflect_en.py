"""English spelling: plurals, verb endings, degrees of adjectives."""

import re

_VOWELS = "aeiou"
SHORTEST_STEM = 2
_HISSING = re.compile(r"(?:s|x|z|ch|sh)$")
_DOUBLING = re.compile(r"[^aeiou]?[aeiou][bdgklmnprtvz]$|^[^aeiou]*u[aeiou][bdglmnprt]$")
_LONG = re.compile(r"[aeiou]{2}[bdgklmnprtvz]$")
_STEADY = re.compile(r"(?:ee|oe|ye|nge)$")


def regular(word: str) -> set[str]:
    """Every form a word would have as noun and as verb."""
    return {word, *_s_forms(word), *_past_forms(word), *_ing_forms(word)}


def irregular_verb(line: str) -> dict[str, set[str]]:
    """A line such as ``write wrote written``: -s and -ing are regular, -ed is not said."""
    lemma, *forms = line.split()
    return {lemma: {lemma, *forms, *_s_forms(lemma), *_ing_forms(lemma)}}


def degrees(word: str) -> set[str]:
    """Comparative and superlative of a short adjective."""
    return {stem[:-1] + "r" for stem in _past_forms(word)} | {
        stem[:-1] + "st" for stem in _past_forms(word)
    }


def _s_forms(word: str) -> list[str]:
    """Third person of verbs, plural of nouns."""
    if word.endswith("s"):
        return [word + "es"]
    if _HISSING.search(word):
        return [word + "es"] if not word.endswith("z") else [word + "es", word + "zes"]
    if word.endswith("y") and word[-2] not in _VOWELS:
        return [word[:-1] + "ies"]
    if word.endswith("o"):
        return [word + "s", word + "es"]
    return [word + "s"]


def _past_forms(word: str) -> list[str]:
    if word.endswith("e"):
        return [word + "d"]
    if word.endswith("y") and word[-2] not in _VOWELS:
        return [word[:-1] + "ied"]
    return [stem + "ed" for stem in _stems(word)]


def _ing_forms(word: str) -> list[str]:
    if word.endswith("ie"):
        return [word[:-2] + "ying"]
    if _STEADY.search(word):
        return [word + "ing", word[:-1] + "ing"] if word.endswith("nge") else [word + "ing"]
    if word.endswith("ge"):
        return [word[:-1] + "ing", word + "ing"]
    if word.endswith("e") and len(word) > SHORTEST_STEM:
        return [word[:-1] + "ing"]
    return [stem + "ing" for stem in _stems(word)]


def _stems(word: str) -> list[str]:
    """The stem before -ed and -ing; longer words double their last letter or not, by stress.

    Both are made (``travelled``, ``traveled``; ``visited``, ``visitted``), also since people
    hesitate between them. A word of one syllable always doubles (``planned``).
    """
    if word.endswith("c"):
        return [word + "k", word]
    if _LONG.search(word) and not re.search(r"qu[aeiou].$", word):
        return [word]
    if not _DOUBLING.search(word):
        return [word]
    doubled = word + word[-1]
    return [doubled] if sum(char in _VOWELS for char in word) == 1 else [word, doubled]
