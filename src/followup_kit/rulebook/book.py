"""The RuleBook: all rules and numbers of one ruleset, immutable, with its fingerprint."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from followup_kit.errors import UsageError
from followup_kit.models.anchors import Anchors
from followup_kit.models.base import Language
from followup_kit.models.rubric import Channels, Rubric
from followup_kit.models.rule import Rule
from followup_kit.models.sayings import Saying

Classes = Mapping[str, Mapping[Language, tuple[str, ...]]]


@dataclass(frozen=True)
class RuleBook:
    """One ruleset.

    Attributes:
        rules: every rule that is switched on, sorted by id.
        rubric: the numbers of the score.
        channels: bands of length by channel.
        classes: the lexicon, class by class, language by language.
        strings: what the kit itself says to people, by key.
        anchors: what of notes and posting is worth naming, and how.
        packs: names and versions of the users' packs that were added.
        fingerprint: SHA-256 of all of the above, whatever the order of files.
    """

    rules: tuple[Rule, ...] = field(repr=False)
    rubric: Rubric = field(repr=False)
    channels: Channels = field(repr=False)
    classes: Classes = field(repr=False)
    strings: Mapping[str, Saying] = field(repr=False)
    anchors: Anchors = field(repr=False)
    fingerprint: str
    packs: tuple[str, ...] = ()
    by_id: Mapping[str, Rule] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_id", {rule.id: rule for rule in self.rules})

    @property
    def version(self) -> str:
        """The ruleset's version, with the packs added to it."""
        return "+".join((self.rubric.version, *self.packs))

    def rule(self, rule_id: str, others: Iterable[str] = ()) -> Rule:
        """The rule of that id.

        Args:
            rule_id: the id, in full.
            others: what else may have been meant by it.

        Raises:
            UsageError: there is none; the message names the nearest one.
        """
        if rule_id in self.by_id:
            return self.by_id[rule_id]
        from rapidfuzz import process  # noqa: PLC0415  (only a mistake needs it)

        nearest: tuple[str, float, int] | None = process.extractOne(rule_id, [*others, *self.by_id])
        hint = f"did you mean {nearest[0]}? " if nearest else ""
        raise UsageError(f"no rule {rule_id!r}; {hint}`followup-kit rules list` shows all")

    def words(self, name: str, language: Language) -> tuple[str, ...]:
        """The members of a lexicon class in one language."""
        return self.classes[name][language]

    def say(self, key: str, language: Language, **values: object) -> str:
        """A sentence of the kit's own, its blanks filled; ``count`` chooses singular or plural."""
        return self.strings[key].said(language, **values)
