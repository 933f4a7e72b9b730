"""The file of a cache: a small SQLite database, read at once and written in one transaction."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

Row = tuple[str, bytes]
"""A key and a value."""

_TABLES = (
    "CREATE TABLE IF NOT EXISTS results (path TEXT PRIMARY KEY, key TEXT, value BLOB)",
    "CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value BLOB)",
    "CREATE TABLE IF NOT EXISTS about (generation TEXT)",
)
_DAMAGED = frozenset(
    {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR, sqlite3.SQLITE_FORMAT}
)
"""``SQLITE_ERROR`` is a table that is missing or other than ours."""


class CacheFileError(Exception):
    """The file cannot be used; ``damaged`` when making it anew will help."""

    def __init__(self, why: str, *, damaged: bool = False) -> None:
        self.damaged = damaged
        super().__init__(why)


@dataclass(slots=True)
class Stored:
    """What a file held; ``generation`` is ``None`` where there was none."""

    generation: str | None = None
    rows: dict[str, Row] = field(default_factory=dict)
    meta: dict[str, bytes] = field(default_factory=dict)
    damaged: bool = False


@dataclass(slots=True)
class Changes:
    """What is to be written."""

    rows: dict[str, Row] = field(default_factory=dict)
    meta: dict[str, bytes] = field(default_factory=dict)
    forgotten: set[str] = field(default_factory=set)

    def __bool__(self) -> bool:
        return bool(self.rows or self.meta or self.forgotten)


def read(file: Path, patience: float) -> Stored:
    """Read all; nothing where there is no file.

    Raises:
        CacheFileError: it cannot be read now, or is damaged.
    """
    if not _exists(file):
        return Stored()
    with _connected(file, patience) as database:
        database.execute("BEGIN")
        if not database.execute("SELECT name FROM sqlite_master").fetchone():
            return Stored()
        generation = _generation(database)
        rows = database.execute("SELECT path, key, value FROM results").fetchall()
        meta = database.execute("SELECT name, value FROM meta").fetchall()
    if any(type(value) is not bytes for *_, value in (*rows, *meta)):
        raise CacheFileError("a value that is none of ours", damaged=True)
    return Stored(generation, {path: (key, value) for path, key, value in rows}, dict(meta))


def write(file: Path, changes: Changes, generation: str, patience: float) -> None:
    """Write changes; a file that is damaged, or of another generation, is made anew first.

    Raises:
        CacheFileError: it cannot be written; it is as it was before.
    """
    try:
        # Damage in a part that is not written to would stay for ever if nobody looked.
        read(file, patience)
        _write(file, changes, generation, patience)
    except CacheFileError as error:
        if not error.damaged:
            raise
        _remove(file)
        _write(file, changes, generation, patience)


def _write(file: Path, changes: Changes, generation: str, patience: float) -> None:
    with _connected(file, patience) as database:
        # Losing a cache to a power cut costs a run; waiting for the disk costs every run.
        database.execute("PRAGMA synchronous = OFF")
        database.execute("BEGIN IMMEDIATE")
        for table in _TABLES:
            database.execute(table)
        if _generation(database) != generation:
            for name in ("results", "meta", "about"):
                database.execute(f"DELETE FROM {name}")  # noqa: S608  (our own names)
            database.execute("INSERT INTO about VALUES (?)", (generation,))
        gone = [(path,) for path in changes.forgotten]
        database.executemany("DELETE FROM results WHERE path = ?", gone)
        rows = [(path, key, value) for path, (key, value) in changes.rows.items()]
        database.executemany("INSERT OR REPLACE INTO results VALUES (?, ?, ?)", rows)
        database.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", changes.meta.items())
        database.execute("COMMIT")


def _generation(database: sqlite3.Connection) -> str | None:
    found = database.execute("SELECT generation FROM about").fetchone()
    return found[0] if found else None


@contextmanager
def _connected(file: Path, patience: float) -> Iterator[sqlite3.Connection]:
    """A connection whose errors are of our own kind; what was not committed is undone."""
    if _exists(file) and file.is_dir():
        raise CacheFileError("a folder in its place", damaged=True)
    try:
        with closing(sqlite3.connect(file, timeout=patience, isolation_level=None)) as database:
            # Text of a damaged file need not be UTF-8.
            database.text_factory = lambda data: data.decode("utf-8", "replace")
            yield database
    except UnicodeDecodeError as error:
        # What SQLite says of damage may quote it.
        raise CacheFileError("its tables cannot be read", damaged=True) from error
    except sqlite3.Error as error:
        # The low byte is the kind of error; the others say more about it.
        kind = getattr(error, "sqlite_errorcode", 0) & 0xFF
        damaged = kind in _DAMAGED or (kind == sqlite3.SQLITE_READONLY and _writable(file))
        raise CacheFileError(str(error), damaged=damaged) from error


def _writable(file: Path) -> bool:
    """Whether a file that says it must not be written to only says so."""
    own = os.access in os.supports_effective_ids
    return all(os.access(path, os.W_OK, effective_ids=own) for path in (file, file.parent))


def _exists(file: Path) -> bool:
    try:
        return file.exists()
    except OSError as error:
        raise CacheFileError(error.strerror or str(error)) from error


def _remove(file: Path) -> None:
    try:
        if file.is_dir():
            shutil.rmtree(file)
        for left in (file, *(file.with_name(f"{file.name}{end}") for end in ("-journal", "-wal"))):
            left.unlink(missing_ok=True)
    except OSError as error:
        raise CacheFileError(error.strerror or str(error)) from error
