"""What earlier runs found, kept between runs; whatever goes wrong here, the check goes on."""

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from followup_kit.library.cache_file import CacheFileError, Changes, Stored, read, write

FILE_NAME = "followup-kit-results.sqlite3"
PATIENCE = 3.0
"""Seconds to wait for another run that writes."""
_TAG = "CACHEDIR.TAG"
_FURNITURE = {
    ".gitignore": "# Made by followup-kit, which can do without it.\n*\n",
    _TAG: (
        "Signature: 8a477f597d28d172789f06886806bc55\n"
        "# This folder is a cache made by followup-kit; it can be deleted at any time.\n"
        "# See https://bford.info/cachedir/ for what this file is for.\n"
    ),
}
_SEAL = 8
"""Bytes before each value that tell damage to it."""


class Cache:
    """Results by path; ``notices`` has a line for each thing that went wrong, once it is closed.

    A result counts only under the key it was kept with: whoever keeps one puts into the key all
    that it depends on.
    """

    def __init__(self, stored: Stored | None = None) -> None:
        self.notices: list[str] = []
        self._stored = stored or Stored()
        self._changes = Changes()

    def get(self, path: str, key: str) -> bytes | None:
        """What was kept for a path under that key."""
        path = _plain(path)
        row = self._changes.rows.get(path) or self._stored.rows.get(path)
        if row is None or row[0] != key or path in self._changes.forgotten:
            return None
        return _unsealed(path, key, row[1])

    def put(self, path: str, key: str, value: bytes) -> None:
        """Keep a result, in the place of what was kept for the path."""
        path = _plain(path)
        self._changes.forgotten.discard(path)
        self._changes.rows[path] = (key, _sealed(path, key, value))

    def meta(self, name: str) -> str | None:
        """What was kept beside the results under a name."""
        sealed = self._changes.meta.get(name, self._stored.meta.get(name))
        value = None if sealed is None else _unsealed(name, "", sealed)
        return None if value is None else value.decode("utf-8", "surrogatepass")

    def keep_meta(self, name: str, value: str) -> None:
        """Keep something beside the results."""
        if self.meta(name) != value:
            self._changes.meta[name] = _sealed(name, "", value.encode("utf-8", "surrogatepass"))

    def forget_except(self, paths: Iterable[str]) -> None:
        """Forget the results of all other paths, save what another run may be adding now."""
        kept = {_plain(path) for path in paths}
        self._changes.forgotten |= self._stored.rows.keys() - kept
        for path in self._changes.rows.keys() - kept:
            del self._changes.rows[path]


@contextmanager
def opened(folder: Path | None, generation: str, *, patience: float = PATIENCE) -> Iterator[Cache]:
    """Read what is kept in a folder, and at the end, even an early one, keep what is new.

    Args:
        folder: made when there is something to keep; ``None``: nothing is read nor kept.
        generation: what made the results; those of another are dropped.
        patience: seconds to wait for another run that writes.
    """
    if folder is None:
        yield Cache()
        return
    file = folder / FILE_NAME
    notices = []
    stored = Stored()
    try:
        stored = read(file, patience)
    except CacheFileError as error:
        notices.append(_said(error, file))
        stored = Stored(damaged=error.damaged)
    if stored.generation not in {None, generation}:
        notices.append(f"{folder}: results of another version; judging anew")
        stored = Stored(generation=stored.generation)
    cache = Cache(stored)
    cache.notices += notices
    try:
        yield cache
    finally:
        _keep(cache, file, generation, patience)


def _keep(cache: Cache, file: Path, generation: str, patience: float) -> None:
    changes, stored = cache._changes, cache._stored  # noqa: SLF001  (its other half)
    if not (changes or stored.damaged or stored.generation not in {None, generation}):
        return
    try:
        _furnish(file.parent)
        write(file, changes, generation, patience)
    except CacheFileError as error:
        line = _said(error, file)
        if line not in cache.notices:
            cache.notices.append(line)


def _furnish(folder: Path) -> None:
    """Make the folder one that git and backups pass over, unless it is somebody else's."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        ours = (folder / _TAG).exists() or not any(folder.iterdir())
        for name, text in _FURNITURE.items():
            if ours and not (folder / name).exists():
                (folder / name).write_text(text, encoding="utf-8")
    except OSError as error:
        raise CacheFileError(error.strerror or str(error)) from error


def _said(error: CacheFileError, file: Path) -> str:
    if error.damaged:
        return f"{file}: damaged ({error}); removed, judging anew"
    return f"{file}: results cannot be kept ({error}); the check goes on without"


def _plain(path: str) -> str:
    """A path that any database takes, even if its name is no UTF-8."""
    return path.encode("utf-8", "backslashreplace").decode("utf-8")


def _sealed(name: str, key: str, value: bytes) -> bytes:
    """A value, after what tells whether it is still the one that was kept."""
    seal = hashlib.blake2b(f"{name}\0{key}\0".encode(), digest_size=_SEAL)
    seal.update(value)
    return seal.digest() + value


def _unsealed(name: str, key: str, sealed: bytes) -> bytes | None:
    value = sealed[_SEAL:]
    return value if sealed == _sealed(name, key, value) else None
