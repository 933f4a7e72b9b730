"""YAML files read strictly: errors say file, line, column, key and what was expected."""

from collections.abc import Iterator
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from followup_kit.errors import RuleFileError

Value = TypeVar("Value", bound=BaseModel)
LARGEST = 1_000_000
"""Bytes of a rule file; the longest of ours is under 100 kB."""

_Loader: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def parse_yaml(path: Traversable, shown: str) -> Any:
    """Read one YAML document; duplicate keys, aliases and anything but plain data are refused.

    Args:
        path: the file.
        shown: what to call it in errors.

    Raises:
        RuleFileError: unreadable, not UTF-8, not YAML, or a duplicate key.
    """
    text = _text(path, shown)
    try:
        node = yaml.compose(text, Loader=_Loader)
        if node is None:
            raise RuleFileError(shown, 1, 1, "the file is empty; a mapping expected")
        for wrong, why in _oddities(node, set()):
            mark = wrong.start_mark
            raise RuleFileError(shown, mark.line + 1, mark.column + 1, why)
        return yaml.load(text, Loader=_Loader)  # noqa: S506  (a safe loader, C or pure)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        column = error.problem_mark.column + 1 if error.problem_mark else 1
        raise RuleFileError(shown, line, column, f"not YAML: {error.problem}") from error
    except yaml.YAMLError as error:
        raise RuleFileError(shown, 1, 1, f"not YAML: {error}") from error


def validated(
    model: type[Value],
    data: Any,
    path: Traversable,
    shown: str,
    below: tuple[str, ...] = (),
) -> Value:
    """Make ``model`` of ``data`` read from ``path``.

    Args:
        model: what to make.
        data: what was read.
        path: the file.
        shown: what to call it in errors.
        below: the keys under which ``data`` stands in the file.

    Raises:
        RuleFileError: the first thing wrong, with its place in the file.
    """
    try:
        return model.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        own = [part for part in first["loc"] if part != "id"]
        location = [*below, *own]
        line, column = position(path, shown, location)
        key = ".".join(str(part) for part in location)
        why = _plainly(first["type"], first["msg"], model, own)
        raise RuleFileError(shown, line, column, f"{key}: {why}" if key else why) from error


def position(path: Traversable, shown: str, location: list[str | int]) -> tuple[int, int]:
    """One-based line and column of a key path; of the nearest key above when it is missing."""
    node = yaml.compose(_text(path, shown), Loader=_Loader)
    line, column = 1, 1
    for part in location:
        found = _child(node, part)
        if found is None:
            break
        key, node = found
        line, column = key.start_mark.line + 1, key.start_mark.column + 1
    return line, column


def _text(path: Traversable, shown: str) -> str:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise RuleFileError(shown, 1, 1, f"cannot be read: {error.strerror}") from error
    if len(data) > LARGEST:
        raise RuleFileError(shown, 1, 1, f"larger than {LARGEST} bytes; split it")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise RuleFileError(shown, line, 1, "not UTF-8; save the file as UTF-8") from error


def _oddities(node: yaml.Node, met: set[int]) -> Iterator[tuple[yaml.Node, str]]:
    """Keys given twice, and aliases: a few of those can stand for more data than memory holds."""
    if id(node) in met and not isinstance(node, yaml.ScalarNode):
        yield node, "an alias (*name) is not accepted; write the value out"
        return
    met.add(id(node))
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            name = getattr(key, "value", "")
            if isinstance(name, str) and name in seen:
                yield key, f"{name}: given twice; one value expected"
            seen.add(str(name))
            yield from _oddities(value, met)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from _oddities(value, met)


def _child(node: yaml.Node | None, part: str | int) -> tuple[yaml.Node, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == str(part):
                return key, value
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        return node.value[part], node.value[part]
    return None


def _plainly(kind: str, message: str, model: type[BaseModel], location: list[str | int]) -> str:
    """What pydantic says, in the words of someone who writes rules."""
    if kind == "extra_forbidden":
        known = ", ".join(name for name in model.model_fields if name != "id")
        hint = f"; expected one of: {known}" if len(location) == 1 else ""
        return f"unknown key{hint}"
    if kind == "missing":
        return "missing; this key is expected"
    if kind == "string_type":
        return "text expected; put it in quotes (YAML reads yes, no, on as true or false)"
    if kind == "model_type":
        return "a mapping of keys to values expected"
    return message.removeprefix("Value error, ")
