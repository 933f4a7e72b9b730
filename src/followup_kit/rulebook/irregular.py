"""Reads ``lexicon/irregular.yaml``: lines of forms, and tables of French verbs, into full forms.

The sections of the file, each a list of lines, in each language:

- ``fixed``       words that have no other form
- ``words``       a lemma and all its forms; nothing else is made of it
- ``verbs``       English: a lemma, its past and its past participle. French: a row of stems
- ``adjectives``  English: take -er and -est. French: a lemma and all its forms
- ``homographs``  forms that are nearly always another word, and count for no lemma but themselves
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from followup_kit.models.base import Language
from followup_kit.rulebook import inflect_en, inflect_fr
from followup_kit.words import fold


@dataclass(frozen=True, slots=True)
class Irregular:
    """What one language does against the rules.

    Attributes:
        forms: every form of each irregular word, by the folded lemma.
        homographs: forms that no lemma is recognised by.
    """

    forms: Mapping[str, frozenset[str]]
    homographs: frozenset[str]


def read_irregular(sections: Mapping[str, Sequence[str]], language: Language) -> Irregular:
    """Expand the lines of one language.

    Raises:
        ValueError: a row of a French verb does not have its nine columns.
    """
    found: dict[str, set[str]] = {}
    for line in sections["fixed"]:
        for word in line.split():
            found[fold(word)] = {word}
    verbs = inflect_en.irregular_verb if language == "en" else inflect_fr.irregular_verbs
    for line in sections["verbs"]:
        for lemma, forms in verbs(line).items():
            found.setdefault(fold(lemma), set()).update(forms)
    for line in sections["words"]:
        words = line.split()
        found.setdefault(fold(words[0]), set()).update(words)
    for line in sections["adjectives"]:
        for lemma, forms in _adjectives(line, language):
            found.setdefault(fold(lemma), set()).update(forms)
    homographs = frozenset(word for line in sections["homographs"] for word in line.split())
    return Irregular({key: frozenset(forms) for key, forms in found.items()}, homographs)


def _adjectives(line: str, language: Language) -> list[tuple[str, set[str]]]:
    words = line.split()
    if language == "fr":
        return [(words[0], set(words))]
    return [(word, inflect_en.regular(word) | inflect_en.degrees(word)) for word in words]
