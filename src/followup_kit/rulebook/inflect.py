"""Inflected forms of a word; no tagger, no spaCy.

A word whose class is ambiguous gets the forms of every class its ending allows: a form that does
not exist occurs in no text.
"""

import re
from functools import lru_cache

from followup_kit.data import shipped_yaml
from followup_kit.models.base import Language
from followup_kit.rulebook import inflect_en, inflect_fr
from followup_kit.rulebook.irregular import Forms, read_irregular
from followup_kit.words import fold

_REGULAR = {"en": inflect_en.regular, "fr": inflect_fr.regular}
_INCLUSIVE = re.compile(r"(?:[·•‧.\-]\w{1,5}|\(\w{1,5}\))+(s?)$")
"""``motivé(e)``, ``candidat·e·s``, ``motivé.e.s``, ``motivé-e``."""


@lru_cache(maxsize=16384)
def inflections(lemma: str, language: Language) -> frozenset[str]:
    """All inflected forms of a word, itself among them; lower case, with accents.

    Args:
        lemma: one word, as :func:`followup_kit.words.split_words` splits it.
        language: whose inflection to use.
    """
    word = strip_inclusive(lemma.lower())
    irregular = _irregular(language).get(fold(word))
    if irregular is not None:
        return irregular | {word}
    if not word.isalpha():
        return frozenset({word})
    return frozenset(_REGULAR[language](word)) | {word}


def strip_inclusive(word: str) -> str:
    """The plain form of an inclusive one: ``motivé(e)`` is ``motivé``."""
    return _INCLUSIVE.sub("", word)


@lru_cache(maxsize=2)
def _irregular(language: Language) -> Forms:
    return read_irregular(shipped_yaml("lexicon/irregular.yaml")[language], language)
