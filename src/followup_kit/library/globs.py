"""Globs written as in a ``.gitignore``, matched as git matches them."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from pathspec import GitIgnoreSpec

_BELOW = "ps_d"
"""The group in pathspec's expressions that holds the slash behind what a pattern names."""


class Globs:
    """Patterns in their order; the last one that names a path decides."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._patterns = [
            pattern for line in lines for pattern in _compiled(line) if pattern.include is not None
        ]

    def names(self, path: str, *, folder: bool = False) -> bool | None:
        """Whether the path itself is named: yes, no (``!``), or not a word about it.

        A pattern that names a folder above says nothing here: whoever walks does not enter it.

        Args:
            path: with slashes, below the folder that the patterns belong to.
            folder: whether the path is a folder.
        """
        for pattern in reversed(self._patterns):
            if _matches(pattern.regex, path, folder=folder):
                return bool(pattern.include)
        return None

    def holds(self, path: str, *, folder: bool = False) -> bool:
        """Whether a path, or any folder above it, is named."""
        parts = path.split("/")
        above = ("/".join(parts[:count]) for count in range(1, len(parts)))
        return any(self.names(folder, folder=True) for folder in above) or bool(
            self.names(path, folder=folder)
        )


@lru_cache(maxsize=256)
def globs(lines: tuple[str, ...]) -> Globs:
    """Compile globs once for all files they are asked about."""
    return Globs(lines)


def is_glob(line: str) -> bool:
    """Whether a line names files at all."""
    return any(pattern.include is not None for pattern in _compiled(line))


def _compiled(line: str) -> list[Any]:
    """One line's pattern; none where it says nothing, or where git too would pass over it."""
    if line.rstrip(" ").endswith("/**/"):
        # To git these are the folders below; pathspec would have it name the folder itself.
        line = f"{line.rstrip(' ')}*/"
    try:
        return list(GitIgnoreSpec.from_lines([line]).patterns)
    except (ValueError, re.error):
        return []


def _matches(regex: re.Pattern[str], path: str, *, folder: bool) -> bool:
    if folder and any(_mark(found) == len(path) + 1 for found in regex.finditer(f"{path}/")):
        return True
    found = regex.search(path)
    return found is not None and _mark(found) == -1


def _mark(found: re.Match[str]) -> int:
    """Where the named folder's slash ends; -1 when the path's own name was matched."""
    return found.end(_BELOW) if _BELOW in found.re.groupindex else -1
