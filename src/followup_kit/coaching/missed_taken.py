"""What the message takes up already, in the same words or in others."""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property

from followup_kit.coaching.missed_sense import Sense
from followup_kit.detecting.concepts import concepts
from followup_kit.detecting.number_names import DURATIONS
from followup_kit.detecting.numbers import figures
from followup_kit.detecting.particulars import is_odd
from followup_kit.detecting.scene import Scene
from followup_kit.words import Word

COMMON = 3
"""Clauses from which a word of the context belongs to all of it rather than to one."""
SHARE = 0.5
"""Share of what a clause is about that a message which takes it up says too."""


class TakenUp:
    """What a message has in common with its context."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene

    @cached_property
    def _about(self) -> frozenset[str]:
        """Everything the message is about."""
        language, compiled = self.scene.parsed.language, self.scene.compiled
        keys = {token.key for sentence in self.scene.sentences for token in sentence.tokens}
        return frozenset().union(*(concepts(key, language, compiled) for key in keys))

    @cached_property
    def _keys(self) -> frozenset[str]:
        """Names and words of the context that a sentence takes up."""
        grounds = (ground for sentence in self.scene.sentences for ground in sentence.grounds)
        return frozenset(ground.particular.key for ground in grounds)

    @cached_property
    def _values(self) -> frozenset[float]:
        """Figures of the message."""
        language = self.scene.parsed.language
        words = self.scene.compiled.keys("number_words")
        return frozenset(
            value
            for sentence in self.scene.sentences
            for figure in figures(
                sentence.tokens, language, words, sentence.sentence.text, sentence.sentence.start
            )
            for value in figure.values
        )

    def takes_up(self, words: Sequence[Word], sense: Sense, common: Counter[str]) -> bool:
        """Whether the message takes up a clause; ``common`` counts the clauses a word is in."""
        weighty = sense.weighty(words)
        if any(word.key in self._keys and common[word.key] < COMMON for word in weighty):
            return True
        shared = sum(1 for word in weighty if sense.about(word) & self._about)
        if weighty and shared >= SHARE * len(weighty):
            return True
        for figure in sense.figures(words):
            if figure.values & self._values:
                near = shared or figure.unit not in DURATIONS
                if near and (shared or is_odd(figure)):
                    return True
        return False


def commonness(clauses: Iterable[Sequence[Word]]) -> Counter[str]:
    """In how many clauses each word stands."""
    return Counter(key for words in clauses for key in {word.key for word in words})
