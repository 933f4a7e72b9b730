"""Folders walked once each: what lies in them, and what stands in the way."""

import os
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Kind = Literal["file", "folder", "link"]
"""What a place is; ``link`` is one to a folder, a link to a file counts as a file."""


@dataclass(frozen=True, slots=True)
class Place:
    """A path under each of the names that are asked about.

    Attributes:
        path: absolute.
        shown: as results show it; empty for the base itself.
        globbed: as the globs of the settings see it.
        top: the folder whose ignore files are the first to count.
        below: the path below ``top``.
    """

    path: str
    shown: str
    globbed: str
    top: str
    below: str

    def child(self, name: str) -> "Place":
        """What lies in this folder under a name."""
        return Place(
            _joined(self.path, name),
            _joined(self.shown, name),
            _joined(self.globbed, name),
            self.top,
            _joined(self.below, name),
        )


class Walk:
    """Finds the files of folders; real folders first, then those that links lead to.

    Attributes:
        taken: files that are asked for.
        linked: the same, where the file is a link to one.
        notices: what was passed over, a line each.
        failures: what could not be looked into, a line each.
    """

    def __init__(
        self, asked_for: Callable[[Place], bool], left_out: Callable[[Place, Kind], bool]
    ) -> None:
        """Prepare a walk.

        Args:
            asked_for: whether the name of a file is one to take.
            left_out: whether a place is passed over, with all that lies in it.
        """
        self.taken: list[Place] = []
        self.linked: list[Place] = []
        self.notices: list[str] = []
        self.failures: list[str] = []
        self._asked_for = asked_for
        self._left_out = left_out
        self._visited: set[tuple[int, int]] = set()
        self._links: list[Place] = []

    def folders(self, roots: list[Place]) -> None:
        """Walk folders, and what links in them lead to."""
        for root in roots:
            self._tree(root)
        while self._links:
            links, self._links = sorted(self._links, key=lambda place: place.path), []
            for link in links:
                self._follow(link)

    def _tree(self, root: Place) -> None:
        waiting = [root]
        while waiting:
            folder = waiting.pop()
            for place, entry in self._entries(folder):
                if entry.is_symlink():
                    self._link(place)
                elif entry.is_dir(follow_symlinks=False):
                    if entry.name != ".git" and not self._left_out(place, "folder"):
                        waiting.append(place)
                elif self._wanted(place):
                    self._file(place, regular=entry.is_file(follow_symlinks=False))

    def _entries(self, folder: Place) -> Iterator[tuple[Place, "os.DirEntry[str]"]]:
        """What lies in a folder that was not looked into before."""
        try:
            found = Path(folder.path).stat()
            if (found.st_dev, found.st_ino) in self._visited:
                return
            self._visited.add((found.st_dev, found.st_ino))
            with os.scandir(folder.path) as listed:
                entries = sorted(listed, key=lambda entry: entry.name)
        except OSError as error:
            self.failures.append(
                f"{folder.shown or '.'}: the folder cannot be read ({error.strerror}); "
                "check its permissions"
            )
            return
        for entry in entries:
            yield folder.child(entry.name), entry

    def _link(self, place: Place) -> None:
        """A link in a folder: to a file, to a folder for later, or to nowhere."""
        try:
            mode = Path(place.path).stat().st_mode
        except OSError as error:
            if self._wanted(place):
                self.linked.append(place)
            if not self._left_out(place, "file"):
                self.notices.append(f"{place.shown}: a link that leads nowhere ({error.strerror})")
            return
        if stat.S_ISDIR(mode):
            if not self._left_out(place, "link"):
                self._links.append(place)
        elif self._wanted(place):
            self._file(place, regular=stat.S_ISREG(mode), into=self.linked)

    def _file(self, place: Place, *, regular: bool, into: list[Place] | None = None) -> None:
        if regular:
            (self.taken if into is None else into).append(place)
        else:
            self.notices.append(f"{place.shown}: no regular file; passed over")

    def _wanted(self, place: Place) -> bool:
        return self._asked_for(place) and not self._left_out(place, "file")

    def _follow(self, link: Place) -> None:
        target = os.path.realpath(link.path)
        here = os.path.realpath(Path(link.path).parent)
        if os.path.commonpath((target, here)) == target:
            self.notices.append(f"{link.shown}: a link to a folder above it; not followed")
            return
        self._tree(link)


def _joined(folder: str, name: str) -> str:
    return f"{folder}/{name}" if folder and folder != "/" else f"{folder}{name}"
