"""What ``rubric.yaml``, ``channels.yaml`` and the packs' manifests may say."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from followup_kit.models.base import Channel, Dimension, Frozen, Severity
from followup_kit.models.conditions import Bilingual, Text

Points = Annotated[int, Field(ge=0, le=100)]


class Level(Frozen):
    """One level of a dimension: a word, what it means, and what the next one asks for."""

    word: Bilingual
    interview: Bilingual
    sales: Bilingual
    next_interview: Bilingual | None = None
    next_sales: Bilingual | None = None


Thresholds = tuple[Points, Points, Points, Points]


class DimensionRubric(Frozen):
    """How one dimension is scored.

    Attributes:
        title: its name for people.
        weight: points of the overall score that a full dimension brings.
        thresholds: the least score of levels 1, 2, 3 and 4.
        thresholds_without_notes: the same where there are no notes to hold a message against.
        unverified_ceiling: the highest level without notes; ``None`` for no such limit.
        levels: five, from 0 to 4.
        reason: where the numbers come from.
    """

    title: Bilingual
    weight: Points
    thresholds: Thresholds
    thresholds_without_notes: Thresholds | None = None
    unverified_ceiling: int | None = Field(default=None, ge=0, le=4)
    levels: tuple[Level, Level, Level, Level, Level]
    reason: Text

    @model_validator(mode="after")
    def _rising(self) -> Self:
        for cuts in (self.thresholds, self.thresholds_without_notes or self.thresholds):
            if list(cuts) != sorted(set(cuts)) or cuts[0] < 1:
                raise ValueError("thresholds: four rising numbers from 1 to 100 expected")
        return self

    def when(self, *, verified: bool) -> Self:
        """The same with the thresholds that hold with or without notes."""
        if verified or self.thresholds_without_notes is None:
            return self
        return self.model_copy(update={"thresholds": self.thresholds_without_notes})


class Verdict(Frozen):
    """The word for an overall score of at least ``at_least``."""

    at_least: Points
    word: Bilingual


class Rubric(Frozen):
    """Every number of the score that is not a rule's own, each with its reason.

    Attributes:
        version: the ruleset's version, printed with each score.
        base: overall points that any message starts from.
        saturation: percent of a rule's points that its first, second, third… finding brings.
        level_span: how many percent of a dimension's weight lie between the lowest and the
            highest score of one level.
        reaches_reason: why rules have a level above which they carry no message.
        blocker_cap: the highest overall score of a message that holds a blocker.
        costs: overall points that a craft finding of each severity takes away.
        craft_limit: the most points that craft findings may take away together.
        too_close: points below which two drafts are too close to say which is better.
    """

    version: Text
    base: Points
    base_reason: Text
    saturation: tuple[Points, ...]
    saturation_reason: Text
    level_span: Points
    level_span_reason: Text
    reaches_reason: Text
    blocker_cap: Points
    blocker_reason: Text
    costs: dict[Severity, Points]
    costs_reason: Text
    craft_limit: Points
    too_close: Points
    too_close_reason: Text
    dimensions: dict[Dimension, DimensionRubric]
    verdicts: tuple[Verdict, ...]


class Band(Frozen):
    """Limits of a measure on one channel; what is left out is not limited."""

    at_least: int | None = None
    at_most: int | None = None
    reason: Text


class ChannelBands(Frozen):
    """Bands of one channel by the key that rules name."""

    bands: dict[str, Band]


class Channels(Frozen):
    """``channels.yaml``: bands for each channel."""

    email: ChannelBands
    inmail: ChannelBands
    sms: ChannelBands

    def band(self, channel: Channel, key: str) -> Band | None:
        """The band of a measure on a channel, if it has one."""
        bands = {"email": self.email, "inmail": self.inmail, "sms": self.sms}[channel]
        return bands.bands.get(key)


class PackManifest(Frozen):
    """``pack.yaml`` of a user's own folder of rules.

    Attributes:
        name: what the pack is called; shown with the ruleset's version.
        version: the pack's version.
        disable: ids of rules to switch off.
        points: new points for rules, by id.
        severity: new severities for rules, by id.
    """

    name: Text
    version: Text
    disable: tuple[str, ...] = ()
    points: dict[str, Points] = Field(default_factory=dict)
    severity: dict[str, Severity] = Field(default_factory=dict)
