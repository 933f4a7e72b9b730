"""What two reports on two drafts have to say to each other."""

from typing import Literal

from followup_kit.models.advice import Printable
from followup_kit.models.base import Area, Dimension, Frozen, Language, Severity
from followup_kit.models.report import SCHEMA_VERSION


class Shown(Frozen):
    """What was seen of one area in one place of one draft and not in the other.

    Attributes:
        rules: the rules' ids.
        area: the dimension, or ``craft``.
        good: whether it speaks for the message.
        severity: of what speaks against it.
        titles: what was seen, in a few words a rule.
        words: the sentence it stands in, or the words; ``None`` where something is missing.
    """

    rules: tuple[str, ...]
    area: Area
    good: bool
    severity: Severity | None = None
    titles: tuple[Printable, ...]
    words: Printable | None = None


class Shift(Frozen):
    """One term of the difference between the two scores; they add up to it exactly.

    Attributes:
        points: what the second draft has more of; negative when it has less.
        label: what it is: a dimension's name, or what form costs.
        dimension: the dimension behind it, if one is.
        rule: the rule behind it, if one is.
    """

    points: int
    label: str
    dimension: Dimension | None = None
    rule: str | None = None


class DimensionChange(Frozen):
    """One dimension of both drafts."""

    level_before: int
    level_after: int
    word_before: str
    word_after: str
    score_before: int
    score_after: int
    gained: tuple[Shown, ...] = ()
    lost: tuple[Shown, ...] = ()


class Comparison(Frozen):
    """Which of two drafts is better, and why.

    Attributes:
        messages: the language it speaks, that of the second report.
        before: name of the first draft.
        after: name of the second.
        score_before: 0 to 100.
        score_after: 0 to 100.
        better: the better draft; ``None`` when they are too close to call.
        too_close: points below which they are.
        dimensions: dimension by dimension.
        mended: what spoke against the first draft's form and no longer does.
        broken: what speaks against the second draft's form and did not before.
        shifts: the terms of the difference.
    """

    schema_version: Literal["1.1"] = SCHEMA_VERSION
    messages: Language
    before: Printable | None = None
    after: Printable | None = None
    score_before: int
    score_after: int
    better: Literal["before", "after"] | None
    too_close: int
    dimensions: dict[Dimension, DimensionChange]
    mended: tuple[Shown, ...] = ()
    broken: tuple[Shown, ...] = ()
    shifts: tuple[Shift, ...] = ()

    @property
    def difference(self) -> int:
        """Points by which the second draft is ahead; negative when it is behind."""
        return self.score_after - self.score_before
