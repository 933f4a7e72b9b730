"""What the kit itself says to people: a text with blanks, in both languages, with its plurals."""

from string import Formatter
from typing import Any, Self

from pydantic import ValidationInfo, field_validator, model_validator

from followup_kit.models.base import Frozen, Language
from followup_kit.models.conditions import Text
from followup_kit.models.typography import NARROW, typeset

_ONE: dict[Language, range] = {"en": range(1, 2), "fr": range(2)}
"""Counts that take the form ``one``: 1 in English, 0 and 1 in French.

https://www.unicode.org/cldr/charts/latest/supplemental/language_plural_rules.html
"""


class Forms(Frozen):
    """A text in one language: ``one`` and ``other`` where it depends on ``{count}``."""

    one: Text | None = None
    other: Text

    @model_validator(mode="before")
    @classmethod
    def _from_plain_text(cls, value: Any) -> Any:
        if isinstance(value, str):
            return {"other": value}
        if isinstance(value, dict) and "one" not in value:
            raise ValueError("one: missing; a text with forms needs both: one and other")
        return value

    @model_validator(mode="after")
    def _alike(self) -> Self:
        wanted = _blanks(self.other)
        if self.one is not None and _blanks(self.one) != wanted:
            raise ValueError(f"one and other: the same blanks expected, here {_named(wanted)}")
        if self.one is not None and "count" not in wanted:
            raise ValueError("one and other: the blank {count} expected, as it chooses the form")
        return self

    def as_shown(self, language: Language) -> Self:
        """The same set as it is shown; what will fill the blanks stays as it is typed."""
        one = self.one and typeset(self.one, language)
        return self.model_copy(update={"one": one, "other": typeset(self.other, language)})

    def fitting(self, count: object, language: Language) -> str:
        """The form for a count; the only one where there are no others."""
        return self.one if self.one and count in _ONE[language] else self.other


class Saying(Frozen):
    """One text of the kit's own; ``{blanks}`` are filled when it is said."""

    en: Forms
    fr: Forms

    @field_validator("en", "fr")
    @classmethod
    def _set(cls, forms: Forms, info: ValidationInfo) -> Forms:
        return forms.as_shown("fr" if info.field_name == "fr" else "en")

    @model_validator(mode="after")
    def _alike(self) -> Self:
        wanted = _blanks(self.en.other)
        if _blanks(self.fr.other) != wanted:
            raise ValueError(f"fr: the blanks of en expected: {_named(wanted)}")
        if (self.en.one is None) != (self.fr.one is None):
            raise ValueError("one and other expected in both languages, or in neither")
        return self

    def said(self, language: Language, /, **values: object) -> str:
        """The text with its blanks filled; whole numbers are written as the language does.

        Args:
            language: the language to say it in.
            values: what the blanks stand for; ``count`` also chooses the form.
        """
        forms = self.en if language == "en" else self.fr
        filled = {
            name: number(value, language) if isinstance(value, int) else value
            for name, value in values.items()
        }
        return forms.fitting(values.get("count"), language).format(**filled)


def number(value: int, language: Language) -> str:
    """A whole number with its thousands set apart."""
    return f"{value:,}".replace(",", NARROW) if language == "fr" else f"{value:,}"


def _blanks(text: str) -> set[str]:
    try:
        return {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    except ValueError as error:
        raise ValueError(
            f"{text!r}: a brace without its other half; blanks are {{named}}"
        ) from error


def _named(blanks: set[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in sorted(blanks)) or "none"
