"""What a template says of itself between two lines of ``---``, and where its own text begins."""

import re
from dataclasses import dataclass
from typing import Any

import yaml
from pydantic import ValidationError

from followup_kit.errors import InputError
from followup_kit.models.template import FrontMatter

_OPENING = re.compile(r"\ufeff?---[ \t]*\r?\n")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\r?\n|\r|\Z)", re.MULTILINE)
_KEY = re.compile(r"[A-Za-z_][\w-]{0,40}[ \t]*:(?:\s|\Z)")
LARGEST = 20_000
"""Characters of front matter; a page of it has 2,000."""
_LOADER: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_QUOTE = "put values that hold braces, brackets or a colon in quotes"


@dataclass(frozen=True, slots=True)
class Key:
    """A key and its value: where they stand in the file."""

    name: str
    start: int
    end: int
    value_start: int
    value_end: int


@dataclass(frozen=True, slots=True)
class Front:
    """The front matter of a template.

    Attributes:
        matter: what it says; all of it empty where there is none.
        start: where the template's own text begins.
        keys: every key of it, known to us or not.
    """

    matter: FrontMatter
    start: int = 0
    keys: tuple[Key, ...] = ()

    def key(self, name: str) -> Key | None:
        """The key of that name, if it is there."""
        return next((key for key in self.keys if key.name == name), None)


def read_front_matter(text: str, name: str) -> Front:
    """Read the front matter of a template; keys that are not ours are the library's own business.

    Args:
        text: the file.
        name: what to call it in errors.

    Raises:
        InputError: it is not closed, no YAML, or says what cannot be.
    """
    opening = _OPENING.match(text)
    if opening is None:
        return Front(FrontMatter())
    closing = _CLOSING.search(text, opening.end(), opening.end() + LARGEST)
    if closing is None:
        if _KEY.match(text, opening.end()) and _CLOSING.search(text, opening.end()):
            raise InputError(
                f"{name}:1: front matter of more than {LARGEST} characters; shorten it"
            )
        if _KEY.match(text, opening.end()):
            raise InputError(f"{name}:1: front matter is not closed; end it with a line of ---")
        return Front(FrontMatter())
    inside = text[opening.end() : closing.start()]
    node = _composed(inside, name)
    if not isinstance(node, yaml.MappingNode):
        return Front(FrontMatter())
    keys = tuple(_key(key, value, opening.end()) for key, value in node.value)
    data = _loaded(inside, name)
    spelt = {str(key).replace("-", "_"): value for key, value in data.items()}
    known = {
        key: value
        for key, value in spelt.items()
        if key in FrontMatter.model_fields and value is not None  # "tags:" says nothing
    }
    try:
        matter = FrontMatter.model_validate(known)
    except ValidationError as error:
        raise InputError(_said(error, keys, text, name)) from error
    return Front(matter, closing.end(), keys)


def _composed(inside: str, name: str) -> yaml.Node | None:
    """The YAML of the front matter as nodes; aliases are refused, for what they may stand for."""
    try:
        events = yaml.parse(inside, Loader=_LOADER)
        if any(isinstance(event, yaml.AliasEvent) for event in events):
            raise InputError(f"{name}: front matter: an alias (*name) is not accepted")
        return yaml.compose(inside, Loader=_LOADER)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 2 if mark else 1
        why = getattr(error, "problem", None) or "unreadable"
        raise InputError(f"{name}:{line}: front matter is no YAML ({why}); {_QUOTE}") from error


def _loaded(inside: str, name: str) -> dict[Any, Any]:
    try:
        data: dict[Any, Any] = yaml.load(inside, Loader=_LOADER)  # noqa: S506  (a safe loader)
    except (yaml.YAMLError, ValueError) as error:
        why = getattr(error, "problem", None) or error
        raise InputError(f"{name}: front matter is no YAML ({why}); {_QUOTE}") from error
    return data


def _key(key: yaml.Node, value: yaml.Node, shift: int) -> Key:
    return Key(
        str(key.value),
        key.start_mark.index + shift,
        key.end_mark.index + shift,
        value.start_mark.index + shift,
        value.end_mark.index + shift,
    )


def _said(error: ValidationError, keys: tuple[Key, ...], text: str, name: str) -> str:
    """The first thing wrong in one line: where, what, and what is expected."""
    first = error.errors()[0]
    place = ".".join(str(part) for part in first["loc"] if part != "literal['auto']")
    key = next((key for key in keys if key.name.replace("-", "_") == str(first["loc"][0])), None)
    line = text.count("\n", 0, key.start) + 1 if key else 1
    why = first["msg"].removeprefix("Value error, ")
    if first["type"] == "string_type":
        why = f"text expected; {_QUOTE}"
    return f"{name}:{line}: front matter: {place}: {why}"
