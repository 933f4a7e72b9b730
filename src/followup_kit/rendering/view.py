"""How a report is to be shown: the sentences, the language, the room there is."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from followup_kit.data import shipped_yaml
from followup_kit.models.base import Language
from followup_kit.models.sayings import Saying
from followup_kit.models.typography import typeset

NARROWEST, WIDEST = 40, 96
"""Columns: below, nothing can be read; beyond, lines of prose are too long for the eye."""


@dataclass(frozen=True)
class View:
    """What a renderer needs beside the report."""

    strings: Mapping[str, Saying]
    language: Language
    color: bool = False
    width: int = 80
    explain: bool = False

    @property
    def columns(self) -> int:
        """Columns to fill."""
        return min(max(self.width, NARROWEST), WIDEST)

    @property
    def colon(self) -> str:
        """A colon, with the space before it that French wants."""
        return typeset(" :", "fr") if self.language == "fr" else ":"

    @property
    def semicolon(self) -> str:
        """The same of a semicolon."""
        return typeset(" ;", "fr") if self.language == "fr" else ";"

    def percent(self, share: int) -> str:
        """A share as the language writes it: 40%, 40 %."""
        return typeset(f"{share} %", "fr") if self.language == "fr" else f"{share}%"

    def say(self, key: str, **values: object) -> str:
        """One of the kit's own sentences, its blanks filled."""
        return self.strings[key].said(self.language, **values)


@lru_cache(maxsize=1)
def shipped_strings() -> Mapping[str, Saying]:
    """The sentences that ship with the kit."""
    return {
        key: Saying.model_validate(value) for key, value in shipped_yaml("messages.yaml").items()
    }
