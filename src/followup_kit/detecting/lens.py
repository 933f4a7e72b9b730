"""What of a sentence is a date, a figure, a name, a rare word, or taken up from the context."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from followup_kit.detecting.numbers import Figure, figures, value_of
from followup_kit.detecting.particulars import RUN, Particular, Particulars
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

    def numbers(self, tokens: Sequence[Token]) -> list[Figure]:
        """Figures of a sentence, those of dates among them."""
        return figures(tokens, self.compiled.language, self.compiled.keys("number_words"))

    def dates(self, tokens: Sequence[Token], numbers: list[Figure]) -> frozenset[int]:
        """Words that name a day, a month or a moment, with the figures right beside them."""
        months = self.compiled.keys("months")
        named = self.compiled.keys("weekdays") | months | self.compiled.keys("relative_dates")
        found = {index for index, token in enumerate(tokens) if token.key in named}
        beside = {index + step for index in found for step in (-1, 1)}
        beside |= {
            index - OF_REACH
            for index in found
            if tokens[index].key in months and tokens[index - 1].key in ("of", "de")
        }
        beside |= set(self._days_of_month(tokens))
        spelled = {i for figure in numbers for i in range(figure.first, figure.end)}
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
        """Words written as names, but not the reader's, the company's or the role's."""
        small = self.compiled.keys("function_words")
        return frozenset(
            index
            for index, token in enumerate(tokens)
            if token.text[:1].isupper()
            and (index > 0 or token.pos == "name")
            and token.key not in small
            and token.key not in self.administrative
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

    def grounds(self, tokens: Sequence[Token], numbers: list[Figure]) -> Iterator[Ground]:
        """Particulars of the context that the sentence takes up, each once."""
        met: set[int] = set()
        at_figure = {figure.first: figure for figure in numbers}
        for index, token in enumerate(tokens):
            particular = self._taken_up(token, at_figure.get(index))
            if particular is not None and id(particular) not in met:
                met.add(id(particular))
                yield Ground(index, particular)

    def copied(self, tokens: Sequence[Token]) -> float:
        """Share of the words in runs of four (all words, if fewer) that the context holds too."""
        keys = [token.key for token in tokens]
        if len(keys) < RUN:
            return float(len(keys) > 1 and tuple(keys) in self.known.phrases)
        covered: set[int] = set()
        for at in range(len(keys) - RUN + 1):
            if tuple(keys[at : at + RUN]) in self.known.phrases:
                covered.update(range(at, at + RUN))
        return len(covered) / len(keys)

    def opening(self, tokens: Sequence[Token]) -> int:
        """How many words such as "and" or « donc » the sentence opens with."""
        openers = self.compiled.keys("openers")
        at = 0
        while at < len(tokens) and tokens[at].key in openers:
            at += 1
        return at

    def _taken_up(self, token: Token, figure: Figure | None) -> Particular | None:
        if figure:
            return self.known.figure(figure.values)
        if token.number or token.key in self.administrative:
            return None
        if token.key in self.known.names:
            return self.known.names[token.key]
        if token.key in self.usual:
            return None
        return self.known.word(token.key, self.compiled.language)
