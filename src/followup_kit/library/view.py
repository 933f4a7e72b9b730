"""A template as its checks see it, and what they find."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from followup_kit.library.potential import Case
from followup_kit.library.settings import Settings
from followup_kit.models.base import Channel, Dimension, Language
from followup_kit.reading.field_names import FieldNames
from followup_kit.reading.filling import TemplateField
from followup_kit.reading.template import TemplateSource


@dataclass(frozen=True, slots=True)
class Found:
    """Something a check finds in a file.

    Attributes:
        start: first code point in the file; ``end`` is the same where something is missing.
        blanks: what fills the blanks of the rule's own sentence.
        edit: what may take the place of the stretch.
    """

    start: int
    end: int
    blanks: Mapping[str, str | int] = field(default_factory=dict)
    edit: str | None = None


@dataclass(frozen=True)
class TemplateView:
    """A template in each case of its blocks, with what its library asks of it.

    Attributes:
        cases: at least one; the first is every block's first branch.
    """

    source: TemplateSource
    language: Language
    settings: Settings
    names: FieldNames
    cases: tuple[Case, ...]

    @property
    def channel(self) -> Channel:
        """How messages made of it are sent."""
        return self.source.draft.channel

    @property
    def asked(self) -> frozenset[Dimension]:
        """The dimensions that every case has a slot for."""
        return frozenset.intersection(*(case.asked for case in self.cases))

    @property
    def hollow(self) -> bool:
        """Whether in some case no field asks the writer for anything of their own.

        A template with notes or a posting of its own is for one conversation, and asks enough.
        """
        context = self.source.matter.context
        own = bool(context and (context.notes or context.posting))
        return not own and not all(case.slots for case in self.cases)

    @property
    def anchor(self) -> int:
        """Where what is missing is said to be missing: the start of the body, in the file."""
        message = self.cases[0].filled.message
        start = next((s.start for s in message.segments if s.zone == "body"), 0)
        return message.origin.to_source(start, start)[0]

    def fields(self) -> Iterator[TemplateField]:
        """Every field once, by its place in the file."""
        seen: set[tuple[int, int]] = set()
        for case in self.cases:
            for one in case.filled.fields:
                if (one.start, one.end) not in seen:
                    seen.add((one.start, one.end))
                    yield one
