"""A mail file: its subject and the text the writer wrote, each character mapped into the file."""

import re
from collections.abc import Iterator

from followup_kit.models.draft import Draft
from followup_kit.models.message import OffsetMap, Piece, Segment
from followup_kit.reading.flowed import unflow
from followup_kit.reading.html import read_html
from followup_kit.reading.mime import Part, read_part
from followup_kit.reading.plain import Notice, Plain
from followup_kit.reading.subject import read_subject
from followup_kit.reading.text import cleaned, read_text
from followup_kit.reading.transfer import (
    Decoded,
    from_base64,
    from_charset,
    from_quoted_printable,
    known_charset,
)

_BLANK_LINES = "\n\n"
_HEADER = re.compile(r"\A\s*(?:From |[!-9;-~]+:[ \t\r\n])")


def read_eml(draft: Draft) -> Plain:
    """Read a mail; the plain part is preferred to the HTML part, attachments are passed over.

    Args:
        draft: its ``charset`` tells how the file became ``text``.

    Raises:
        InputError: more parts, or deeper ones, than any mail program makes.
    """
    text, notices = cleaned(draft.text)
    charset = draft.charset if max(text, default="") <= "\xff" else "utf-8"
    if not _HEADER.match(text):
        return _joined([read_text(text)], (*notices, ("reading.eml_without_headers", "")))
    mail = read_part(text, draft.name or "draft")
    found = read_subject(mail, text, charset)
    parts = [_read_leaf(part, text, charset) for part in _written(mail, text)]
    if not parts:
        notices = (*notices, ("reading.eml_without_text", mail.kind))
    return _joined([*([found] if found else []), *parts], notices)


def _written(part: Part, text: str) -> Iterator[Part]:
    """The parts that hold what was written, the best form of each."""
    if not part.children:
        if part.kind in ("text/plain", "text/html") and not _attached(part):
            yield part
        return
    if part.kind != "multipart/alternative":
        for child in part.children:
            yield from _written(child, text)
        return
    choices = [list(_written(child, text)) for child in part.children]
    choices = [choice for choice in choices if choice]
    plain = [choice for choice in choices if choice[0].kind == "text/plain"]
    for choice in [*plain, *choices[::-1]]:
        if any(text[leaf.start : leaf.end].strip() for leaf in choice):
            yield from choice
            return


def _attached(part: Part) -> bool:
    disposition = str(part.headers.get("content-disposition") or "").strip().lower()
    named = part.parameter("name") or part.parameter("filename", "content-disposition")
    return disposition.startswith("attachment") or bool(named)


def _read_leaf(part: Part, text: str, charset: str) -> Plain:
    """Decode one part: transfer encoding, charset, flowed lines, HTML; the maps composed."""
    decoded, notices = _decode(part, text, charset)
    inner, origin = decoded.text, decoded.origin
    if part.kind == "text/html":
        page = read_html(inner)
        return Plain(
            page.text, page.origin.after(origin), page.known, notices=(*notices, *page.notices)
        )
    if part.parameter("format") == "flowed":
        inner, joined = unflow(inner, delete_space=part.parameter("delsp") == "yes")
        origin = joined.after(origin)
    clean, further = cleaned(inner)
    return Plain(clean, origin, notices=(*notices, *further))


def _decode(part: Part, text: str, charset: str) -> tuple[Decoded, tuple[Notice, ...]]:
    body = text[part.start : part.end]
    here = OffsetMap((Piece(0, len(body), part.start, part.end),))
    encoding = str(part.headers.get("content-transfer-encoding") or "").strip().lower()
    declared = part.parameter("charset")
    notices: list[Notice] = []
    if encoding == "quoted-printable":
        stray = "latin-1" if charset == "latin-1" else known_charset(declared) or "utf-8"
        carried = from_quoted_printable(body, stray)
    elif encoding == "base64":
        carried = from_base64(body)
    elif charset == "latin-1":
        carried = Decoded(body, OffsetMap.identity(len(body)))
    else:
        return Decoded(body, here), ()
    if not carried.sound:
        notices.append(("reading.eml_damaged", encoding))
    decoded = from_charset(carried.text, declared)
    if not decoded.sound:
        notices.append(("reading.eml_charset", declared or ""))
    return Decoded(decoded.text, decoded.origin.after(carried.origin.after(here))), tuple(notices)


def _joined(parts: list[Plain], notices: tuple[Notice, ...]) -> Plain:
    """One text of the subject and the parts, empty lines between."""
    text = ""
    pieces: list[Piece] = []
    known: list[Segment] = []
    for part in parts:
        notices += part.notices
        if not part.text:
            continue
        if text:
            at = pieces[-1].source_end if pieces else 0
            pieces.append(Piece(len(text), len(text) + len(_BLANK_LINES), at, at))
            text += _BLANK_LINES
        shift = len(text)
        pieces += [
            Piece(p.plain_start + shift, p.plain_end + shift, p.source_start, p.source_end)
            for p in part.origin.pieces
            if p.plain_end > p.plain_start
        ]
        known += [Segment(s.zone, s.start + shift, s.end + shift) for s in part.known]
        text += part.text
    subject = next((part.subject for part in parts if part.subject), None)
    return Plain(text, OffsetMap(tuple(pieces)), tuple(known), subject, notices)
