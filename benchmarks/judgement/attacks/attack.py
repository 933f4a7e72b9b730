"""What an attack is, and what it may be given at most."""

from dataclasses import dataclass, field

from followup_kit.models.base import Dimension, Language
from followup_kit.models.draft import Context, Draft

LEVEL = 1
"""The highest level that words without content may reach: the rubric's for formulas."""
SCORE = 40
"""The highest overall score of a message that holds nothing."""


@dataclass(frozen=True)
class Attack:
    """A message made to be given more than it holds.

    Attributes:
        kind: what is tried, a word of :data:`KINDS`.
        name: which text or golden message it was made of, and how.
        levels: the highest level of a dimension, where it is not :data:`LEVEL`.
        clean: the same message without the trick; what it is given is then the limit.
    """

    kind: str
    language: Language
    name: str
    draft: Draft
    context: Context
    levels: dict[Dimension, int] = field(default_factory=dict)
    score: int = SCORE
    clean: Draft | None = None


KINDS = {
    "salad": "markers of the rules without content",
    "pasted notes": "the notes themselves, whole, half, shuffled, introduced",
    "pasted posting": "the posting itself, likewise",
    "hollow": "claims in fine language, no fact",
    "junk": "figures, names and quotations of nothing in an empty message",
    "borrowed": "another conversation's message",
    "self": "own words given for what was recalled",
    "repeated": "one good sentence five times",
    "invisible": "characters that nobody sees",
    "lookalike": "letters of other alphabets that look Latin",
}
