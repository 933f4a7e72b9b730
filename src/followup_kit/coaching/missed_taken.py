"""What the message takes up already, in the same words or in others."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cached_property

from followup_kit.coaching.missed_kinds import Candidate
from followup_kit.coaching.missed_sense import Day, Sense, days, is_year
from followup_kit.detecting.concepts import concepts
from followup_kit.detecting.figure import Figure
from followup_kit.detecting.numbers import figures
from followup_kit.detecting.particulars import is_odd
from followup_kit.detecting.scene import Scene, SceneSentence
from followup_kit.words import Word

COMMON = 3
"""Clauses from which a word of the context belongs to all of it rather than to one."""
LONG = 7
STEM = 6
"""Letters from which a word is long, and those that two long words akin begin with."""
FEW = 2
"""Words of a clause up to which its figure says most of it."""
PASTED = 0.9
"""Share of a sentence in the words of the notes from which it was pasted, not said."""
SHARE = 0.5
POSTING_SHARE = 0.4
"""Share of what a clause is about that a message which takes it up says too."""


class TakenUp:
    """What a message has in common with its context."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene

    @cached_property
    def _own(self) -> list[SceneSentence]:
        """Sentences that are the writer's own: pasted notes take nothing up."""
        return [one for one in self.scene.sentences if one.copied < PASTED]

    @cached_property
    def _about(self) -> frozenset[str]:
        """Everything the message is about."""
        language, compiled = self.scene.parsed.language, self.scene.compiled
        keys = {token.key for sentence in self._own for token in sentence.tokens}
        return frozenset().union(*(concepts(key, language, compiled) for key in keys))

    @cached_property
    def _keys(self) -> frozenset[str]:
        """Names and words of the context that a sentence takes up."""
        grounds = (ground for sentence in self._own for ground in sentence.grounds)
        return frozenset(ground.particular.key for ground in grounds)

    @cached_property
    def _stems(self) -> frozenset[str]:
        """Beginnings of the long words of the message."""
        tokens = (token for sentence in self._own for token in sentence.tokens)
        return frozenset(token.key[:STEM] for token in tokens if len(token.key) >= LONG)

    @cached_property
    def _days(self) -> frozenset[Day]:
        """Days of a month."""
        language, compiled = self.scene.parsed.language, self.scene.compiled
        found = (days(one.tokens, compiled.kin(language)) for one in self._own)
        return frozenset().union(*found)

    @cached_property
    def _years(self) -> frozenset[str]:
        tokens = (token for sentence in self._own for token in sentence.tokens)
        return frozenset(token.key for token in tokens if is_year(token.key))

    @cached_property
    def _figures(self) -> dict[float | str, set[str | None]]:
        """Figures of the message, by all that they may be said as, with their units."""
        found: defaultdict[float | str, set[str | None]] = defaultdict(set)
        language = self.scene.parsed.language
        named = self.scene.compiled.keys("number_words")
        for one in self._own:
            start = one.sentence.start
            for figure in figures(one.tokens, language, named, one.sentence.text, start):
                for mark in figure.known_by:
                    found[mark].add(figure.unit)
        return found

    def takes_up(self, one: Candidate, sense: Sense, common: Counter[str]) -> bool:
        """Whether the message takes up a clause; ``common`` counts the clauses a word is in.

        Of a posting, whose sentences are long, a figure anywhere in the sentence tells as well.
        """
        if self._particular(one, sense, common) or self._by_figures(one.words, sense):
            return True
        content = sense.content(one.words)
        if content and self._shared(content, sense) >= SHARE * len(content):
            return True
        if sense.text.source == "notes":
            return False
        sentence = sense.text.within(one.segment.start, one.segment.end)
        content = sense.content(sentence)
        several = self._shared(content, sense) >= POSTING_SHARE * len(content)
        return several or self._by_figures(sentence, sense)

    def _particular(self, one: Candidate, sense: Sense, common: Counter[str]) -> bool:
        """Whether the message names a thing, a year or a day that stands in few other clauses."""
        for word in sense.weighty(one.words):
            if word.key in self._keys and common[word.key] < COMMON:
                return True
        return bool(self._days & sense.days(one.words)) or any(
            word.key in self._years and common[word.key] < COMMON
            for word in one.words
            if is_year(word.key)
        )

    def _by_figures(self, words: Sequence[Word], sense: Sense) -> bool:
        """Whether the message has the figures of a clause, and not by chance."""
        found = [figure for figure in sense.figures(words) if self._figure(figure)]
        if not found:
            return False
        content = sense.content(words)
        few = len(content) <= FEW or len(found) > 1
        return few or self._shared(content, sense) > 0 or any(map(is_odd, found))

    def _shared(self, words: Sequence[Word], sense: Sense) -> int:
        return sum(1 for word in words if self._said(word, sense))

    def _said(self, word: Word, sense: Sense) -> bool:
        """Whether the message has a word akin to one of the context."""
        if sense.about(word) & self._about:
            return True
        return len(word.key) >= LONG and word.key[:STEM] in self._stems

    def _figure(self, figure: Figure) -> bool:
        """Whether the message has a figure, in the same unit as far as both have one."""
        marks = self._figures
        return any(
            figure.unit is None or unit is None or unit == figure.unit
            for mark in figure.known_by
            for unit in marks.get(mark, ())
        )
