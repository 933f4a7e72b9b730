"""Sentences said again: what is said twice was said once."""

from collections.abc import Sequence

from rapidfuzz.distance import LCSseq

from followup_kit.parsing.parsed import Sentence, Token

SHORTEST = 4
"""Words below which a sentence may well be said twice."""
SAME = 0.85
"""Share of the shorter sentence's words, in order, in the other one from which the two are one."""
LONGER = 4
"""Words that one of them may have more, such as "and once more"."""
COMPARED = 200
"""Different sentences that a further one is held against; keeps long texts cheap."""


def echoes(sentences: Sequence[Sentence]) -> frozenset[int]:
    """Indices (in ``sentences``) of those that say an earlier one again, in much the same words."""
    said: list[tuple[str, ...]] = []
    exact: set[tuple[str, ...]] = set()
    again: set[int] = set()
    for index, sentence in enumerate(sentences):
        keys = _keys(sentence.tokens)
        if len(keys) < SHORTEST:
            continue
        if keys in exact or any(_same(keys, other) for other in said[:COMPARED]):
            again.add(index)
        else:
            exact.add(keys)
            said.append(keys)
    return frozenset(again)


def _keys(tokens: Sequence[Token]) -> tuple[str, ...]:
    return tuple(token.key for token in tokens)


def _same(keys: tuple[str, ...], other: tuple[str, ...]) -> bool:
    if abs(len(keys) - len(other)) > LONGER:
        return False
    return LCSseq.similarity(keys, other) >= SAME * min(len(keys), len(other))
