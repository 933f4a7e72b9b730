"""A template taken apart: front matter, fields, comments, blocks; its text in each case."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from followup_kit.errors import InputError
from followup_kit.models.draft import Draft
from followup_kit.models.message import OffsetMap, Piece
from followup_kit.models.template import FrontMatter
from followup_kit.reading.front_matter import Front, read_front_matter
from followup_kit.reading.limits import MAX_FIELDS, check_signs, check_size
from followup_kit.reading.loops import named_by_loops
from followup_kit.reading.merge_fields import merge_fields
from followup_kit.reading.placeholders import find_placeholders
from followup_kit.reading.plain import Plain
from followup_kit.reading.reader import plain_of
from followup_kit.reading.replacing import Replacement, replaced
from followup_kit.reading.template_tokens import Blocks, Token, blocks_of, template_tokens
from followup_kit.reading.unseen import without_unseen
from followup_kit.reading.writer_notes import writer_notes

_FIRST = 0xF0000
"""The private sign that stands for the first token while markup is read; each has its own."""
_MOST = 0xFFFD
_MARKED = re.compile(f"([{chr(_FIRST)}-{chr(_FIRST + _MOST)}])\\1*")
_PRIVATE = re.compile(f"[{chr(_FIRST)}-{chr(_FIRST + _MOST)}]")
_NOTHING = "\u2060"
"""A sign nobody sees, which reading leaves out."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A field in the plain text of a template.

    Attributes:
        start: where it stands there; ``end`` is one past its last code point.
        text: as it is written, with its signs.
        name: what names it: a variable, or a description.
        machine: whether a program fills it in.
    """

    start: int
    end: int
    text: str
    name: str
    machine: bool


@dataclass(frozen=True, slots=True)
class TemplateSource:
    """A template before anything stands in for its fields.

    Attributes:
        draft: the file; its text holds the front matter too.
        read: where its tool's tokens were looked for: the file without front matter, or the plain
            text of a mail.
        origin: offsets of ``read`` → offsets of the file.
        tokens: what its tool reads, with offsets into ``read``.
        mail: a mail once decoded.
    """

    draft: Draft
    front: Front
    read: str
    origin: OffsetMap
    tokens: tuple[Token, ...]
    blocks: Blocks
    mail: Plain | None = None

    @property
    def matter(self) -> FrontMatter:
        """What the template says of itself."""
        return self.front.matter

    @property
    def includes(self) -> bool:
        """Whether a part of the message stands in another file."""
        return any(token.role == "part" for token in self.tokens)

    def place(self, token: Token) -> tuple[int, int]:
        """Where a token stands in the file."""
        return self.origin.to_source(token.start, token.end)


def open_template(draft: Draft) -> TemplateSource:
    """Take a template apart.

    Args:
        draft: the file as it is.

    Raises:
        InputError: too large, or its front matter says what cannot be.
    """
    name = draft.name or "template"
    check_size(draft.text, name)
    check_signs(draft.text, name)
    front = read_front_matter(draft.text, name)
    read = draft.text[front.start :]
    origin = OffsetMap((Piece(0, len(read), front.start, len(draft.text)),))
    mail = None
    if draft.format == "eml":
        mail = plain_of(draft.model_copy(update={"text": read}))
        read, origin = mail.text, mail.origin.after(origin)
    tokens = tuple(named_by_loops(template_tokens(read)))
    if draft.format == "markdown":
        tokens = _with_notes(tokens, read)
    tokens = tokens[:_MOST]
    return TemplateSource(draft, front, read, origin, tokens, blocks_of(tokens), mail)


def _with_notes(tokens: tuple[Token, ...], read: str) -> tuple[Token, ...]:
    """What is said to the writer counts as a comment, unless a token stands in it."""
    notes = [
        Token("comment", start, end, read[start:end])
        for start, end in writer_notes(read)
        if not any(token.start < end and start < token.end for token in tokens)
    ]
    return tuple(sorted((*tokens, *notes), key=lambda token: token.start))


def plain_template(source: TemplateSource, case: int = 0) -> tuple[Plain, tuple[Gap, ...]]:
    """The plain text of a template in one case of its blocks, and the fields in it.

    Returns:
        The text, where signs of a private kind stand for fields of machines; offsets lead back
        into the file.

    Raises:
        InputError: more fields than a template can have.
    """
    masked = _masked(source, case)
    if source.mail:
        plain = replace(source.mail, text=masked, origin=source.origin)
    else:
        plain = plain_of(source.draft.model_copy(update={"text": masked}))
        plain = replace(plain, origin=plain.origin.after(source.origin), subject=None)
    plain = without_unseen(plain)
    gaps = tuple(_gaps(plain, source))
    if len(gaps) > MAX_FIELDS:
        raise InputError(
            f"{source.draft.name or 'template'}: {len(gaps)} fields, over the limit of "
            f"{MAX_FIELDS}; is it a template?"
        )
    return plain, gaps


def bare_text(source: TemplateSource, *, described: bool = False) -> str:
    """The template's own words, without its fields: what tells its language.

    Args:
        source: the template.
        described: whether to keep the words that describe a field to people.
    """
    plain, gaps = plain_template(source)
    left = [gap for gap in gaps if gap.machine or not described]
    return replaced(plain, [Replacement(gap.start, gap.end, " ") for gap in left]).text


def _masked(source: TemplateSource, case: int) -> str:
    """As long as what was read; what is no text of this case is made of signs nobody sees."""
    if not source.tokens:
        return source.read
    signs = list(_PRIVATE.sub("\ufffd", source.read))
    for number, token in enumerate(source.tokens):
        if token.role == "field":
            _write(signs, token.start, token.end, chr(_FIRST + number))
        else:
            _write(signs, *_whole_line(source.read, token), _NOTHING)
    for start, end in source.blocks.left_out(case):
        _write(signs, start, end, _NOTHING)
    return "".join(signs)


def _write(signs: list[str], start: int, end: int, sign: str) -> None:
    signs[start:end] = [sign] * (end - start)


def _whole_line(text: str, token: Token) -> tuple[int, int]:
    """A tag or comment that stands alone on its line takes the line's end with it."""
    start = text.rfind("\n", 0, token.start) + 1
    stop = text.find("\n", token.end)
    stop = len(text) if stop < 0 else stop + 1
    alone = not text[start : token.start].strip() and not text[token.end : stop].strip()
    return (start, stop) if alone else (token.start, token.end)


