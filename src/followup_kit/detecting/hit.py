"""A hit: one rule seen at one place, before it is worded and counted."""

from dataclasses import dataclass, field

from followup_kit.detecting.scene import SceneSentence
from followup_kit.models.rule import Rule
from followup_kit.models.span import Part


@dataclass(frozen=True, slots=True)
class Hit:
    """One rule seen at one place of the plain text, or its lack.

    Attributes:
        start: first code point of the plain text; ``None`` when something is missing.
        sentence: the sentence it stands in.
        details: what was compared or counted, for people to read.
        lack: whether this is the lack of what should be there.
        part: which text the offsets count in: the draft's, or a subject given apart from it.
    """

    rule: Rule
    start: int | None = None
    end: int | None = None
    sentence: SceneSentence | None = None
    details: tuple[tuple[str, str], ...] = field(default=())
    lack: bool = False
    part: Part = "text"

    @property
    def good(self) -> bool:
        """Whether it speaks for the message."""
        return self.rule.expects == "present" and not self.lack


def hit_in(
    rule: Rule,
    sentence: SceneSentence,
    first: int,
    end: int,
    details: tuple[tuple[str, str], ...] = (),
) -> Hit:
    """A hit on words ``first`` to ``end`` (half-open) of a sentence, or on all of it."""
    if rule.span == "sentence":
        return Hit(rule, sentence.sentence.start, sentence.sentence.end, sentence, details)
    tokens = sentence.tokens
    return Hit(rule, tokens[first].start, tokens[end - 1].end, sentence, details)
