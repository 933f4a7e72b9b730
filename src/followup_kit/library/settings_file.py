"""The file that holds the settings: where it is looked for, and what is said when it is wrong."""

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from followup_kit.errors import InputError
from followup_kit.library.settings import Settings
from followup_kit.library.settings_table import Origin, settings_of

OWN_NAMES = ("followup-kit.toml", ".followup-kit.toml")
SHARED_NAME = "pyproject.toml"
LARGEST = 1_000_000
"""Bytes of a settings file; one with a thousand overrides is a tenth of that."""

_TABLE = ("tool", "followup-kit")


@dataclass(frozen=True, slots=True)
class Found:
    """Settings and the folders that paths are relative to, all absolute.

    Attributes:
        base: the folder that paths in results are relative to.
        file: the settings file; ``None`` when there is none.
    """

    settings: Settings
    base: Path
    file: Path | None

    @property
    def home(self) -> Path:
        """The folder that globs and paths in the settings are relative to."""
        return self.file.parent if self.file else self.base


def find_settings(start: Path, named: Path | None = None) -> Found:
    """Read the settings nearest to a folder.

    Looked for from ``start`` upward, up to the first folder with ``.git`` or the root of the file
    system: ``followup-kit.toml``, ``.followup-kit.toml``, or a ``pyproject.toml`` with a table
    ``[tool.followup-kit]``. The nearest is the only one read; in one folder they win in that
    order.

    ``base`` is the nearest folder from ``start`` upward that holds ``.git``, else the settings
    file's folder, else ``start``.

    Args:
        start: a folder, or a file in it.
        named: a settings file to read instead of looking for one.

    Raises:
        InputError: it cannot be read, is not TOML, or does not say what settings must say.
    """
    start = start.resolve()
    start = start if start.is_dir() else start.parent
    upward, repository = _upward(start)
    if named:
        file = named.parent.resolve() / named.name
        return Found(_named(file, str(named)), repository or file.parent, file)
    for file in _candidates(upward):
        settings = _read(file, _shown(file, start))
        if settings is not None:
            return Found(settings, repository or file.parent, file)
    return Found(Settings(), repository or start, None)


def _upward(start: Path) -> tuple[list[Path], Path | None]:
    """Folders from ``start`` up to the repository's own, and that one."""
    folders = []
    for folder in (start, *start.parents):
        folders.append(folder)
        if (folder / ".git").exists():
            return folders, folder
    return folders, None


def _candidates(folders: Iterable[Path]) -> Iterator[Path]:
    for folder in folders:
        for name in (*OWN_NAMES, SHARED_NAME):
            if (folder / name).is_file():
                yield folder / name


def _shown(file: Path, start: Path) -> str:
    """What to call a file that was found: short where it lies at hand."""
    return file.name if file.parent == start else str(file)


def _named(file: Path, shown: str) -> Settings:
    settings = _read(file, shown)
    if settings is None:
        raise InputError(f"{shown}: no table [tool.followup-kit] in it; add one, or name another")
    return settings


def _read(file: Path, shown: str) -> Settings | None:
    """The settings in a file; ``None`` when a shared file holds none."""
    text = _text(file, shown)
    try:
        data: Any = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise InputError(f"{shown}: not TOML: {error}") from error
    below = _TABLE if file.name == SHARED_NAME else ()
    for key in below:
        data = data.get(key) if isinstance(data, dict) else None
    if data is None:
        return None
    return settings_of(data, Origin(shown, text, below))


def _text(file: Path, shown: str) -> str:
    try:
        with file.open("rb") as stream:
            data = stream.read(LARGEST + 1)
    except OSError as error:
        why = error.strerror or str(error)
        raise InputError(f"{shown}: cannot be read ({why}); check the path") from error
    if len(data) > LARGEST:
        raise InputError(f"{shown}: larger than {LARGEST} bytes; no settings are that long")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise InputError(f"{shown}:{line}: not UTF-8; save the file as UTF-8") from error
