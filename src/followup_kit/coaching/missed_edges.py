"""A stretch of the context made short: no longer than a glance, without what leads nowhere."""

from collections.abc import Sequence

from followup_kit.coaching.missed_clauses import LONGEST, Stretch
from followup_kit.coaching.missed_phrases import phrases, said
from followup_kit.coaching.missed_sense import Sense
from followup_kit.words import Word


class Edges:
    """Trims stretches of one text."""

    def __init__(self, sense: Sense) -> None:
        self.sense = sense
        self.text = sense.text
        signs = sense.scene.compiled.book.anchors.signs
        self._lead, self._tail = phrases(signs["lead"]), phrases(signs["tail"])
        self._opening = phrases(signs["opening"])
        self._joint, self._speaker = phrases(signs["joint"]), phrases(signs["speaker"])

    def small(self, start: int, end: int) -> list[Stretch]:
        """The parts of a long item, none of them too long."""
        parts = self.text.small(start, end, self._joint)
        return [
            self.text.shortened(*part) if part[1] - part[0] > LONGEST else part for part in parts
        ]

    def shortened(self, start: int, end: int) -> Stretch:
        """The beginning of a stretch: as many items as fit, else as many words."""
        short = end
        if end - start > LONGEST:
            parts = [part for atom in self.text.atoms(start, end) for part in self.small(*atom)]
            fitting = [last for _, last in parts if last - start <= LONGEST]
            short = max(fitting, default=self.text.shortened(start, end)[1])
        return self.trimmed(start, short, cut=short < end)

    def trimmed(self, start: int, end: int, *, opens: bool = True, cut: bool) -> Stretch:
        """A stretch without who said it and, where it was cut, without words that lead on.

        Args:
            start: its first code point.
            end: one past its last.
            opens: whether nothing was cut off before it.
            cut: whether something was cut off behind it.
        """
        words = self.text.within(start, end)
        keys = said(words)
        first, last = 0, len(words)
        while first < last:
            step = self._lead.at(keys, first) or self._speaks(words, first)
            if not opens and first == 0:
                step = step or self._opening.at(keys, first)
            if not step:
                break
            first += step
        while cut and last > first and self._tail.at(keys[:last], last - 1):
            last -= 1
        if first == last:
            return start, start
        return self.text.trimmed(
            start if first == 0 else words[first].start,
            end if last == len(words) else words[last - 1].end,
        )

    def _speaks(self, words: Sequence[Word], first: int) -> int:
        """Words before a colon that say only who speaks: « M.T. : », "she:"."""
        keys = said(words)
        for step in (1, 2):
            if first + step >= len(words):
                return 0
            between = self.text.text[words[first + step - 1].end : words[first + step].start]
            if ":" in between:
                named = all(self._name(word) for word in words[first : first + step])
                return step if named or self._speaker.at(keys, first) == step else 0
        return 0

    def _name(self, word: Word) -> bool:
        return word.text[0].isupper() and (self.sense.name(word) or len(word.text) == 1)