def _gaps(plain: Plain, source: TemplateSource) -> Iterator[Gap]:
    """Fields in order, none inside another: those of machines by their signs, then people's."""
    found = [*_of_machines(plain, source), *_of_merge(plain), *_of_people(plain, source)]
    at = 0
    for gap in sorted(found, key=lambda gap: (gap.start, -gap.end)):
        if gap.start >= at:
            yield gap
            at = gap.end


def _of_machines(plain: Plain, source: TemplateSource) -> Iterator[Gap]:
    for match in _MARKED.finditer(plain.text):
        number = ord(match.group(1)) - _FIRST
        if number < len(source.tokens):
            token = source.tokens[number]
            yield Gap(match.start(), match.end(), token.text, token.word, machine=True)


def _of_merge(plain: Plain) -> Iterator[Gap]:
    for start, end in merge_fields(plain.text):
        text = plain.text[start:end]
        yield Gap(start, end, text, text.strip("«»@"), machine=True)


def _of_people(plain: Plain, source: TemplateSource) -> Iterator[Gap]:
    for field in find_placeholders(plain.text, template=True):
        text = name = field.text
        start, end = plain.origin.to_source(field.start, field.end)
        there = source.draft.text[start:end]
        if _MARKED.search(text):  # a field within a field, as it stands in the file
            text = name = there
        elif len(there) > len(text) and template_tokens(there):  # a tag or comment within it
            text = there
        yield Gap(field.start, field.end, text, name.strip("[]()<>{} \t"), machine=False)
