"""What is remembered of a template: its judgement, before anything else of its library is known."""

from typing import Literal

from pydantic import Field

from followup_kit.models.base import Channel, Dimension, Frozen, MessageType, Scenario
from followup_kit.models.listing import Problem
from followup_kit.models.report import Reason
from followup_kit.models.span import Span


class Directive(Frozen):
    """A comment, or the front matter, that silences rules.

    Attributes:
        rules: their ids or areas; none for all of them.
        line: the first line of the file it speaks of; ``last_line`` the last; 0 for all lines.
        span: the comment, or the key of the front matter.
    """

    rules: tuple[str, ...]
    line: int = 0
    last_line: int = 0
    span: Span


class Judged(Frozen):
    """A template judged by itself; what depends on others, or on the baseline, comes later.

    Attributes:
        kind: what sort of message it makes.
        problems: each of them, silenced or not, in the order of the text.
        anchor: where what is missing is said to be missing.
        likeness: its words folded, without fields: what near-duplicates are told by.
        whole: fingerprint of all its words.
        min_score: the least score that its front matter asks for.
    """

    status: Literal["judged", "not_judged"]
    reason: Reason | None = None
    language: str = "und"
    channel: Channel = "email"
    scenario: Scenario = "interview"
    kind: MessageType | None = None
    score: int | None = None
    levels: dict[Dimension, int] = Field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    directives: tuple[Directive, ...] = ()
    anchor: Span | None = None
    likeness: str = ""
    whole: str = ""
    min_score: int | None = None
