"""``python -m benchmarks.judgement.fairness``: what moves a level and should not.

Every swap of ``fairness.yaml`` is made in every golden message (synthetic), with its context where
the context would say it so too; a message whose level in any dimension changes is named.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from benchmarks.judgement.golden import Rated, load
from benchmarks.judgement.swaps import Swap, swaps
from followup_kit.detecting import detect
from followup_kit.detecting.scene import Scene
from followup_kit.models.base import DIMENSIONS, LANGUAGES, Dimension, Language
from followup_kit.reading import read
from followup_kit.scorer import Scorer
from followup_kit.scoring import Seen, score

Levels = dict[Dimension, int]


@dataclass(frozen=True)
class Moved:
    """A swapped message: its levels before and after."""

    swap: Swap
    id: str
    before: Levels
    after: Levels

    @property
    def dimensions(self) -> tuple[Dimension, ...]:
        """Those whose level changed."""
        return tuple(name for name in DIMENSIONS if self.before[name] != self.after[name])

    def __str__(self) -> str:
        changes = (f"{n} {self.before[n]} → {self.after[n]}" for n in self.dimensions)
        return f"{self.swap.kind}, {self.swap.name}: {self.id}: {', '.join(changes)}"


def swapped(messages: Sequence[Rated], language: Language, scorer: Scorer) -> Iterator[Moved]:
    """Every message of a language that a swap changes, with its levels before and after."""
    mine = [rated for rated in messages if rated.language == language]
    before = {rated.id: levels(rated, scorer) for rated in mine}
    for swap in swaps(language):
        for rated in mine:
            changed = swap.change(rated)
            if (changed.draft, changed.context) != (rated.draft, rated.context):
                yield Moved(swap, rated.id, before[rated.id], levels(changed, scorer))


def levels(rated: Rated, scorer: Scorer) -> Levels:
    """The levels of a message, without wording and advice, which cost time."""
    scene: Scene = scorer.scene(read(rated.draft), rated.language, rated.context)
    seen = [Seen(hit.rule, hit.good) for hit in detect(scene)]
    tally = score(seen, scorer.book.rubric, verified=bool(rated.context.notes))
    return {name: tally.dimensions[name].level for name in DIMENSIONS}


def main() -> None:
    """Print how many messages each swap changes and how many levels move; then name them."""
    messages, scorer = load(), Scorer()
    every = {x: list(swapped(messages, x, scorer)) for x in LANGUAGES}
    print(
        f"{len(messages)} messages, synthetic. Swapped, and with another level in any dimension.\n"
    )
    print(f"{'swap':46}{'':4}{'swapped':>8}{'moved':>7}")
    for language in LANGUAGES:
        for kind, name in dict.fromkeys((m.swap.kind, m.swap.name) for m in every[language]):
            mine = [m for m in every[language] if (m.swap.kind, m.swap.name) == (kind, name)]
            changed = sum(bool(m.dimensions) for m in mine)
            print(f"{kind + ', ' + name:46}{language:4}{len(mine):8}{changed:7}")
    found = [m for language in LANGUAGES for m in every[language] if m.dimensions]
    total = sum(len(x) for x in every.values())
    print(f"\n{len(found)} of {total} swapped messages have another level.")
    for moved in found:
        print(f"  {moved}")


if __name__ == "__main__":
    main()
