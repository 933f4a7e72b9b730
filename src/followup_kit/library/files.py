"""The files of a library: what each holds, and what is asked of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from followup_kit.errors import InputError
from followup_kit.library.discover import Source
from followup_kit.library.settings import Settings
from followup_kit.reading.files import read_bytes
from followup_kit.reading.limits import MAX_TEMPLATE_BYTES


@dataclass(frozen=True, slots=True)
class TemplateFile:
    """One file of a library.

    Attributes:
        name: its path from the root of the project, with slashes.
        settings: those in force for it.
        data: what it holds; nothing when it cannot be read.
        unread: why it cannot be read.
    """

    name: str
    settings: Settings
    data: bytes = b""
    unread: str | None = None


def read_files(sources: Sequence[Source], settings: Settings, home: Path) -> Iterator[TemplateFile]:
    """Read the files of a library, in order; one that cannot be read says why.

    Args:
        sources: the files.
        settings: those of the library.
        home: the folder that the globs of the settings count from.
    """
    for source in sources:
        wanted = settings.for_path(_below(source.path, home))
        try:
            data = read_bytes(source.path, source.shown, MAX_TEMPLATE_BYTES)
        except InputError as error:
            why = str(error).removeprefix(f"{source.shown}: ")
            yield TemplateFile(source.shown, wanted, unread=why)
            continue
        if len(data) > MAX_TEMPLATE_BYTES:
            why = f"larger than {MAX_TEMPLATE_BYTES} bytes; is it a template?"
            yield TemplateFile(source.shown, wanted, unread=why)
        else:
            yield TemplateFile(source.shown, wanted, data)


def _below(path: Path, home: Path) -> str:
    """A path as the globs of the settings see it; one from elsewhere as it is."""
    try:
        return path.absolute().relative_to(home.absolute()).as_posix()
    except ValueError:
        return path.as_posix()
