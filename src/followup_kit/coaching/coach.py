"""What coaching looks at, and what the score would come to if something were otherwise."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from followup_kit.detecting.hit import Hit
from followup_kit.detecting.scene import Scene
from followup_kit.models.advice import Missed
from followup_kit.reporting import Wording
from followup_kit.rulebook.book import RuleBook
from followup_kit.scoring import Seen, Tally, score


@dataclass(frozen=True)
class Coach:
    """What coaching looks at: the scene, what was seen, and what it came to.

    Attributes:
        seen: what scoring was given, one for each hit, in their order.
        missed: what the context offers and the message leaves out, best first.
        familiar: whether the draft calls its reader « tu ».
        verified: whether there were notes to hold the message against.
    """

    scene: Scene
    hits: Sequence[Hit]
    seen: Sequence[Seen]
    tally: Tally
    wording: Wording
    missed: Sequence[Missed]
    familiar: bool
    verified: bool

    @property
    def book(self) -> RuleBook:
        """The rules."""
        return self.wording.book

    def gain(self, *, without: Collection[str] = (), brought: Collection[str] = ()) -> int:
        """Points that the overall score would gain, found by scoring again.

        Args:
            without: rules whose findings would be gone.
            brought: rules that would be seen once more.
        """
        kept = [item for item in self.seen if item.rule.id not in without or item.good]
        new = [
            Seen(self.book.by_id[rule], good=True) for rule in brought if rule in self.book.by_id
        ]
        again = score([*kept, *new], self.book.rubric, verified=self.verified)
        return again.score - self.tally.score
