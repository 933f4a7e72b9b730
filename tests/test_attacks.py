"""Nobody is given more than a message holds: every attack of the suite is tried."""

import pytest

from benchmarks.judgement.attacks.attack import KINDS
from benchmarks.judgement.attacks.judging import every_attack, tried
from followup_kit.models.base import LANGUAGES, Language
from followup_kit.scorer import Scorer

LEAST = 8
"""Variants of each kind in each language."""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_no_attack_is_given_more_than_it_holds(
    scorer: Scorer, kind: str, language: Language
) -> None:
    attacks = [a for a in every_attack() if (a.kind, a.language) == (kind, language)]
    assert len(attacks) >= LEAST
    through = [
        f"{outcome.attack.name}: {', '.join(outcome.excess)}"
        for outcome in tried(attacks, scorer)
        if outcome.excess
    ]
    assert not through, "\n".join(through)
