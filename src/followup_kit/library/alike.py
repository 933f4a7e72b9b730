"""Templates that are nearly the same text; only new texts are compared with the others."""

import hashlib
import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations

from rapidfuzz import fuzz, process

Pairs = dict[tuple[str, str], int]
LEAST_WORDS = 8
"""Words of a text below which likeness says nothing."""


def alike(
    texts: Mapping[str, str], least: int, kept: str | None, named: Collection[str] | None = None
) -> tuple[Pairs, str]:
    """Pairs of files whose texts are alike, with how alike they are in percent.

    Args:
        texts: of each file, by its name; fields left out.
        least: percent from which two texts are too much alike.
        kept: what an earlier call gave to keep, or nothing.
        named: files whose pairs are asked for; all when left out.

    Returns:
        The pairs, names sorted, and what to keep for the next call: texts that were all compared
        with each other, and those that are alike.
    """
    names: dict[str, list[str]] = {}
    by_digest: dict[str, str] = {}
    for name in sorted(texts):
        if len(texts[name].split()) >= LEAST_WORDS:
            digest = hashlib.sha256(texts[name].encode("utf-8", "surrogatepass")).hexdigest()[:16]
            names.setdefault(digest, []).append(name)
            by_digest[digest] = texts[name]
    old, known = _remembered(kept, least)
    found = {pair: ratio for pair, ratio in known.items() if set(pair) <= by_digest.keys()}
    wanted = frozenset(texts if named is None else named)
    asked = {digest for digest, same in names.items() if not wanted.isdisjoint(same)}
    found |= _compared(by_digest, old, asked, least)
    keeping = {
        "least": least,
        "digests": sorted(by_digest.keys() & (old | asked)),
        "pairs": [[*pair, ratio] for pair, ratio in sorted(found.items())],
    }
    pairs: Pairs = {}
    for (one, other), ratio in found.items():
        for first in names[one]:
            for second in names[other]:
                a, b = sorted((first, second))
                pairs[a, b] = ratio
    for same in names.values():
        pairs |= dict.fromkeys(combinations(same, 2), 100)
    return dict(sorted(pairs.items())), json.dumps(keeping, separators=(",", ":"))


def _remembered(kept: str | None, least: int) -> tuple[frozenset[str], Pairs]:
    """Texts that were compared with each other before, and which of them were alike."""
    if kept is None:
        return frozenset(), {}
    data = json.loads(kept)
    if data["least"] != least:
        return frozenset(), {}
    return frozenset(data["digests"]), {(a, b): ratio for a, b, ratio in data["pairs"]}


def _compared(
    texts: Mapping[str, str], old: Collection[str], asked: Collection[str], least: int
) -> Pairs:
    """New texts that are asked for, compared with all others."""
    found: Pairs = {}
    digests = sorted(texts)
    new = [digest for digest in digests if digest in asked and digest not in old]
    for number, digest in enumerate(new):
        earlier = frozenset(new[:number])
        others = [d for d in digests if d != digest and d not in earlier]
        for other, ratio in _near(texts[digest], [texts[d] for d in others], least):
            a, b = sorted((digest, others[other]))
            found[a, b] = ratio
    return found


def _near(text: str, others: Sequence[str], least: int) -> Iterator[tuple[int, int]]:
    """Which of other texts are alike, by their number, and by how much."""
    for _, ratio, number in process.extract_iter(
        text, others, scorer=fuzz.ratio, score_cutoff=least
    ):
        yield number, int(ratio)
