"""Markdown without its marks: emphasis, links, headings, code fences; quotations keep their ``>``.

Offsets decide against a Markdown library: those know the lines of a block, not the characters of
a link's label. What is read here is what people write in messages and templates.
"""

import html as entities
import re
from collections.abc import Sequence

from followup_kit.models.message import Segment
from followup_kit.reading.plain import Builder, Plain
from followup_kit.reading.text import cleaned

_FRONT_MATTER = re.compile(
    r"\A---[ \t]*\r?\n(?P<fields>(?:(?!---|\.\.\.).*\n){0,50})(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)"
)
_SUBJECT = re.compile(
    r"(?im)^(?:subject|objet|sujet)[ \t]*:[ \t]*[\"']?(?P<value>[^\"'\s](?:[^\r\n]*[^\"'\s])?)"
)
_BLOCK = re.compile(
    r"""(?mx)
    ^[ \t]{0,3}(?P<rule>(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|={3,}|`{3,}[^`\r\n]*|~{3,}\w*)(?=\r?$)
    |^[ \t]{0,3}(?P<reference>\[[^\]\r\n]{1,80}\]:[ \t]+(?:<|https?:|mailto:|/)[^\r\n]*)(?=\r?$)
    |^[ \t]{0,3}(?P<heading>\#{1,6}[ \t]+)
    |^[ \t]*(?P<bullet>[*+])(?=[ \t]+\S)
    """
)
_TAGS = "a|b|i|u|s|em|strong|span|div|p|br|hr|sub|sup|small|mark|del|ins|font|center|img"
_TARGET = r"\((?:[^()\r\n]|\([^()\r\n]{0,200}\)){0,1000}\)"
_INLINE = re.compile(
    rf"""(?xs)
    (?P<field>\{{\{{[^{{}}\r\n]*\}}\}}|\{{%[^%\r\n]*%\}}|\$\{{[^{{}}\r\n]*\}}|\*\|[^|\r\n]*\|\*
        |<<[^<>\r\n]*>>|_{{4,}}|\*{{4,}})
    |(?P<escape>\\[!-/:-@\[-`{{-~])
    |(?P<hard_break>\\(?=\r?\n))
    |(?P<comment><!--.{{0,1000}}?-->)
    |(?P<image>!\[(?P<alt>[^\[\]\r\n]{{0,200}})\]{_TARGET})
    |(?P<link>\[(?P<label>[^\[\]\r\n]{{1,400}})\]{_TARGET})
    |(?P<auto><(?P<address>(?:https?://|mailto:)[^\s<>]+|[^\s<>@]+@[^\s<>@]+)>)
    |(?P<tag></?(?:{_TAGS})(?:\s[^<>\r\n]*)?/?>)
    |(?P<entity>&(?:\#[0-9]{{1,7}}|\#[xX][0-9a-fA-F]{{1,6}}|[a-zA-Z][a-zA-Z0-9]{{1,31}});)
    |(?P<mark>`{{1,3}}|\*{{1,3}}|_{{1,3}}|~~)
    """
)
_NEW_PARAGRAPH = re.compile(r"\n[ \t]*\r?\n")


def read_markdown(text: str) -> Plain:
    """Read Markdown; a subject in YAML front matter is the subject, the rest of it is left out.

    Args:
        text: the draft's text.
    """
    clean, notices = cleaned(text)
    builder = Builder()
    front = _FRONT_MATTER.match(clean)
    known: tuple[Segment, ...] = ()
    subject = None
    at = front.end() if front else 0
    found = _SUBJECT.search(clean, *front.span("fields")) if front else None
    if found:
        subject = found.group("value")
        builder.copy(subject, found.start("value"))
        known = (Segment("subject", 0, builder.length),)
        builder.stand("\n\n", found.end("value"), at)
    for match in _BLOCK.finditer(clean, at):
        kind = match.lastgroup or ""
        _inline(builder, clean, at, match.start(kind))
        if kind == "bullet":
            builder.copy("-", match.start(kind))
        at = match.end()
    _inline(builder, clean, at, len(clean))
    plain, origin = builder.plain()
    return Plain(plain, origin, known=known, subject=subject, notices=notices)


def _inline(builder: Builder, text: str, start: int, end: int) -> None:
    """Write a stretch without its inline marks."""
    matches = list(_INLINE.finditer(text, start, end))
    paired = _paired(text, matches)
    at = start
    for match in matches:
        kind = match.lastgroup or ""
        first, last = match.span()
        builder.copy(text[at:first], at)
        at = last
        if kind == "field" or (kind == "mark" and first not in paired):
            builder.copy(match.group(), first)
        elif kind == "escape":
            builder.copy(match.group()[1:], first + 1)
        elif kind == "link":
            _inline(builder, text, *match.span("label"))
        elif kind in ("image", "auto"):
            inner = "alt" if kind == "image" else "address"
            builder.copy(match.group(inner), match.start(inner))
        elif kind == "entity":
            builder.stand(entities.unescape(match.group()), first, last)
        elif kind == "tag" and match.group().lower().startswith("<br"):
            builder.stand("\n", first, last)
    builder.copy(text[at:end], at)


def _paired(text: str, matches: Sequence[re.Match[str]]) -> set[int]:
    """Where the marks stand that open and close something; a lone ``*`` or ``_`` is text."""
    paired: set[int] = set()
    waiting: dict[str, int] = {}
    at = matches[0].end() if matches else 0
    for match in matches:
        if match.lastgroup != "mark":
            continue
        if _NEW_PARAGRAPH.search(text, at, match.start()):
            waiting.clear()
        at = match.end()
        mark = match.group()
        before, after = text[max(match.start() - 1, 0) : match.start()], text[at : at + 1]
        word_before, word_after = before.isalnum(), after.isalnum()
        inside_word = mark[0] == "_" and word_before and word_after
        if mark in waiting and before.strip() and not (word_after and mark[0] == "_"):
            paired |= {waiting.pop(mark), match.start()}
        elif after.strip() and not inside_word and not (mark[0] == "_" and word_before):
            waiting[mark] = match.start()
    return paired
