"""What of a sentence is a date, a figure, a name, a rare word, or taken up from the context."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from followup_kit.detecting.concepts import concepts
from followup_kit.detecting.figure import Figure
from followup_kit.detecting.numbers import figures, value_of
from followup_kit.detecting.particulars import Particular, Particulars, codes
from followup_kit.detecting.surroundings import Surroundings
from followup_kit.parsing.parsed import Token
from followup_kit.rulebook.compiled import CompiledBook

SHORTEST_RARE = 4
"""Letters below which a word is too short to be a detail."""
LAST_DAY = 31
OF_REACH = 2
"""« the 17th of February »: the figure stands two words before the month."""


@dataclass(frozen=True, slots=True)
class Ground:
    """A particular of the context that a sentence takes up, and the word that does."""

    word: int
    particular: Particular


@dataclass(frozen=True)
class Lens:
    """What words are seen through.

    Attributes:
        usual: keys that are never particular.
        administrative: keys that name the reader, the company or the role.
    """

    compiled: CompiledBook
    known: Particulars
    usual: frozenset[str]
    administrative: frozenset[str]

    @cached_property
    def _around(self) -> Surroundings:
        return Surroundings(self.compiled, self.compiled.language)

    def numbers(self, tokens: Sequence[Token], text: str = "", base: int = 0) -> list[Figure]:
        """Figures of a sentence, those of dates among them; ``text`` starts at offset ``base``."""
        words = self.compiled.keys("number_words")
        return figures(tokens, self.compiled.language, words, text, base)

    def dates(self, tokens: Sequence[Token], numbers: list[Figure]) -> frozenset[int]:
        """Words that name a day, a month or a moment, with the figures right beside them."""
        months = self.compiled.keys("months")
        named = self.compiled.keys("weekdays") | months | self.compiled.keys("relative_dates")
        spelled = {
            index
            for figure in numbers
            for index in range(figure.first, figure.end)
            if not tokens[figure.first].number
        }
        found = {
            index
            for index, token in enumerate(tokens)
            if token.key in named and (index not in spelled or (index and tokens[index - 1].number))
        }
        beside = {index + step for index in found for step in (-1, 1)}
        beside |= {
            index - OF_REACH
            for index in found
            if tokens[index].key in months and tokens[index - 1].key in ("of", "de")
        }
        beside |= set(self._days_of_month(tokens))
        digits = {index for index, token in enumerate(tokens) if token.number}
        return frozenset(found | (beside & (digits | spelled)))

    def _days_of_month(self, tokens: Sequence[Token]) -> Iterator[int]:
        """Small figures such as « du 3 » or "the 28th"."""
        before, after = (
            self.compiled.keys("day_leads.before"),
            self.compiled.keys("day_leads.after"),
        )
        for index, token in enumerate(tokens):
            if not token.number or value_of(token.key) > LAST_DAY:
                continue
            following = tokens[index + 1] if index + 1 < len(tokens) else None
            led = index > 0 and tokens[index - 1].key in before
            if (led and (following is None or following.pos != "noun")) or (
                following is not None and following.key in after
            ):
                yield index

    def names(self, tokens: Sequence[Token]) -> frozenset[int]:
        """Words written as names, but not the reader's, the company's or the role's.

        Everyday words in capitals are shouted, not names.
        """
        small = self.compiled.keys("function_words")
        return frozenset(
            index
            for index, token in enumerate(tokens)
            if token.text[:1].isupper()
            and (index > 0 or token.pos == "name")
            and token.key not in small
            and token.key not in self.administrative
            and not (token.key in self.usual and len(token.text) > 1 and token.text.isupper())
        )

    def rare(self, tokens: Sequence[Token]) -> frozenset[int]:
        """Words out of the ordinary."""
        return frozenset(
            index
            for index, token in enumerate(tokens)
            if not token.number
            and len(token.key) >= SHORTEST_RARE
            and token.key not in self.usual
            and token.key not in self.administrative
        )

    def grounds(
        self,
        tokens: Sequence[Token],
        numbers: list[Figure],
        dates: frozenset[int] = frozenset(),
        text: str = "",
        base: int = 0,
    ) -> tuple[Ground, ...]:
        """Particulars of the context that the sentence takes up, each once, in the order of words.

        Args:
            tokens: the words of the sentence.
            numbers: its figures.
            dates: words that belong to a date, which any copy keeps.
            text: the sentence, to see what parts its words; it starts at offset ``base``.
            base: where the sentence starts in the text its tokens count in.
        """
        if not self.known.lines:
            return ()
        taken = dict(self._words(tokens, numbers))
        lines = {particular.line for particular in taken.values()}
        taken |= dict(self._figures(tokens, numbers, dates, lines))
        for first, index, pair in self._pairs(tokens, text, base):
            if not taken.keys() & {first, index}:
                taken[index] = pair
        once = {id(particular): index for index, particular in sorted(taken.items(), reverse=True)}
        return tuple(Ground(index, taken[index]) for index in sorted(once.values()))

    def _words(
        self, tokens: Sequence[Token], numbers: list[Figure]
    ) -> Iterator[tuple[int, Particular]]:
        """Names and rare words."""
        counted = {index for figure in numbers for index in range(figure.first, figure.end)}
        casual = bool(tokens) and tokens[0].text[:1].islower()
        for key, index in codes(tokens):
            if key in self.known.names:
                yield index, self.known.names[key]
        for index, token in enumerate(tokens):
            if token.number or index in counted or token.key in self.administrative:
                continue
            if casual or token.text[:1].isupper():
                name = self.known.name(token.key)
                if name is not None:
                    yield index, name
                    continue
            word = self._word(token.key)
            if word is not None:
                yield index, word

    def _word(self, key: str) -> Particular | None:
        """The particular that a rare word takes up; everyday words need company, see pairs."""
        if len(key) < SHORTEST_RARE or key in self.usual:
            return None
        return self.known.word(key, concepts(key, self.compiled.language, self.compiled))

    def _figures(
        self,
        tokens: Sequence[Token],
        numbers: list[Figure],
        dates: frozenset[int],
        lines: set[str],
    ) -> Iterator[tuple[int, Particular]]:
        """Figures that agree in what is near them, or whose line is taken up beside them."""
        for figure in numbers:
            found = [] if figure.first in dates else list(self.known.candidates(figure))
            if not found:
                continue
            near = self._around.near(tokens, figure)
            best = next((one for one in found if one.said_by(figure, near)), None)
            if best is None and figure.counts:
                best = next((one for one in found if one.line in lines), None)
            if best is not None:
                yield figure.first, best

    def _pairs(
        self, tokens: Sequence[Token], text: str, base: int
    ) -> Iterator[tuple[int, int, Particular]]:
        """Everyday words that the context has together too."""
        if not self.known.pairs:
            return
        for pair, first, end in self._around.pairs(tokens, self.administrative, text, base):
            if pair in self.known.pairs:
                yield first, end, self.known.pairs[pair]

    def opening(self, tokens: Sequence[Token]) -> int:
        """How many words such as "and" or « donc » the sentence opens with."""
        openers = self.compiled.keys("openers")
        at = 0
        while at < len(tokens) and tokens[at].key in openers:
            at += 1
        return at
