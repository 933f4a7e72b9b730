"""The parts of a mail, with their offsets: the standard parser tells what, not where."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message as Headers
from email.parser import HeaderParser
from email.policy import compat32

from followup_kit.errors import InputError
from followup_kit.reading.limits import MAX_MIME_DEPTH, MAX_MIME_PARTS

_HEADER_LINE = re.compile(r"(?:[!-9;-~]+[ \t]*:|[ \t]+\S|From )")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_PARSER = HeaderParser(policy=compat32)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a mail.

    Attributes:
        headers: parsed by the standard library.
        head: where the header block starts.
        start: where the body starts.
        end: one past its last character.
        children: parts of a multipart.
    """

    headers: Headers
    head: int
    start: int
    end: int
    children: tuple["Part", ...] = ()

    @property
    def kind(self) -> str:
        """``text/plain`` and the like, in lower case."""
        return self.headers.get_content_type()

    def parameter(self, name: str, header: str = "content-type") -> str | None:
        """A parameter of a header, such as ``charset``; None when missing or garbled."""
        try:
            value = self.headers.get_param(name, header=header)
        except (LookupError, ValueError):
            return None
        if isinstance(value, tuple):
            value = value[2]
        return value.strip().lower() if isinstance(value, str) else None


def read_part(text: str, name: str) -> Part:
    """Divide a mail into its parts.

    Args:
        text: the whole file.
        name: what to call it in errors.

    Raises:
        InputError: more parts, or deeper ones, than any mail program makes.
    """
    return _Divider(text, name).part(0, len(text), 0)


class _Divider:
    """Counts the parts of one mail while dividing it."""

    def __init__(self, text: str, name: str) -> None:
        self._text = text
        self._name = name
        self._count = 0

    def part(self, start: int, end: int, depth: int) -> Part:
        """The part that lies between two offsets."""
        self._count += 1
        if self._count > MAX_MIME_PARTS:
            raise InputError(
                f"{self._name}: more than {MAX_MIME_PARTS} parts; "
                "save the message without attachments"
            )
        if depth > MAX_MIME_DEPTH:
            raise InputError(
                f"{self._name}: parts nested more than {MAX_MIME_DEPTH} deep; "
                "save the message alone"
            )
        body = self._body_start(start, end)
        headers = _PARSER.parsestr(self._text[start:body], headersonly=True)
        part = Part(headers, start, body, end)
        boundary = self._boundary(headers)
        if boundary is None or not part.kind.startswith("multipart/"):
            return part
        spans = _between(self._text, body, end, boundary)
        children = tuple(self.part(*span, depth + 1) for span in spans)
        return Part(headers, start, body, end, children)

    def _body_start(self, start: int, end: int) -> int:
        """Skip header lines and the empty line after them."""
        at = start
        while at < end:
            line = _LINE.match(self._text, at, end)
            if line is None or line.end() == at:
                break
            if not line.group().strip():
                return line.end()
            if not _HEADER_LINE.match(line.group()):
                break
            at = line.end()
        return at

    def _boundary(self, headers: Headers) -> str | None:
        try:
            return headers.get_boundary()
        except (LookupError, ValueError):
            return None


def _between(text: str, start: int, end: int, boundary: str) -> Iterator[tuple[int, int]]:
    """The stretches between boundary lines; the line end before a boundary belongs to it."""
    line = re.compile(rf"(?m)^--{re.escape(boundary)}(--)?[ \t]*\r?$\n?")
    opened: int | None = None
    for match in line.finditer(text, start, end):
        if opened is not None:
            stop = match.start()
            stop -= text.endswith("\n", opened, stop)
            stop -= text.endswith("\r", opened, stop)
            yield opened, stop
        opened = None if match.group(1) else match.end()
        if match.group(1):
            return
    if opened is not None:
        yield opened, end
