"""Files of ``rules/`` and of users' packs → one RuleBook."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from followup_kit.data import rules_root
from followup_kit.errors import RuleFileError, UsageError
from followup_kit.models.anchors import Anchors
from followup_kit.models.base import DIMENSIONS, LANGUAGES, Language
from followup_kit.models.rubric import Channels, PackManifest, Rubric
from followup_kit.models.rule import Rule
from followup_kit.models.sayings import Saying
from followup_kit.rulebook.book import RuleBook
from followup_kit.rulebook.yamlfile import parse_yaml, position, validated

AREAS = (*DIMENSIONS, "craft", "type")
"""Folders of ``rules/`` that hold rules; a rule's folder is its dimension."""

_Classes = dict[str, dict[Language, tuple[str, ...]]]


def load_rulebook(packs: Iterable[str | Path] = ()) -> RuleBook:
    """Load the shipped rules, and on top of them the given packs, in their order.

    Raises:
        RuleFileError: a file does not say what it must; the first one met, in sorted order.
        UsageError: a pack names a rule that does not exist, or is no folder.
    """
    root = rules_root()
    rubric = validated(Rubric, *_parsed(root / "rubric.yaml", "rules/rubric.yaml"))
    channels = validated(Channels, *_parsed(root / "channels.yaml", "rules/channels.yaml"))
    anchors = validated(Anchors, *_parsed(root / "anchors.yaml", "rules/anchors.yaml"))
    strings = load_sayings(root / "messages.yaml", "rules/messages.yaml")
    classes = _classes(root, "rules")
    rules = {rule.id: rule for rule in _rules(root, "rules")}
    names = [_add_pack(Path(pack), rules, classes) for pack in packs]
    ordered = tuple(rules[rule_id] for rule_id in sorted(rules))
    return RuleBook(
        rules=ordered,
        rubric=rubric,
        channels=channels,
        classes=classes,
        strings=strings,
        anchors=anchors,
        fingerprint=_fingerprint(ordered, (rubric, channels, anchors), classes, strings),
        packs=tuple(names),
    )


def load_rule(path: Traversable, rule_id: str, shown: str) -> Rule:
    """Load one file of one rule.

    Args:
        path: the file.
        rule_id: its path below the rules' folder, with dots.
        shown: what to call the file in errors.

    Raises:
        RuleFileError: it does not say what a rule must say.
    """
    data = parse_yaml(path, shown)
    if not isinstance(data, dict):
        raise RuleFileError(shown, 1, 1, "a mapping of keys to values expected")
    return validated(Rule, {**data, "id": rule_id}, path, shown)


def _parsed(path: Traversable, shown: str) -> tuple[Any, Traversable, str]:
    return parse_yaml(path, shown), path, shown


def _rules(root: Traversable, shown: str) -> Iterator[Rule]:
    for area in AREAS:
        folder = root / area
        for path in yaml_files(folder):
            place = f"{shown}/{area}/{path.name}"
            rule = load_rule(path, f"{area}.{path.name.removesuffix('.yaml')}", place)
            if rule.dimension != area:
                why = f"dimension: {area!r} expected, as the folder says, not {rule.dimension!r}"
                raise RuleFileError(place, 1, 1, why)
            yield rule


def yaml_files(folder: Traversable) -> list[Traversable]:
    """The YAML files of a folder, sorted by name; none when there is no such folder."""
    if not folder.is_dir():
        return []
    files = [path for path in folder.iterdir() if path.name.endswith(".yaml")]
    return sorted(files, key=lambda path: path.name)


def _classes(root: Traversable, shown: str) -> _Classes:
    """Classes of the lexicon: a list a language, or several named lists a language."""
    classes: _Classes = {}
    for path in yaml_files(root / "lexicon"):
        place = f"{shown}/lexicon/{path.name}"
        data = parse_yaml(path, place)
        name = path.name.removesuffix(".yaml")
        if not isinstance(data, dict) or set(data) != set(LANGUAGES):
            raise RuleFileError(place, 1, 1, "two keys expected: en and fr")
        for language in LANGUAGES:
            try:
                found = dict(_members(data[language], (name,), (language,)))
            except _NotTextError as error:
                line, column = position(path, place, list(error.at))
                raise RuleFileError(place, line, column, str(error)) from error
            for part, members in found.items():
                classes.setdefault(part, {})[language] = members
    return classes


def _members(
    data: Any, name: tuple[str, ...], at: tuple[str | int, ...]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Named lists below a key; ``at`` is the path to it in the file."""
    if isinstance(data, list):
        for index, item in enumerate(data):
            if not isinstance(item, str):
                raise _NotTextError(f"{item!r}: text expected; put it in quotes", (*at, index))
        yield ".".join(name), tuple(data)
    elif isinstance(data, dict):
        for part, members in data.items():
            yield from _members(members, (*name, str(part)), (*at, str(part)))
    else:
        raise _NotTextError(f"{'.'.join(name)}: a list of words expected", at)


class _NotTextError(ValueError):
    """A member of a class is no text; ``at`` leads to it."""

    def __init__(self, why: str, at: tuple[str | int, ...]) -> None:
        self.at = at
        super().__init__(why)


def load_sayings(path: Traversable, shown: str) -> dict[str, Saying]:
    """Load what the kit itself says to people, by key.

    Args:
        path: the file.
        shown: what to call it in errors.

    Raises:
        RuleFileError: a text, a form or a language is missing, or their blanks differ.
    """
    data = parse_yaml(path, shown)
    if not isinstance(data, dict):
        raise RuleFileError(shown, 1, 1, "a mapping of keys to texts expected")
    return {key: validated(Saying, value, path, shown, below=(key,)) for key, value in data.items()}


def _add_pack(folder: Path, rules: dict[str, Rule], classes: _Classes) -> str:
    """Add a user's pack to what is loaded; gives its name and version."""
    shown = folder.name or str(folder)
    if not (folder / "pack.yaml").is_file():
        raise UsageError(f"{folder}: no pack of rules; a folder that holds pack.yaml expected")
    manifest = validated(PackManifest, *_parsed(folder / "pack.yaml", f"{shown}/pack.yaml"))
    classes.update(_classes(folder, shown))
    rules.update({rule.id: rule for rule in _rules(folder, shown)})
    for rule_id in (*manifest.disable, *manifest.points, *manifest.severity):
        if rule_id not in rules:
            raise UsageError(f"{shown}/pack.yaml: no rule {rule_id!r} to change or switch off")
    for rule_id, points in manifest.points.items():
        rules[rule_id] = rules[rule_id].model_copy(update={"points": points})
    for rule_id, severity in manifest.severity.items():
        rules[rule_id] = rules[rule_id].model_copy(update={"severity": severity})
    for rule_id in manifest.disable:
        del rules[rule_id]
    return f"{manifest.name}-{manifest.version}"


def _fingerprint(
    rules: tuple[Rule, ...],
    files: tuple[Rubric, Channels, Anchors],
    classes: _Classes,
    strings: dict[str, Saying],
) -> str:
    content = {
        "rules": [rule.model_dump(mode="json") for rule in rules],
        **{type(file).__name__.lower(): file.model_dump(mode="json") for file in files},
        "classes": classes,
        "strings": {key: value.model_dump() for key, value in strings.items()},
    }
    canonical = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()
