"""The words that open, close and sign letters, as data: ``rules/lexicon/letter_forms.yaml``."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from functools import lru_cache

from followup_kit.data import shipped_yaml
from followup_kit.models.base import LANGUAGES
from followup_kit.reading.lines import Token, words_of


class Phrases:
    """Phrases compared word by word; French and English together, as reading knows no language."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_first: dict[str, list[tuple[str, ...]]] = {}
        for phrase in phrases:
            keys = tuple(word.key for word in words_of(phrase, 0, len(phrase)))
            self._by_first.setdefault(keys[0], []).append(keys)
        for group in self._by_first.values():
            group.sort(key=len, reverse=True)

    def __contains__(self, key: str) -> bool:
        """Whether a single word is one of the phrases."""
        return (key,) in self._by_first.get(key, ())

    def match(self, words: Sequence[Token], at: int = 0) -> int:
        """Count the words of the longest phrase that starts at ``at``; 0 for none."""
        if at >= len(words):
            return 0
        for keys in self._by_first.get(words[at].key, ()):
            if tuple(word.key for word in words[at : at + len(keys)]) == keys:
                return len(keys)
        return 0

    def find(self, words: Sequence[Token]) -> int | None:
        """The index of the first word at which a phrase starts."""
        return next((at for at in range(len(words)) if self.match(words, at)), None)


@dataclass(frozen=True, slots=True)
class LetterForms:
    """One field a list of the file; its comments say what each is for."""

    openers: Phrases
    addresses: Phrases
    titles: Phrases
    addressees: Phrases
    glue: Phrases
    not_names: Phrases
    closings: Phrases
    closings_alone: Phrases
    partings: Phrases
    thanks: Phrases
    formulas: Phrases
    formula_openings: Phrases
    signature_openings: Phrases
    postscripts: Phrases
    notes: Phrases
    devices: Phrases
    footers: Phrases
    subject_labels: Phrases
    header_labels: Phrases
    persons: Phrases


@lru_cache(maxsize=1)
def letter_forms() -> LetterForms:
    """The shipped forms of both languages, read once.

    Raises:
        RuleFileError: the file is missing or damaged.
    """
    data = shipped_yaml("lexicon/letter_forms.yaml")
    names = [field.name for field in fields(LetterForms)]
    return LetterForms(
        **{name: Phrases(p for lang in LANGUAGES for p in data[lang][name]) for name in names}
    )
