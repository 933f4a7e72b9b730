"""Lines of files and of standard input, read one at a time whatever their length."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, ClassVar

from followup_kit.errors import InputError


@dataclass(frozen=True)
class Source:
    """A file of lines, or standard input when it has no path."""

    path: Path | None
    LONGEST: ClassVar[int] = 8_000_000
    """Bytes of one line: the largest draft escaped, with notes and a posting."""

    @property
    def size(self) -> int | None:
        """Bytes to read, when that is known beforehand."""
        return self.path.stat().st_size if self.path and self.path.is_file() else None

    def lines(self) -> Iterator[tuple[int, bytes]]:
        """Each line with its number; of one that is too long, only its beginning.

        Raises:
            InputError: the file cannot be read.
        """
        with self._opened() as file:
            number = 0
            while line := file.readline(self.LONGEST + 1):
                number += 1
                rest = line
                while len(rest) > self.LONGEST and not rest.endswith(b"\n"):
                    rest = file.readline(self.LONGEST + 1)
                yield number, line

    @contextmanager
    def _opened(self) -> Iterator[BinaryIO]:
        if self.path is None:
            yield sys.stdin.buffer
            return
        try:
            file = self.path.open("rb")
        except FileNotFoundError as error:
            raise InputError(f"{self.path}: no such file; check the path") from error
        except IsADirectoryError as error:
            raise InputError(f"{self.path}: a folder; name a file of JSON lines") from error
        except (OSError, ValueError) as error:
            why = getattr(error, "strerror", None) or error
            raise InputError(f"{self.path}: cannot be read ({why}); check it") from error
        with file:
            yield file


def sources(names: Iterable[str]) -> Iterator[Source]:
    """The files of those names; ``-`` is standard input."""
    for name in names:
        yield Source(None if name == "-" else Path(name))
