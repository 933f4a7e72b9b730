"""What changes between two states of rules and code, and whether it comes nearer to the raters."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Literal

from benchmarks.judgement.agreement import kappa
from benchmarks.judgement.golden import Rated
from benchmarks.judgement.revisions import Snapshot
from followup_kit.models.base import DIMENSIONS, LANGUAGES, Dimension

SCORE_SHOWN = 3
"""Scores that move by more points than this are shown."""
What = Dimension | Literal["score"]
WHATS: tuple[What, ...] = (*DIMENSIONS, "score")
Way = Literal["towards", "away", "as far"]
WAYS: tuple[Way, ...] = ("towards", "away", "as far")


@dataclass(frozen=True)
class Move:
    """A level or a score of one message that is no longer what it was."""

    rated: Rated
    what: What
    old: int
    new: int
    wanted: float

    @property
    def way(self) -> Way:
        """Whether it went towards the raters."""
        old, new = abs(self.old - self.wanted), abs(self.new - self.wanted)
        if old == new:
            return "as far"
        return "towards" if new < old else "away"


def moves(messages: Sequence[Rated], before: Snapshot, after: Snapshot) -> Iterator[Move]:
    """Every level that changed and every score that changed by more than a little."""
    for rated in messages:
        old, new = before[rated.id], after[rated.id]
        if old is None or new is None:
            continue
        for name in DIMENSIONS:
            if old.levels[name] != new.levels[name]:
                wanted = rated.levels[name]
                yield Move(rated, name, old.levels[name], new.levels[name], wanted)
        if abs(old.score - new.score) > SCORE_SHOWN:
            yield Move(rated, "score", old.score, new.score, rated.overall)


def against(messages: Sequence[Rated], before: Snapshot, after: Snapshot) -> Iterator[str]:
    """The moves one by one, then counted.

    Moves of messages that nobody is to read are counted only.
    """
    found = list(moves(messages, before, after))
    for move in found:
        if move.rated.source != "unread":
            change = f"{move.old:>3} → {move.new:<3} wanted {move.wanted:<5.3g}"
            yield f"{move.rated.id:16}{move.what:13}{change} {move.way}"
    for rated in messages:
        was, now = before[rated.id] is not None, after[rated.id] is not None
        if was != now and rated.source != "unread":
            yield f"{rated.id:16}{'scored now' if now else 'no longer scored'}"
    if not found:
        yield f"no level changes, and no score by more than {SCORE_SHOWN}"
    yield ""
    yield from _counted(messages, found, before, after)


def _counted(
    messages: Sequence[Rated], found: Sequence[Move], before: Snapshot, after: Snapshot
) -> Iterator[str]:
    """Moves towards the raters and away, set by set."""
    yield f"{'set':25}{'towards':>9}{'away':>6}{'as far':>8}{'kappa before → after':>24}"
    for source, language in product(("golden", "read", "unread"), LANGUAGES):
        mine = [r for r in messages if r.source == source and r.language == language]
        for what in WHATS if mine else ():
            here = [move for move in found if move.rated in mine and move.what == what]
            ways = [sum(1 for move in here if move.way == way) for way in WAYS]
            counts = f"{ways[0]:9}{ways[1]:6}{ways[2]:8}"
            yield f"{source:8}{language:4}{what:13}{counts}{_kappas(mine, what, before, after)}"


def _kappas(mine: Sequence[Rated], what: What, before: Snapshot, after: Snapshot) -> str:
    """Kappa of a dimension in both states, over the messages that both scored."""
    if what == "score":
        return ""
    rows = [
        (old.levels[what], new.levels[what], r.levels[what])
        for r in mine
        if (old := before[r.id]) and (new := after[r.id])
    ]
    if not rows:
        return ""
    was, now, wanted = zip(*rows, strict=True)
    return f"{kappa(was, wanted):z15.2f} → {kappa(now, wanted):z5.2f}"
