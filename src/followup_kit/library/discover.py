"""Paths that were asked for → the files to check, each once, in one order everywhere."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from followup_kit.errors import InputError
from followup_kit.library.globs import globs
from followup_kit.library.ignoring import IgnoreFiles
from followup_kit.library.settings import ALONE, EXCLUDED, SUFFIXES, TEMPLATE_SUFFIXES, Settings
from followup_kit.library.walking import Kind, Place, Walk

_NAMED = 3
"""Left-out paths that a notice names one by one."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file to check.

    Attributes:
        path: where it is read, absolute.
        shown: what results call it: relative to the base, with slashes; outside of it, as given.
    """

    path: Path
    shown: str


@dataclass(frozen=True, slots=True)
class Discovered:
    """What was found.

    Attributes:
        files: sorted by what they are called.
        notices: a line each for what was passed over and deserves a word.
        failures: a line each for what could not be looked into: the check is not complete.
    """

    files: tuple[Source, ...]
    notices: tuple[str, ...] = ()
    failures: tuple[str, ...] = ()


def discover(
    paths: Sequence[Path],
    settings: Settings,
    home: Path,
    base: Path,
    *,
    force_exclude: bool = False,
) -> Discovered:
    """Find the files that paths stand for.

    A folder is walked: its files count where ``include`` names them, ``exclude`` does not, and
    no ignore file between the base and them does. A linked folder is walked once, under its own
    name unless it was met under another. A path that is named itself always counts, unless
    ``force_exclude`` is set and the settings leave it out.

    A link that leads nowhere is among the files where its name is asked for: reading it fails,
    and so it is not passed over in silence.

    Args:
        paths: files and folders; none means ``home``.
        settings: what to take.
        home: the folder that globs are relative to.
        base: the folder that results are relative to.
        force_exclude: whether the settings hold for named paths too, as hooks want it.

    Raises:
        InputError: a path does not exist.
    """
    names = _Names(home.resolve(), base.resolve())
    choice = _Choice(settings)
    walk = Walk(choice.asked_for, choice.left_out)
    roots: list[Place] = []
    named: list[Place] = []
    out: list[str] = []
    for given in paths or (home,):
        place, folder = names.place(given)
        if force_exclude and not choice.allows(place, folder=folder):
            out.append(place.shown)
        else:
            (roots if folder else named).append(place)
    walk.folders(roots)
    own = [*walk.taken, *named]
    places = {place.path: place for place in (*_new(walk.linked, own), *own)}
    files = (Source(Path(place.path), place.shown) for place in places.values())
    return Discovered(
        tuple(sorted(files, key=lambda file: (file.shown, str(file.path)))),
        tuple(sorted((*walk.notices, *choice.notices, *_said(out)))),
        tuple(sorted(walk.failures)),
    )


@dataclass(frozen=True, slots=True)
class _Names:
    """Gives a path its names."""

    home: Path
    base: Path

    def place(self, given: Path) -> tuple[Place, bool]:
        """A path that was asked for, and whether it is a folder."""
        try:
            given.lstat()
        except (FileNotFoundError, NotADirectoryError, ValueError) as error:
            raise InputError(f"{given}: no such file or folder; check the path") from error
        except OSError as error:
            raise InputError(f"{given}: cannot be read ({error.strerror})") from error
        folder = given.is_dir()
        path = given.resolve() if folder else given.parent.resolve() / given.name
        inside = _below(path, self.base)
        globbed = _below(path, self.home)
        top = path if folder else path.parent
        return Place(
            path=str(path),
            shown=_bare(given.as_posix()) if inside is None else inside,
            globbed=("" if folder else path.name) if globbed is None else globbed,
            top=str(top if inside is None else self.base),
            below=("" if folder else path.name) if inside is None else inside,
        ), folder


class _Choice:
    """Which files are taken."""

    def __init__(self, settings: Settings) -> None:
        self._include = None if settings.include is None else globs(settings.include)
        self._exclude = globs((*EXCLUDED, *settings.exclude))
        self._ignoring = IgnoreFiles() if settings.ignore_files else None

    @property
    def notices(self) -> list[str]:
        """What went wrong with ignore files."""
        return self._ignoring.notices if self._ignoring else []

    def asked_for(self, place: Place) -> bool:
        """Whether a file's name is one to take."""
        if self._include is None:
            return _is_template(place.path)
        return self._include.holds(place.globbed)

    def left_out(self, place: Place, kind: Kind) -> bool:
        """Whether a path that was met on the way is passed over."""
        if self._exclude.names(place.globbed, folder=kind != "file"):
            return True
        # To git, a link to a folder is no folder.
        return self._ignoring is not None and self._ignoring.ignore(
            place.top, place.below, folder=kind == "folder"
        )

    def allows(self, place: Place, *, folder: bool) -> bool:
        """Whether the settings would have taken a path that was named."""
        if folder:
            return not self._exclude.holds(place.globbed, folder=True)
        named = self._include is None or self._include.holds(place.globbed)
        return named and not self._exclude.holds(place.globbed)


def _is_template(path: str) -> bool:
    name = path.lower()
    bare = next((name.removesuffix(end) for end in TEMPLATE_SUFFIXES if name.endswith(end)), name)
    alone = name.endswith(ALONE) and "." not in bare.rpartition("/")[2]
    return alone or bare.endswith(SUFFIXES)


def _below(path: Path, folder: Path) -> str | None:
    if not path.is_relative_to(folder):
        return None
    return _bare(path.relative_to(folder).as_posix())


def _bare(path: str) -> str:
    """A path to put before another."""
    return "" if path == "." else path


def _new(linked: list[Place], others: list[Place]) -> list[Place]:
    """Links to files, each file once and not if it is there under a name of its own."""
    if not linked:
        return []
    real = {os.path.realpath(place.path) for place in others}
    first: dict[str, Place] = {}
    for place in sorted(linked, key=lambda place: place.path):
        first.setdefault(os.path.realpath(place.path), place)
    return [place for target, place in first.items() if target not in real]


def _said(out: list[str]) -> list[str]:
    if not out:
        return []
    names = ", ".join(sorted(out)[:_NAMED])
    more = f" and {len(out) - _NAMED} more" if len(out) > _NAMED else ""
    return [f"left out, as the settings say: {names}{more}"]
