"""A project: its settings, the files asked for, and the library that they are held against."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from followup_kit.errors import InputError
from followup_kit.library.changed import changed_since
from followup_kit.library.discover import Discovered, discover
from followup_kit.library.files import TemplateFile, read_files
from followup_kit.library.settings import Settings
from followup_kit.library.settings_file import Found, find_settings


@dataclass(frozen=True, slots=True)
class Project:
    """What is to be checked, and against what.

    Attributes:
        found: the settings, and the folders that paths count from.
        chosen: the files to report on.
        files: every file of the library, those to report on among them.
        whole: whether ``files`` are all that the settings speak of.
    """

    found: Found
    chosen: Discovered
    files: tuple[TemplateFile, ...]
    whole: bool

    @property
    def settings(self) -> Settings:
        """The settings in force, before overrides by path."""
        return self.found.settings

    @property
    def reports_on_all(self) -> bool:
        """Whether the whole library is reported on."""
        return self.whole and len(self.chosen.files) == len(self.files)

    @property
    def packs(self) -> list[Path]:
        """Folders of rule packs."""
        return [self.found.home / pack for pack in self.settings.rules]


def open_project(
    start: Path,
    paths: Sequence[Path],
    *,
    config: Path | None = None,
    said: Mapping[str, Any] | None = None,
    revision: str | None = None,
    force_exclude: bool = False,
    output: Path | None = None,
) -> Project:
    """Find out what is to be checked.

    Where there are settings, or a revision to compare with, there is a library: named files are
    held against all of it.

    Args:
        start: the folder to look for settings from where no paths are named; else they are looked
            for from the folder that holds all of these.
        paths: files and folders to report on; none for the folder of the settings.
        config: a settings file to read instead.
        said: settings that take the place of those of the file.
        revision: report only on what changed since, in git.
        force_exclude: leave out what the settings exclude even where it is named.
        output: where the listing will be written; it is no template, whatever its name.

    Raises:
        InputError: settings that cannot be read, a path that does not exist, or no templates.
        UsageError: a revision that is none.
    """
    found = find_settings(_meeting(start, paths), config)
    found = replace(found, settings=found.settings.model_copy(update=dict(said or {})))
    asked = paths or (found.home,)
    chosen = discover(asked, found.settings, found.home, found.base, force_exclude=force_exclude)
    whole = bool(found.file) or revision is not None or not paths
    others = chosen.files
    if whole and paths:
        others = discover((found.home,), found.settings, found.home, found.base).files
    if revision is not None:
        changed = changed_since(revision, found.base)
        kept = tuple(one for one in chosen.files if Path(os.path.realpath(one.path)) in changed)
        chosen = replace(chosen, files=kept)
    elif not (chosen.files or chosen.failures or chosen.notices):
        where = ", ".join(str(path) for path in paths) or str(found.home)
        raise InputError(f"{where}: no templates here; name files, or set include in the settings")
    wanted = (*others, *chosen.files) if chosen.files else ()
    written = output.absolute() if output else None
    chosen = replace(chosen, files=tuple(one for one in chosen.files if one.path != written))
    sources = {one.shown: one for one in wanted if one.path != written}
    ordered = [sources[name] for name in sorted(sources)]
    return Project(found, chosen, tuple(read_files(ordered, found.settings, found.home)), whole)


def _meeting(start: Path, paths: Sequence[Path]) -> Path:
    """The lowest folder that holds all paths; on several drives of Windows there is none."""
    if not paths:
        return start
    folders = [path if path.is_dir() else path.parent for path in paths]
    try:
        return Path(os.path.commonpath([folder.resolve() for folder in folders]))
    except ValueError:
        return start
