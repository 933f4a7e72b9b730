"""What the kit sees in each golden message; the slow part, done once a run."""

from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.judgement.golden import Rated
from followup_kit.detecting import Hit, detect
from followup_kit.reading import read
from followup_kit.scorer import Scorer
from followup_kit.scoring import Seen


@dataclass(frozen=True)
class Observed:
    """Hits of each message by its id."""

    hits: dict[str, tuple[Hit, ...]]

    @property
    def seens(self) -> dict[str, list[Seen]]:
        """The same, as scoring wants it."""
        return {key: [Seen(hit.rule, hit.good) for hit in hits] for key, hits in self.hits.items()}


def observe(messages: Sequence[Rated], scorer: Scorer) -> Observed:
    """Detect in every message."""
    return Observed(
        {
            rated.id: detect(scorer.scene(read(rated.draft), rated.language, rated.context))
            for rated in messages
        }
    )
