"""Sentences of a message, and which of them kit and raters point at."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks.judgement.golden import Rated
from benchmarks.judgement.observe import Observed
from followup_kit.detecting import Hit
from followup_kit.models.base import Dimension
from followup_kit.parsing.parsed import Sentence

SHARED = 0.5
"""A quote points at a sentence when half of the shorter of the two lies in both."""


@dataclass(frozen=True)
class Pointed:
    """One sentence seen from both sides.

    Attributes:
        quoted: whether the raters quoted it for the dimension.
        hits: findings in it, of rules of the dimension, by their index among all hits.
    """

    sentence: Sentence
    quoted: bool
    hits: tuple[tuple[int, Hit], ...]

    @property
    def marked(self) -> bool:
        """Whether a finding in it earns points."""
        return any(hit.good and hit.rule.points for _, hit in self.hits)


def pointed(rated: Rated, observed: Observed, dimension: Dimension) -> Iterator[Pointed]:
    """Every sentence of body and postscript, with what both sides say of it."""
    text = observed.texts[rated.id]
    quotes = [place for quote in rated.evidence[dimension] for place in _places(quote, text)]
    hits = [
        (index, hit)
        for index, hit in enumerate(observed.hits[rated.id])
        if hit.rule.dimension == dimension and hit.start is not None and hit.part == "text"
    ]
    for sentence in observed.sentences[rated.id]:
        bounds = (sentence.start, sentence.end)
        mine = tuple((i, hit) for i, hit in hits if _starts_in(hit, sentence))
        yield Pointed(sentence, any(_same(bounds, quote) for quote in quotes), mine)


def _starts_in(hit: Hit, sentence: Sentence) -> bool:
    return hit.start is not None and sentence.start <= hit.start < sentence.end


def _places(quote: str, text: str) -> list[tuple[int, int]]:
    """Where a quote stands; line breaks and runs of blanks are one."""
    words = r"\s+".join(re.escape(word) for word in quote.split())
    found = re.search(words, text) if words else None
    return [found.span()] if found else []


def _same(one: tuple[int, int], other: tuple[int, int]) -> bool:
    shared = min(one[1], other[1]) - max(one[0], other[0])
    shorter = min(one[1] - one[0], other[1] - other[0])
    return shared > 0 and shared >= SHARED * shorter
