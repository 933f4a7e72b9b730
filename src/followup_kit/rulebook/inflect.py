"""From a word to every form it is written in, so that a bare word of a rule matches them all.

There is no tagger: a word that may be noun, adjective or verb gets the forms of each. A few
forms that nobody writes do no harm, a missing one does. What the rules of spelling do not tell
is in ``lexicon/irregular.yaml``.
"""

import re
import unicodedata
from functools import cache, lru_cache

from followup_kit.data import shipped_yaml
from followup_kit.models.base import LANGUAGES, Language
from followup_kit.rulebook import inflect_en, inflect_fr
from followup_kit.rulebook.irregular import Irregular, read_irregular
from followup_kit.words import fold

_REGULAR = {"en": inflect_en.regular, "fr": inflect_fr.regular}
_ENDING = (
    "trices?|rices?|euses?|ives?|i?ères?|enn?es?|onn?es?|ines?|ales?|elles?|"
    "nes?|les?|tes?|ses?|ves?|es?|x"
)
_INCLUSIVE = re.compile(
    rf"(?P<stem>[^\W\d_]{{2,}})"
    rf"(?:[·•‧./-](?P<ending>{_ENDING})(?P<plural>[·•‧./-]?s)?"
    rf"|\((?P<inside>{_ENDING})\)(?P<after>s)?)",
    re.IGNORECASE,
)


@lru_cache(maxsize=16384)
def inflections(lemma: str, language: Language) -> frozenset[str]:
    """Every form of a word: lower case, with its accents, in NFC; the word itself among them.

    A word that has no forms (closed classes, figures, ``l'``) gives itself, and its elided or
    contracted form if it has one: ``que`` also ``qu'``, ``not`` also ``n't``. Forms that are
    nearly always another word are left out: « maintenant » is no form of « maintenir ».

    Args:
        lemma: one word, as :func:`followup_kit.words.split_words` splits it.
        language: whose inflection to use.
    """
    word = unicodedata.normalize("NFC", lemma.lower()).replace("’", "'")
    if language == "fr":
        word = strip_inclusive(word)
    irregular = _irregular()[language]
    forms = irregular.forms.get(fold(word))
    if forms is None:
        plain = len(word) > 1 and word.isalpha()
        forms = frozenset(_REGULAR[language](word) if plain else ())
    return (forms - irregular.homographs) | {word}


def strip_inclusive(word: str) -> str:
    """The plain form of an inclusive one: ``motivé(e)`` → ``motivé``, ``motivé·e·s`` → ``motivés``.

    Points in the middle or on the line, hyphens, slashes and brackets all count. A word without
    a second gender's ending is given back as it is.
    """
    found = _INCLUSIVE.fullmatch(word)
    if found is None:
        return word
    stem, ending = found["stem"], found["ending"] or found["inside"]
    plural = found["plural"] or found["after"] or ending.lower().endswith("s")
    return stem + "s" if plural and stem[-1] not in "sxz" else stem


@cache
def _irregular() -> dict[Language, Irregular]:
    """What ``irregular.yaml`` says, read once."""
    data = shipped_yaml("lexicon/irregular.yaml")
    return {language: read_irregular(data[language], language) for language in LANGUAGES}
