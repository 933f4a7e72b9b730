"""Quoted-printable, base64 and charsets undone, each with the way back.

Between the steps bytes are carried as a ``str`` whose characters are U+0000 to U+00FF, one a byte,
so that one kind of map serves all steps.
"""

import codecs
import re
from typing import NamedTuple

from followup_kit.models.message import OffsetMap
from followup_kit.reading.plain import Builder

_BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_VALUES = {char: value for value, char in enumerate(_BASE64)}
_VALUES |= {"-": 62, "_": 63}
_BYTE = 8
_ONE_ALONE = 6
"""Bits that one base64 character leaves when the others of its group are missing."""

_QUOTED = re.compile(
    r"=(?P<hex>[0-9A-Fa-f]{2})|(?P<soft>=[ \t]*\r?\n|=\Z)|(?P<trailing>[ \t]+(?=\r?\n))"
    r"|(?P<run>[^= \t]+|[ \t]+|=)"
)
_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
_SINGLE_BYTE = re.compile(r"(?:iso8859|cp125|cp85|cp437|koi8|mac|latin|ascii)")
_FOR_TEXT = re.compile(r"(?:utf|iso|cp|koi8|mac|gb|big5|euc|shift|hz|tis|ascii|latin)")
"""Python also knows codecs that mail does not use and that raise on what they cannot read."""

_AS_WINDOWS = {"iso8859-1": "cp1252", "ascii": "cp1252"}
"""What mail programs of Windows label so holds its curly quotes too, as browsers know."""


class Decoded(NamedTuple):
    """A text, the map back to what was decoded, and whether all of it could be."""

    text: str
    origin: OffsetMap
    sound: bool = True


def from_quoted_printable(text: str, charset: str) -> Decoded:
    """Undo quoted-printable; gives bytes as characters.

    Args:
        text: the encoded part; should be ASCII, strays are taken in the part's charset.
        charset: of the part.
    """
    builder = Builder()
    sound = True
    for match in _QUOTED.finditer(text):
        start, end = match.span()
        if match["hex"]:
            builder.stand(chr(int(match["hex"], 16)), start, end)
        elif match["run"]:
            sound = sound and match["run"] != "="
            _copy_bytes(builder, match["run"], start, charset)
    return Decoded(*builder.plain(), sound)


def from_base64(text: str) -> Decoded:
    """Undo base64; gives bytes as characters, each from the two base64 characters that carry it.

    Characters outside the alphabet are passed over, as mail programs do.
    """
    builder = Builder()
    held, bits, last = 0, 0, 0
    sound = True
    for at, char in enumerate(text):
        value = _VALUES.get(char)
        if value is None:
            sound = sound and (char in "=\r\n \t")
            if char == "=":
                held, bits = 0, 0
            continue
        held, bits = (held << 6 | value) & 0xFFFF, bits + 6
        if bits >= _BYTE:
            bits -= _BYTE
            builder.stand(chr(held >> bits & 0xFF), last, at + 1)
        last = at
    return Decoded(*builder.plain(), sound and bits != _ONE_ALONE)


def from_charset(text: str, charset: str | None) -> Decoded:
    """Decode bytes carried as characters.

    Args:
        text: one character a byte.
        charset: as the part declares it; None, or one nobody knows, is guessed.
    """
    if text.isascii() and charset is None:
        return Decoded(text, OffsetMap.identity(len(text)))
    data = text.encode("latin-1")
    codec, sound = _codec(data, charset)
    if _SINGLE_BYTE.match(codec):
        return Decoded(data.decode(codec, "replace"), OffsetMap.identity(len(text)), sound)
    builder = Builder()
    ascii_stays = codec == "utf-8"
    at = 0
    for match in _NOT_ASCII.finditer(text) if ascii_stays else ():
        builder.copy(text[at : match.start()], at)
        sound = _decode_run(builder, data, match.start(), match.end(), codec) and sound
        at = match.end()
    if ascii_stays:
        builder.copy(text[at:], at)
    else:
        sound = _decode_run(builder, data, 0, len(data), codec) and sound
    return Decoded(*builder.plain(), sound)


def known_charset(charset: str | None) -> str | None:
    """Python's name of a charset for text; None for one it does not know."""
    try:
        name = codecs.lookup(charset or "").name
    except (LookupError, ValueError):
        return None
    return name if _FOR_TEXT.match(name) else None


def _codec(data: bytes, charset: str | None) -> tuple[str, bool]:
    """The codec to use, and whether it is the declared one."""
    name = known_charset(charset)
    if name == "utf-8":
        return name, True
    if name in (None, "ascii"):
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            return "cp1252", False
        return "utf-8", name is not None or charset is None
    return _AS_WINDOWS.get(name, name), True


def _decode_run(builder: Builder, data: bytes, start: int, end: int, codec: str) -> bool:
    """Decode byte by byte, so that each character knows its bytes; True when nothing was lost."""
    decoder = codecs.getincrementaldecoder(codec)("replace")
    since = start
    sound = True
    for at in range(start, end):
        try:
            out = decoder.decode(data[at : at + 1], final=at == end - 1)
        except UnicodeError:  # some decoders give up although told to replace
            builder.stand("\ufffd", since, end)
            return False
        if out:
            sound = sound and "\ufffd" not in out
            builder.stand(out, since, at + 1)
            since = at + 1
    return sound


def _copy_bytes(builder: Builder, run: str, start: int, charset: str) -> None:
    """Copy a literal run as bytes; a character beyond ASCII becomes its bytes in ``charset``."""
    if run.isascii():
        builder.copy(run, start)
        return
    for at, char in enumerate(run, start):
        if char.isascii():
            builder.copy(char, at)
        else:
            try:
                data = char.encode(charset)
            except UnicodeEncodeError:
                data = b"?"
            builder.stand(data.decode("latin-1"), at, at + 1)
