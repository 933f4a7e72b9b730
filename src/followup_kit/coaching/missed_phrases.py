"""Words and phrases of ``anchors.yaml``, looked for among the words of a clause."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from followup_kit.models.anchors import SHORTEST_STEM, Words
from followup_kit.models.base import LANGUAGES, Language
from followup_kit.words import Word, split_words

_PART = re.compile(r"#|[^\s#*]+\*?")
FIGURE = "#"
_Phrase = tuple[str, ...]


def said(words: Sequence[Word]) -> tuple[str, ...]:
    """Words as phrases compare them: figures alike, apostrophes aside."""
    return tuple(FIGURE if word.number else bare(word.key) for word in words)


def bare(key: str) -> str:
    """A key without its apostrophes: ``n't`` is ``nt``, ``j'`` is ``j``."""
    return key.replace("'", "")


class Phrases:
    """Phrases of both languages, by their first word."""

    def __init__(self, words: Words) -> None:
        self._exact: dict[str, list[_Phrase]] = {}
        self._stems: dict[str, list[_Phrase]] = {}
        for phrase in sorted(_both(words), key=lambda phrase: (-len(phrase), phrase)):
            first = phrase[0]
            if first.endswith("*"):
                self._stems.setdefault(first[:SHORTEST_STEM], []).append(phrase)
            else:
                self._exact.setdefault(first, []).append(phrase)

    def at(self, keys: Sequence[str], index: int) -> int:
        """How many words the longest phrase at ``index`` takes; 0 for none."""
        if index >= len(keys):
            return 0
        key = keys[index]
        for phrase in (*self._exact.get(key, ()), *self._stems.get(key[:SHORTEST_STEM], ())):
            if len(phrase) <= len(keys) - index and all(
                _fits(part, keys[index + step]) for step, part in enumerate(phrase)
            ):
                return len(phrase)
        return 0

    def find(self, keys: Sequence[str], start: int = 0) -> tuple[int, int] | None:
        """The first phrase from ``start`` on, as the words it takes (half-open)."""
        for index in range(start, len(keys)):
            length = self.at(keys, index)
            if length:
                return index, index + length
        return None

    def within(self, keys: Sequence[str]) -> bool:
        """Whether any phrase is there."""
        return self.find(keys) is not None


@cache
def phrases(words: Words) -> Phrases:
    """The phrases of one entry of the file, read once."""
    return Phrases(words)


def _fits(part: str, key: str) -> bool:
    return key.startswith(part[:-1]) if part.endswith("*") else key == part


def _both(words: Words) -> set[_Phrase]:
    """Each phrase as either language splits words: notes are split by what they mostly are."""
    entries = (*words.en, *words.fr)
    return {tuple(_split(entry, language)) for entry in entries for language in LANGUAGES}


def _split(entry: str, language: Language) -> Iterator[str]:
    for part in _PART.findall(entry):
        if part == FIGURE:
            yield part
            continue
        keys = [bare(word.key) for word in split_words(part.rstrip("*"), language)]
        yield from keys[:-1]
        yield keys[-1] + ("*" if part.endswith("*") else "")
