"""What a writer of listings is given: the files with their problems, their texts, the room."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from followup_kit.models.listing import Listing, RuleCard
from followup_kit.rendering.view import View


@dataclass(frozen=True)
class Page:
    """A listing to be written.

    Attributes:
        sources: the texts of the files by their paths, as the spans count them; where one is
            missing, its lines cannot be shown and columns in bytes cannot be told.
    """

    listing: Listing
    view: View
    sources: Mapping[str, str]

    @cached_property
    def cards(self) -> Mapping[str, RuleCard]:
        """What each rule says of itself, by its id."""
        return {card.id: card for card in self.listing.rules}
