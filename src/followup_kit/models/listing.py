"""What is wrong in a set of files, for tools that read lists: CI systems, editors, terminals."""

from typing import Literal

from pydantic import Field

from followup_kit.models.advice import Edit, Printable
from followup_kit.models.base import Channel, Dimension, Frozen, Language, Scenario, Severity
from followup_kit.models.report import Reason, Ruleset
from followup_kit.models.rule import Rule
from followup_kit.models.span import Span
from followup_kit.models.template import TemplateRule

LISTING_VERSION: Literal["1.0"] = "1.0"


class Problem(Frozen):
    """One thing that is wrong in a file.

    Attributes:
        rule: the rule's id.
        title: what was seen, in a few words.
        message: what is wrong here and why it counts.
        advice: what to do about it.
        span: where it stands in the file; an empty stretch where something is missing.
        edits: changes of the file that mend it; none where a person has to think.
        fingerprint: 16 hexadecimal digits of the rule and the words around, the same wherever in
            the file they stand; unique among the problems of a file.
    """

    rule: str
    severity: Severity
    title: str
    message: str
    advice: str
    span: Span
    edits: tuple[Edit, ...] = ()
    fingerprint: str


class Listed(Frozen):
    """One file.

    Attributes:
        path: from the root of the project, with slashes.
        status: whether it could be judged.
        reason: why not.
        language: ``en``, ``fr``, or what it was taken for when it was not judged.
        score: 0 to 100; of a template, what it can become once it is filled in.
        levels: of each dimension, the same.
        problems: in the order of the text; those that are known or suppressed are not among them.
        known: how many more the baseline knows.
        suppressed: how many more a comment or the settings silence.
    """

    path: Printable
    status: Literal["judged", "not_judged"]
    reason: Reason | None = None
    language: str = "und"
    channel: Channel = "email"
    scenario: Scenario = "interview"
    score: int | None = None
    levels: dict[Dimension, int] = Field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    known: int = 0
    suppressed: int = 0


class RuleCard(Frozen):
    """What a rule says of itself, in the language of the listing.

    Attributes:
        severity: as the rule has it; settings may give its problems another.
        title: what it sees, in a few words.
        why: why that counts.
        advice: what to do about it.
        source: where to read more: an address or a path in the documentation.
    """

    id: str
    severity: Severity
    title: str
    why: str
    advice: str
    source: str


def card_of(rule: Rule | TemplateRule, language: Language) -> RuleCard:
    """What a rule says of itself, in a language."""
    return RuleCard(
        id=rule.id,
        severity=rule.severity,
        title=rule.title.in_(language),
        why=rule.why.in_(language),
        advice=rule.advice.in_(language),
        source=rule.source,
    )


class Listing(Frozen):
    """Files and what is wrong in them.

    Attributes:
        messages: the language it speaks.
        rules: every rule that a problem names, sorted by id.
        files: sorted by path.
    """

    schema_version: Literal["1.0"] = LISTING_VERSION
    tool_version: str
    messages: Language
    ruleset: Ruleset
    rules: tuple[RuleCard, ...] = ()
    files: tuple[Listed, ...] = ()

    @property
    def problems(self) -> tuple[tuple[Listed, Problem], ...]:
        """Every problem with its file, in the order of the files."""
        return tuple((file, problem) for file in self.files for problem in file.problems)

    @property
    def unjudged(self) -> tuple[Listed, ...]:
        """The files that could not be judged."""
        return tuple(file for file in self.files if file.status == "not_judged")
