"""Reads ``lexicon/irregular.yaml``: lines of forms, and tables of French verbs, into full forms.

The sections of the file, each a list of lines, in each language:

- ``fixed``       words that have no other form
- ``words``       a lemma and all its forms; nothing else is made of it
- ``verbs``       English: a lemma, its past and its past participle. French: a row of stems
- ``adjectives``  English: take -er and -est. French: a lemma and all its forms
"""

from collections.abc import Mapping, Sequence

from followup_kit.models.base import Language
from followup_kit.rulebook import inflect_en, inflect_fr
from followup_kit.words import fold

Forms = Mapping[str, frozenset[str]]
"""Every form of each irregular word, by the folded lemma."""


def read_irregular(sections: Mapping[str, Sequence[str]], language: Language) -> Forms:
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
    return {key: frozenset(forms) for key, forms in found.items()}


def _adjectives(line: str, language: Language) -> list[tuple[str, set[str]]]:
    words = line.split()
    if language == "fr":
        return [(words[0], set(words))]
    return [(word, inflect_en.regular(word) | inflect_en.degrees(word)) for word in words]
