"""The subject of a mail: folded lines and encoded words (RFC 2047) undone, with the way back."""

import re

from followup_kit.models.message import OffsetMap, Piece, Segment
from followup_kit.reading.mime import Part
from followup_kit.reading.plain import Builder, Plain
from followup_kit.reading.transfer import Decoded, from_base64, from_charset, from_quoted_printable

_SUBJECT = re.compile(r"(?im)^subject[ \t]*:[ \t]*(?P<value>[^\r\n]*(?:\r?\n[ \t]+[^\r\n]*)*)")
_TOKEN = re.compile(
    r"=\?(?P<charset>[^?\s*]{1,40})(?:\*[^?\s]{0,20})?\?(?P<how>[bBqQ])\?(?P<data>[^?\r\n]*)\?="
    r"|(?P<fold>[ \t]*\r?\n[ \t]+)|(?P<plain>[^=\r\n]+|.)"
)


def read_subject(mail: Part, text: str, charset: str) -> Plain | None:
    """Read the subject header.

    Args:
        mail: the outermost part.
        text: the whole file.
        charset: how the file became ``text``.

    Returns:
        The subject as one known segment; None when there is none.
    """
    header = _SUBJECT.search(text, mail.head, mail.start)
    if header is None or not header.group("value").strip():
        return None
    builder = Builder()
    space: tuple[int, int] | None = None
    encoded_before = False
    for match in _TOKEN.finditer(text, header.start("value"), header.end("value")):
        start, end = match.span()
        if match["fold"] or (match["plain"] and not match["plain"].strip()):
            space = (space[0] if space else start, end)
            continue
        if space and builder.length and not (encoded_before and match["how"]):
            builder.stand(" ", *space)
        space = None
        encoded_before = match["how"] is not None
        if encoded_before:
            _encoded_word(builder, match)
        else:
            _raw(builder, match.group(), start, charset)
    subject, origin = builder.plain()
    return Plain(subject, origin, (Segment("subject", 0, len(subject)),), subject.strip() or None)


def _encoded_word(builder: Builder, match: re.Match[str]) -> None:
    data = match["data"]
    if match["how"] in "qQ":
        carried = from_quoted_printable(data.replace("_", " "), "utf-8")
    else:
        carried = from_base64(data)
    decoded = from_charset(carried.text, match["charset"])
    _write(builder, decoded, decoded.origin.after(carried.origin), match.start("data"))


def _raw(builder: Builder, run: str, start: int, charset: str) -> None:
    """Characters beyond ASCII stand in some headers as they are."""
    decoded = Decoded(run, OffsetMap((Piece(0, len(run), 0, len(run)),)))
    if charset == "latin-1":
        decoded = from_charset(run, None)
    _write(builder, decoded, decoded.origin, start)


def _write(builder: Builder, decoded: Decoded, origin: OffsetMap, shift: int) -> None:
    for piece in origin.pieces:
        run = decoded.text[piece.plain_start : piece.plain_end]
        if piece.literal:
            builder.copy(run, piece.source_start + shift)
        else:
            builder.stand(run, piece.source_start + shift, piece.source_end + shift)
