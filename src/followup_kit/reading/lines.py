"""Lines, words and sentences of a stretch of text, as offsets; whatever its language."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from followup_kit.words import fold

LINE_END = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
_LETTER = r"[^\W\d_]"
_WORD = re.compile(
    rf"(?<!\w){_LETTER}\+(?![\w+])|{_LETTER}(?:{_LETTER}|[\u0300-\u036f]|[·•‧](?={_LETTER}))*|\d+"
)
_EMOJI = r"[\u2600-\u27bf\U0001f000-\U0001faff]\ufe0f?"
_BOUNDARY = re.compile(rf"(?:[.!?…]+[\"»”)\]]*|(?:{_EMOJI})+)(?=\s|$)")
_INITIAL = re.compile(
    rf"(?:^|[\s(-]){_LETTER}\.$|(?:^|\s)(?:Mme|Mlle|Dr|Mr|Mrs|Ms|Prof|St|Ste|cf|ex|sem)\.$"
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line that holds something, without the white space around it.

    Attributes:
        start: first code point.
        end: one past the last code point.
        gap: whether an empty line, or nothing, lies above.
    """

    start: int
    end: int
    gap: bool


@dataclass(frozen=True, slots=True)
class Token:
    """A word as offsets, and the key it is compared by: folded, without accents."""

    start: int
    end: int
    key: str


def raw_lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Split into lines without their line ends; empty ones included."""
    lines = []
    at = start
    for match in LINE_END.finditer(text, start, end):
        lines.append((at, match.start()))
        at = match.end()
    lines.append((at, end))
    return lines


def filled_lines(text: str, start: int, end: int) -> list[Line]:
    """Split into the lines that hold more than white space."""
    lines = []
    gap = True
    for line_start, line_end in raw_lines(text, start, end):
        first, last = trim(text, line_start, line_end)
        if first < last:
            lines.append(Line(first, last, gap))
        gap = first >= last
    return lines


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Shrink a stretch until neither end is white space (or a byte order mark)."""
    while start < end and (text[start].isspace() or text[start] == "\ufeff"):
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def words_of(text: str, start: int, end: int) -> list[Token]:
    """Words and figures; elisions and contractions fall apart (``d|agréer``, ``don|t``)."""
    return [
        Token(match.start(), match.end(), fold(match.group()))
        for match in _WORD.finditer(text, start, end)
    ]


def sentences_of(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Sentences, cut at stops and at emoji; initials and short titles do not end one."""
    at = start
    for match in _BOUNDARY.finditer(text, start, end):
        if match.group() == "." and _INITIAL.search(text, max(at, match.end() - 8), match.end()):
            continue
        yield trim(text, at, match.end())
        at = match.end()
    first, last = trim(text, at, end)
    if first < last:
        yield first, last
