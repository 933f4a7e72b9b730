"""Where results go: a terminal, a pipe or a file, each as it can take them."""

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from followup_kit.errors import InputError

PIPED = 80
"""Columns when nobody's terminal says how many there are."""

_SIMPLER = {
    "━": "=",
    "─": "-",
    "·": "-",
    "\u2212": "-",
    "\u202f": "\u00a0",
    "“": '"',
    "”": '"',
    "«": '"',
    "»": '"',
    "‘": "'",
    "’": "'",
    "…": "...",
    "→": "->",
    **dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789", strict=True)),
}
"""What stands for our own signs where a code page has none of them."""


@dataclass(frozen=True)
class Output:
    """Where to write, and what may be written there.

    Attributes:
        file: when not standard output.
        color: whether colour codes are welcome.
        width: columns to fill.
    """

    file: BinaryIO | None
    color: bool
    width: int

    def show(self, text: str) -> None:
        """Write for people: on standard output in its own encoding, whatever it lacks."""
        if self.file:
            self.file.write(text.encode("utf-8"))
        else:
            sys.stdout.write(encodable(text, sys.stdout.encoding or "utf-8"))

    def record(self, text: str) -> None:
        """Write for machines: UTF-8, now."""
        data = text.encode("utf-8")
        if self.file:
            self.file.write(data)
            return
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()


@contextmanager
def opened(path: Path | None) -> Iterator[Output]:
    """Standard output, or a file that is made anew.

    Raises:
        InputError: the file cannot be written.
    """
    if path is None:
        terminal = sys.stdout.isatty()
        yield Output(None, wants_color(), shutil.get_terminal_size().columns if terminal else PIPED)
        return
    try:
        file = path.open("wb")
    except OSError as error:
        why = error.strerror or error
        raise InputError(f"{path}: cannot be written ({why}); name another file") from error
    with file:
        yield Output(file, color=False, width=PIPED)


def wants_color() -> bool:
    """Whether standard output is a terminal that shows colours, or the user says so."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    if not sys.stdout.isatty():
        return False
    from rich.console import Console  # noqa: PLC0415  (only a terminal needs it)

    console = Console(file=sys.stdout)
    return console.color_system is not None and not console.legacy_windows


def encodable(text: str, encoding: str) -> str:
    """The text with what an encoding lacks made simpler, or a question mark."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        simpler = "".join(
            char if _has(encoding, char) else _SIMPLER.get(char, char) for char in text
        )
        simpler = simpler if _has(encoding, "\u00a0") else simpler.replace("\u00a0", " ")
        return simpler.encode(encoding, "replace").decode(encoding)
    return text


def _has(encoding: str, char: str) -> bool:
    try:
        char.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
