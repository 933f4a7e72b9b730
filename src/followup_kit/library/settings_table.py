"""A table of settings, as TOML has it → Settings, or one line that says what is wrong."""

from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from followup_kit.errors import InputError
from followup_kit.library.settings import EXPECTED, Override, Settings
from followup_kit.library.toml_lines import Place, line_of

_LIKE = 60
"""Percent of likeness from which a known key is offered for an unknown one."""
_SHOWN = 40
"""Characters of a wrong value that are shown."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a table of settings was read.

    Attributes:
        shown: what to call the file.
        text: all of it.
        below: the keys that the table stands under.
    """

    shown: str
    text: str
    below: tuple[str, ...]

    def wrong(self, place: Place, why: str) -> InputError:
        """The one line that says what is wrong where."""
        full = (*self.below, *place)
        line = line_of(self.text, full)
        where = f"{self.shown}:{line}" if line else self.shown
        key = ".".join(str(part) for part in full if isinstance(part, str))
        tables = [part + 1 for part in place if isinstance(part, int)]
        which = f" (override {tables[0]})" if tables else ""
        return InputError(f"{where}: {key}{which}: {why}")


def settings_of(data: Any, origin: Origin) -> Settings:
    """Make settings of a table.

    Args:
        data: the table as tomllib reads it.
        origin: where it was read.

    Raises:
        InputError: the first thing that is not as it must be.
    """
    if not isinstance(data, dict):
        raise origin.wrong((), "a table expected")
    known = {_kebab(name) for name in Settings.model_fields}
    _refuse_unknown(data, known, (), origin)
    tables = data.get("overrides")
    if isinstance(tables, list):
        inner = {_kebab(name) for name in Override.model_fields}
        for index, table in enumerate(tables):
            if isinstance(table, dict):
                _refuse_unknown(table, inner, ("overrides", index), origin)
        tables = [_snaked(table) for table in tables]
        data = {**data, "overrides": tables}
    try:
        return Settings.model_validate(_snaked(data))
    except ValidationError as error:
        raise origin.wrong(*_first(error)) from error


def _refuse_unknown(data: dict[str, Any], known: set[str], place: Place, origin: Origin) -> None:
    for key in data:
        if key not in known:
            raise origin.wrong((*place, key), f"unknown key; {_nearest(key, known)}")


def _nearest(key: str, known: set[str]) -> str:
    from rapidfuzz import fuzz, process  # noqa: PLC0415  (only a mistake needs it)

    if key == "tool" and "overrides" in known:
        return "in this file the keys stand without [tool.followup-kit]"
    found = process.extractOne(
        key.replace("_", "-").lower(), sorted(known), scorer=fuzz.ratio, score_cutoff=_LIKE
    )
    return f"did you mean {found[0]}?" if found else f"expected one of: {', '.join(sorted(known))}"


def _first(error: ValidationError) -> tuple[Place, str]:
    """Where the first thing wrong stands, and what was expected there."""
    first = error.errors()[0]
    location = first["loc"]
    table = location[:2] if location[0] == "overrides" else ()
    inner = table and len(location) > len(table)
    name = str(location[len(table)] if inner else location[0])
    place: Place = (*(table if inner else ()), _kebab(name))
    if name == "severity" and len(location) > len(table) + 1:
        place = (*place, str(location[len(table) + 1]))
    expected = f"{EXPECTED[name]} expected"
    if first["type"] == "missing":
        return place, f"missing; {expected}"
    given = first["input"]
    told = isinstance(given, str | int | float)
    return place, f"{expected}, not {_brief(given)}" if told else expected


def _brief(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    said = repr(value)
    return said if len(said) <= _SHOWN else f"{said[:_SHOWN]}…"


def _kebab(name: str) -> str:
    return name.replace("_", "-")


def _snaked(data: Any) -> Any:
    return (
        {key.replace("-", "_"): value for key, value in data.items()}
        if isinstance(data, dict)
        else data
    )
