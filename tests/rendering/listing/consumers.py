"""How those who read the formats find a place in a file: written from their documentation."""

import re
from typing import NamedTuple
from xml.etree import ElementTree as ET

from hypothesis import strategies as st

_LINE_ENDS = re.compile("\r\n|\r|\n")
TEXTS = st.text(st.sampled_from("ab {}é\u0301€😀\u00a0\u202f\r\nœ·%:,|`<\u202e\x1b"), max_size=40)


class Command(NamedTuple):
    """A workflow command of GitHub."""

    name: str
    properties: dict[str, str]
    data: str


def line_starts(text: str) -> list[int]:
    """The offsets at which lines begin; CRLF, LF and CR end one."""
    return [0, *(found.end() for found in _LINE_ENDS.finditer(text))]


def offset(text: str, line: int, column: int) -> int:
    """The code point at a line and a column, both from 1."""
    return line_starts(text)[line - 1] + column - 1


def byte_offset(text: str, line: int, column: int) -> int:
    """The byte of a text in UTF-8 at a line and a column in bytes, both from 1."""
    return len(text[: line_starts(text)[line - 1]].encode()) + column - 1


def xml(text: str) -> ET.Element:
    """The root of a document."""
    return ET.fromstring(text)  # noqa: S314  (the kit has just written it)


def commands(text: str) -> list[Command]:
    """The workflow commands of a log: ``::name key=value,key=value::data``."""
    return [_command(line) for line in text.splitlines()]


def _command(line: str) -> Command:
    match = re.fullmatch(r"::(\w+) ([^\n]*?)::(.*)", line)
    assert match, line
    pairs = (pair.split("=", 1) for pair in match[2].split(","))
    return Command(match[1], {key: _property(value) for key, value in pairs}, _data(match[3]))


def _data(text: str) -> str:
    return text.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")


def _property(text: str) -> str:
    return _data(text.replace("%3A", ":").replace("%2C", ","))
