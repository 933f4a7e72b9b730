"""Files and standard input → Draft; what cannot be read is one clear line."""

import codecs
from pathlib import Path
from typing import Literal

from followup_kit.errors import InputError
from followup_kit.models.base import Channel, Language, Scenario
from followup_kit.models.draft import Draft, DraftFormat
from followup_kit.reading.limits import MAX_BYTES
from followup_kit.reading.plain import Notice

_FORMATS: dict[str, DraftFormat] = {
    ".txt": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".eml": "eml",
}
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""UTF-32 first: its little-endian mark begins with that of UTF-16."""

_KINDS = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a Word file or another archive"),
    (b"\xd0\xcf\x11\xe0", "an Outlook or old Word file"),
    (b"{\\rtf", "a rich text file"),
)
_TEXT_CONTROLS = b"\t\n\v\f\r\x1b"
_MOST_CONTROLS = 0.05
"""Share of control bytes: text has next to none, compressed data some 11 in 100."""


def load(
    path: Path | str,
    *,
    subject: str | None = None,
    channel: Channel = "email",
    scenario: Scenario = "interview",
    language: Literal["auto"] | Language = "auto",
    format: DraftFormat | None = None,  # noqa: A002  (the word users know)
) -> Draft:
    """Read a file.

    Args:
        path: of the file; without ``format``, its suffix tells the format.
        subject: when it does not stand in the file.
        channel: how the message is sent.
        scenario: interview or sales.
        language: to judge it in.
        format: when the suffix does not tell.

    Raises:
        InputError: no such file, a folder, unreadable, too large, or not text.
    """
    path = Path(path)
    name = str(path)
    data = read_bytes(path, name)
    return load_bytes(
        data,
        name,
        subject=subject,
        channel=channel,
        scenario=scenario,
        language=language,
        format=format or format_of(path.name),
    )


def read_bytes(path: Path, name: str, most: int = MAX_BYTES) -> bytes:
    """Read a file, up to one byte more than it may have.

    Args:
        path: of the file.
        name: what to call it in errors.
        most: bytes it may have.

    Raises:
        InputError: no such file, a folder, or unreadable.
    """
    try:
        with path.open("rb") as file:
            return file.read(most + 1)
    except FileNotFoundError as error:
        raise InputError(
            f"{name}: no such file; check the path, or give - to read standard input"
        ) from error
    except IsADirectoryError as error:
        raise InputError(f"{name}: a folder; name a file in it") from error
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise InputError(
            f"{name}: cannot be read ({why}); check the path and its permissions"
        ) from error


def format_of(name: str) -> DraftFormat:
    """The format that a file's name tells; ``text`` when it tells none."""
    return _FORMATS.get(Path(name).suffix.lower(), "text")


def load_bytes(
    data: bytes,
    name: str,
    *,
    subject: str | None = None,
    channel: Channel = "email",
    scenario: Scenario = "interview",
    language: Literal["auto"] | Language = "auto",
    format: DraftFormat = "text",  # noqa: A002  (the word users know)
) -> Draft:
    """Decode what was read from a file or standard input.

    Args:
        data: UTF-8, UTF-16 or UTF-32 with their mark, or else Windows-1252 as a guess.
        name: what to call it in reports and errors.
        subject: when it does not stand in the data.
        channel: how the message is sent.
        scenario: interview or sales.
        language: to judge it in.
        format: how to read it.

    Raises:
        InputError: too large, or not text.
    """
    if len(data) > MAX_BYTES:
        raise InputError(
            f"{name}: larger than {MAX_BYTES} bytes; give the message alone, without attachments"
        )
    text, charset, notices = _decode(data, name, format)
    return Draft(
        text=text,
        subject=subject,
        channel=channel,
        scenario=scenario,
        language=language,
        format=format,
        name=name,
        charset=charset,
        notices=notices,
    )


def _decode(
    data: bytes,
    name: str,
    format: DraftFormat,  # noqa: A002
) -> tuple[str, Literal["utf-8", "latin-1"], tuple[Notice, ...]]:
    for mark, codec in _MARKS:
        if data.startswith(mark):
            text = data.decode(codec, "replace")
            lost = "\ufffd" in text
            return text, "utf-8", (("reading.charset_damaged", codec),) if lost else ()
    _refuse_binary(data, name)
    try:
        return data.decode("utf-8"), "utf-8", ()
    except UnicodeDecodeError:
        pass
    if format == "eml":
        return data.decode("latin-1"), "latin-1", (("reading.charset_guessed", "latin-1"),)
    try:
        return data.decode("cp1252"), "utf-8", (("reading.charset_guessed", "windows-1252"),)
    except UnicodeDecodeError:
        return data.decode("latin-1"), "utf-8", (("reading.charset_guessed", "latin-1"),)


def _refuse_binary(data: bytes, name: str) -> None:
    for start, kind in _KINDS:
        if data.startswith(start):
            raise InputError(f"{name}: {kind}, not text; save the message as plain text or .eml")
    controls = sum(data.count(bytes([code])) for code in range(32) if code not in _TEXT_CONTROLS)
    if controls > _MOST_CONTROLS * len(data):
        raise InputError(f"{name}: not text; save the message as plain text in UTF-8")
