"""Who writes, from where and how counts for nothing; only what is said does."""

import pytest

from benchmarks.judgement.fairness import levels
from benchmarks.judgement.golden import load
from benchmarks.judgement.swaps import swaps
from followup_kit.models.base import DIMENSIONS, LANGUAGES, Language
from followup_kit.scorer import Scorer

STRIDES = {"names": 20, "grammar": 3}
"""What there is much of is tried on every so many messages, beginning at another one each time."""
GRAMMAR = 0.2
"""Share of messages whose level broken grammar may move: patterns need some of their small words."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_writes_and_how_moves_no_level(scorer: Scorer, language: Language) -> None:
    mine = [rated for rated in load() if rated.language == language]
    before = {rated.id: levels(rated, scorer) for rated in mine}
    moved: list[str] = []
    grammar: list[bool] = []
    for number, swap in enumerate(swaps(language)):
        step = STRIDES.get(swap.kind, 1)
        for rated in mine[number % step :: step]:
            changed = swap.change(rated)
            if (changed.draft, changed.context) == (rated.draft, rated.context):
                continue
            after = levels(changed, scorer)
            other = [name for name in DIMENSIONS if after[name] != before[rated.id][name]]
            if swap.kind == "grammar":
                grammar.append(bool(other))
            elif other:
                moved.append(f"{swap.kind}, {swap.name}: {rated.id}: {', '.join(other)}")
    assert not moved, "\n".join(moved)
    assert sum(grammar) <= GRAMMAR * len(grammar)
