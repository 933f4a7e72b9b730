"""What the scorer gives to attacks, and which of them get through."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from benchmarks.judgement.attacks import borrowed, disguised, pasted, repeated, strewn, worded
from benchmarks.judgement.attacks.attack import LEVEL, Attack
from followup_kit.models.base import DIMENSIONS, LANGUAGES, Dimension
from followup_kit.models.draft import Context, Draft
from followup_kit.models.report import Report
from followup_kit.scorer import Scorer

MAKERS = (worded, pasted, strewn, borrowed, repeated, disguised)


@dataclass(frozen=True)
class Outcome:
    """What an attack was given.

    Attributes:
        levels: of each dimension.
        excess: what was given too much, in words; empty when the attack failed.
    """

    attack: Attack
    levels: dict[Dimension, int]
    score: int
    excess: tuple[str, ...]


def every_attack() -> list[Attack]:
    """All attacks of both languages."""
    return [
        attack for maker in MAKERS for language in LANGUAGES for attack in maker.attacks(language)
    ]


def tried(attacks: Iterable[Attack], scorer: Scorer) -> list[Outcome]:
    """Judge attacks, and with them what each would be without its trick."""
    attacks = list(attacks)
    pairs: dict[tuple[Draft, Context], None] = {}
    for attack in attacks:
        pairs[attack.draft, attack.context] = None
        if attack.clean:
            pairs[attack.clean, attack.context] = None
    reports = dict(zip(pairs, scorer.pipe(pairs), strict=True))
    return [_outcome(attack, reports) for attack in attacks]


def _outcome(attack: Attack, reports: dict[tuple[Draft, Context], Report]) -> Outcome:
    given = reports[attack.draft, attack.context]
    levels = {name: given.dimensions[name].level for name in DIMENSIONS} if given.dimensions else {}
    if attack.clean:
        excess = tuple(_more(given, reports[attack.clean, attack.context]))
    else:
        excess = tuple(_above(attack, levels, given.score or 0))
    return Outcome(attack, levels, given.score or 0, excess)


def _above(attack: Attack, levels: dict[Dimension, int], score: int) -> Sequence[str]:
    found = [
        f"{name} {level}"
        for name, level in levels.items()
        if level > attack.levels.get(name, LEVEL)
    ]
    return [*found, f"score {score}"] if score > attack.score else found


def _more(given: Report, clean: Report) -> Sequence[str]:
    """What a message was given more than without its trick."""
    found = [
        f"{name} {clean.dimensions[name].score} → {dimension.score}"
        for name, dimension in given.dimensions.items()
        if dimension.score > clean.dimensions[name].score
    ]
    score, limit = given.score or 0, clean.score or 0
    return [*found, f"score {limit} → {score}"] if score > limit else found
