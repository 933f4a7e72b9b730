"""What ``.gitignore`` and ``.followupkitignore`` files say of a path, nested as git nests them."""

from collections.abc import Iterator
from pathlib import Path

from followup_kit.library.globs import Globs

IGNORE_FILES = (".followupkitignore", ".gitignore")
"""The first that says anything decides, so that ours can take back what git ignores."""


class IgnoreFiles:
    """Reads ignore files once each, as folders are met."""

    def __init__(self) -> None:
        self.notices: list[str] = []
        self._read: dict[tuple[str, str], Globs | None] = {}

    def ignore(self, top: str, relative: str, *, folder: bool) -> bool:
        """Whether a path is ignored; of the folders above it, whoever walks has asked before.

        Args:
            top: the folder whose ignore files are the first to count.
            relative: the path below it, with slashes.
            folder: whether the path is a folder.
        """
        said = (self._said(top, relative, name, folder=folder) for name in IGNORE_FILES)
        return next((answer for answer in said if answer is not None), False)

    def _said(self, top: str, relative: str, name: str, *, folder: bool) -> bool | None:
        """What the ignore files of one name say; the nearest one that says anything decides."""
        for place, below in _upward(top, relative):
            globs = self._globs(place, name)
            answer = globs.names(below, folder=folder) if globs else None
            if answer is not None:
                return answer
        return None

    def _globs(self, folder: str, name: str) -> Globs | None:
        key = (folder, name)
        if key not in self._read:
            self._read[key] = self._load(Path(folder) / name)
        return self._read[key]

    def _load(self, file: Path) -> Globs | None:
        try:
            text = file.read_bytes().decode("utf-8-sig", "surrogateescape")
        except (FileNotFoundError, IsADirectoryError, NotADirectoryError):
            return None
        except OSError as error:
            self.notices.append(f"{file}: cannot be read ({error.strerror}); nothing is ignored")
            return None
        return Globs(line.removesuffix("\r") for line in text.split("\n"))


def _upward(top: str, relative: str) -> Iterator[tuple[str, str]]:
    """Each folder from the path's own up to ``top``, and the path below it."""
    cut = len(relative)
    while (cut := relative.rfind("/", 0, cut)) >= 0:
        yield f"{top}/{relative[:cut]}", relative[cut + 1 :]
    yield top, relative
