"""``python -m benchmarks.judgement.attacks``: attempts to fool the scorer, and what they got.

Attacks are synthetic: texts written for the purpose and golden messages turned against the kit.
"""

from benchmarks.judgement.attacks.attack import KINDS
from benchmarks.judgement.attacks.judging import Outcome, every_attack, tried
from followup_kit.models.base import DIMENSIONS, LANGUAGES
from followup_kit.scorer import Scorer


def main() -> None:
    """Print the table, then every attack that got through."""
    outcomes = tried(every_attack(), Scorer())
    print(f"{len(outcomes)} attacks, synthetic. Highest level of each dimension, highest score.\n")
    print(f"{'kind':16}{'':4}{'tried':>7}{'through':>9}", end="")
    print("".join(f"{name:>13}" for name in DIMENSIONS) + f"{'score':>8}")
    for kind in KINDS:
        for language in LANGUAGES:
            mine = [o for o in outcomes if (o.attack.kind, o.attack.language) == (kind, language)]
            print(_row(kind, language, mine))
    through = [outcome for outcome in outcomes if outcome.excess]
    print(f"\n{len(through)} got through." if through else "\nNone got through.")
    for outcome in through:
        attack = outcome.attack
        print(f"  {attack.kind} {attack.language}: {attack.name}: {', '.join(outcome.excess)}")


def _row(kind: str, language: str, mine: list[Outcome]) -> str:
    through = sum(bool(outcome.excess) for outcome in mine)
    highest = "".join(
        f"{max((outcome.levels.get(name, 0) for outcome in mine), default=0):13}"
        for name in DIMENSIONS
    )
    score = max((outcome.score for outcome in mine), default=0)
    return f"{kind:16}{language:4}{len(mine):7}{through:9}{highest}{score:8}"


if __name__ == "__main__":
    main()
