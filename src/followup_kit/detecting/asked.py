"""What guards ask of a sentence, worked out once however many matches ask."""

from bisect import bisect_left
from functools import cached_property

from followup_kit.detecting.matching import find_all
from followup_kit.detecting.scene import Scene, SceneSentence
from followup_kit.detecting.sentence_guards import holds
from followup_kit.rulebook.compiled import Entry

COMPLEMENT_RARE = 2
"""Words out of the ordinary that make a complement concrete when no figure or name does."""


class Asked:
    """Answers about one sentence; each is kept, so that a long one does not take long."""

    def __init__(self, scene: Scene, sentence: SceneSentence) -> None:
        self.scene = scene
        self.sentence = sentence
        self._allowed: dict[str, bool] = {}
        self._along: dict[str, list[tuple[int, int]]] = {}

    def allows(self, entry: Entry) -> bool:
        """Whether the guards of a rule that ask about the whole sentence hold."""
        name = entry.rule.id
        if name not in self._allowed:
            self._allowed[name] = holds(entry, self.scene, self.sentence)
        return self._allowed[name]

    def beside(self, entry: Entry, first: int, end: int) -> bool:
        """Whether a pattern of ``along`` matches outside of words ``first`` to ``end``."""
        name = entry.rule.id
        if name not in self._along:
            found = (find_all(pattern, self.scene, self.sentence) for pattern in entry.along)
            self._along[name] = [span for spans in found for span in spans]
        return any(start >= end or stop <= first for start, stop in self._along[name])

    def concrete_from(self, after: int) -> bool:
        """Whether a figure, a name, a particular or two rare words stand from ``after`` on."""
        if self._strong and self._strong[-1] >= after:
            return True
        return len(self._rare) - bisect_left(self._rare, after) >= COMPLEMENT_RARE

    def names_something(self, first: int, end: int) -> bool:
        """Whether one such word stands among words ``first`` to ``end`` (half-open)."""
        return any(
            bisect_left(words, first) < bisect_left(words, end)
            for words in (self._strong, self._rare)
        )

    @cached_property
    def _strong(self) -> list[int]:
        """Words that are concrete by themselves: figures, names, particulars of the context."""
        grounds = {ground.word for ground in self.sentence.grounds}
        return sorted(self.sentence.figures | self.sentence.names | grounds)

    @cached_property
    def _rare(self) -> list[int]:
        return sorted(self.sentence.rare)
