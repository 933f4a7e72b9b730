"""What of a message is a copy of its context: in runs of words, or all but a few words of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from followup_kit.detecting.collecting import RUN
from followup_kit.detecting.particulars import Particulars
from followup_kit.parsing.parsed import Sentence, Token

LEAST_TOLD = 8
"""Content words below which a sentence may share them all with the context by chance."""
OWN_SHARE = 0.15
"""Share of content words of its own up to which a sentence is a copy."""
LEAST_TOLD_IN_ALL = 12
OWN_SHARE_IN_ALL = 0.2
"""The same for a whole body, which chance does not make."""


@dataclass(frozen=True)
class Copying:
    """Holds words against a context.

    Attributes:
        known: what the context holds.
        small: keys of words that say nothing by themselves.
    """

    known: Particulars
    small: frozenset[str]

    def copied(self, sentence: Sentence) -> float:
        """Share of a sentence that the context says too, or of what it introduces by a colon."""
        tokens = sentence.tokens
        if self._told_by_context(tokens, LEAST_TOLD, OWN_SHARE):
            return 1.0
        colon = sentence.text.rfind(":") + sentence.start
        told = [token for token in tokens if token.start > colon >= sentence.start]
        introduced = RUN < len(told) < len(tokens) <= 2 * len(told)
        return max(self._in_runs(tokens), self._in_runs(told) if introduced else 0.0)

    def pasted(self, body: Iterable[Token]) -> bool:
        """Whether a whole body is the context's, in whatever order."""
        return self._told_by_context(body, LEAST_TOLD_IN_ALL, OWN_SHARE_IN_ALL)

    def _told_by_context(self, tokens: Iterable[Token], least: int, share: float) -> bool:
        """Whether all but a few of at least so many content words are the context's."""
        told = {token.key for token in tokens} - self.small
        own = sum((key,) not in self.known.phrases for key in told)
        return len(told) >= least and own <= share * len(told)

    def _in_runs(self, tokens: Sequence[Token]) -> float:
        """Share of the words in runs of four (all words, if fewer) that the context holds too."""
        keys = [token.key for token in tokens]
        if len(keys) < RUN:
            return float(len(keys) > 1 and tuple(keys) in self.known.phrases)
        covered: set[int] = set()
        for at in range(len(keys) - RUN + 1):
            if tuple(keys[at : at + RUN]) in self.known.phrases:
                covered.update(range(at, at + RUN))
        return len(covered) / len(keys)
