"""On which line of a TOML file a key stands; tomllib itself does not say."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from typing import Any

Place = tuple[str | int, ...]
"""Keys from the top; a number, from 0, after the name of an array of tables."""

_HEADER = re.compile(r"\s*\[(?P<many>\[)?(?P<name>[^\[\]]+)\]\]?\s*(?:#.*)?")
_KEY = re.compile(r"""\s*(?P<name>(?:[\w.\-\s]|"[^"]*"|'[^']*')+?)\s*=""")


def line_of(text: str, place: Place) -> int | None:
    """The line, from 1, of a key, or else of the nearest key above it.

    A line within a text of several lines that looks like a key may be taken for one.
    """
    lines: dict[Place, int] = {}
    for number, met in _places(text):
        for length in range(1, len(met) + 1):
            lines.setdefault(met[:length], number)
    above = (place[:length] for length in range(len(place), 0, -1))
    return next((lines[keys] for keys in above if keys in lines), None)


def _places(text: str) -> Iterator[tuple[int, Place]]:
    table: Place = ()
    counts: Counter[Place] = Counter()
    for number, line in enumerate(text.split("\n"), 1):
        if header := _HEADER.fullmatch(line.rstrip("\r")):
            table = _within(_keys(header["name"]), counts, new=bool(header["many"]))
            yield number, table
        elif key := _KEY.match(line):
            yield number, (*table, *_keys(key["name"]))


def _within(keys: tuple[str, ...], counts: Counter[Place], *, new: bool) -> Place:
    """A table's place: below the last table of each array on the way."""
    place: Place = ()
    for index, key in enumerate(keys, 1):
        place = (*place, key)
        if new and index == len(keys):
            counts[place] += 1
        if counts[place]:
            place = (*place, counts[place] - 1)
    return place


def _keys(dotted: str) -> tuple[str, ...]:
    """``a."b.c"`` is ``a`` and ``b.c``."""
    try:
        node: Any = tomllib.loads(f"{dotted} = 0")
    except tomllib.TOMLDecodeError:
        return ()
    keys = []
    while isinstance(node, dict):
        key, node = next(iter(node.items()))
        keys.append(key)
    return tuple(keys)
