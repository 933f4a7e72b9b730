"""What stands around a figure, and which everyday words stand together."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from followup_kit.detecting.concepts import PREFIX, concepts
from followup_kit.detecting.figure import Figure, NumberLike
from followup_kit.detecting.number_names import UNITS
from followup_kit.models.base import Language
from followup_kit.rulebook.compiled import CompiledBook

REACH = 8
FEW = 3
"""Words on either side of a figure that it may be known by, and within how many words."""
NEXT = 2
"""Words after a one or a two among which what it counts is looked for."""
APART = 3
"""Words within which two everyday words stand together."""
SHORTEST = 3
STOCK = (
    "generic_nouns",
    "light_words",
    "meeting_nouns",
    "thanks_words",
    "buzzwords",
    "cv_words",
    "trait_claims",
)
"""Classes of words that pair up in any message."""
_BREAKS = frozenset(",;:.!?()–—/=|→\n")


@dataclass(frozen=True)
class Surroundings:
    """Words seen in the company they keep.

    Attributes:
        language: the language of the words, which may not be the message's.
    """

    compiled: CompiledBook
    language: Language

    @cached_property
    def number_words(self) -> frozenset[str]:
        """Keys of the words that numbers are spelled with."""
        return self.compiled.listed("number_words", self.language)

    @cached_property
    def _weightless(self) -> frozenset[str]:
        """Small words, numbers and measures."""
        small = self.compiled.listed("function_words", self.language)
        return small | self.number_words | UNITS.keys()

    def near(self, words: Sequence[NumberLike], figure: Figure) -> frozenset[str]:
        """What the words around a figure are about, their beginnings among it."""
        few = not figure.counts and figure.plain and not figure.marks
        after = words[figure.end : figure.end + (NEXT if few else REACH)]
        before = () if few else words[max(figure.first - REACH, 0) : figure.first]
        found: set[str] = set()
        for key in (*self._weighty(after), *self._weighty(reversed(before))):
            found |= concepts(key, self.language, self.compiled)
            if len(key) >= PREFIX:
                found.add("^" + key[:PREFIX])
        return frozenset(found)

    def _weighty(self, words: Iterable[NumberLike]) -> Iterator[str]:
        """The first few words that say what something is about."""
        return islice((word.key for word in words if self._has_weight(word)), FEW)

    def _has_weight(self, word: NumberLike) -> bool:
        key = word.key
        return not word.number and len(key) >= SHORTEST and key not in self._weightless

    def pairs(
        self,
        words: Sequence[NumberLike],
        passed: frozenset[str],
        text: str,
        base: int = 0,
    ) -> Iterator[tuple[frozenset[str], int, int]]:
        """Everyday words that stand together, as what they are about, first and last word."""
        stock = self.compiled.union(*STOCK)
        last: list[tuple[int, frozenset[str]]] = []
        end = base
        for at, word in enumerate(words):
            key = word.key
            if last and not _BREAKS.isdisjoint(text[end - base : word.start - base]):
                last = []
            end = word.end
            if not self._has_weight(word) or key in stock or key in passed:
                continue
            about = concepts(key, self.language, self.compiled)
            last = [(index, other) for index, other in last if at - index <= APART]
            for index, other in last:
                for one in about:
                    for two in other - about:
                        yield frozenset((one, two)), index, at
            last.append((at, about))
