"""HTML cut into tags and text, in time linear in its length, each token with its offsets.

The standard library's ``HTMLParser`` needs a minute and a half for 100 kB of ``<a`` on Python 3.11
(it looks for the end of every unfinished tag again); drafts come from strangers, so it is not used.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

RAW_TEXT = frozenset({"script", "style", "title", "textarea", "xmp", "noembed", "noframes"})
"""Elements whose content holds no tags; it ends at the end tag of the same name."""

_TAG_OPEN = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)")
_TAG_REST = re.compile(r"(?:[^\"'>]|\"[^\"]*\"|'[^']*')*+>")
_ATTRIBUTE = re.compile(r"([^\s=/\"'>]+)(?:\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'>]+))?")


@dataclass(frozen=True, slots=True)
class HtmlToken:
    """A tag or a run of text.

    Attributes:
        kind: ``start``, ``end`` or ``text``; comments and declarations give no token.
        start: first code point.
        end: one past the last code point.
        name: of a tag, in lower case.
        attributes: of a start tag, names in lower case.
    """

    kind: Literal["start", "end", "text"]
    start: int
    end: int
    name: str = ""
    attributes: tuple[tuple[str, str], ...] = ()


def html_tokens(html: str) -> Iterator[HtmlToken]:
    """Cut HTML into tokens; what is no tag is text, an unfinished comment runs to the end."""
    at = 0
    text_from = 0
    quotes_close = True
    while (at := html.find("<", at)) >= 0:
        if html[at + 1 : at + 2] in ("!", "?"):
            mark = "-->" if html.startswith("<!--", at) else ">"
            end = html.find(mark, at + 2)
            yield from _text(text_from, at)
            if end < 0:
                return
            at = text_from = end + len(mark)
            continue
        opened = _TAG_OPEN.match(html, at)
        closed = _TAG_REST.match(html, opened.end()) if opened and quotes_close else None
        if opened and not closed:
            quotes_close = False
            if html.find(">", at) < 0:
                break
            end = html.find(">", opened.end()) + 1
        else:
            end = closed.end() if closed else 0
        if opened is None or end == 0:
            at += 1
            continue
        yield from _text(text_from, at)
        name = opened.group(2).lower()
        if opened.group(1):
            yield HtmlToken("end", at, end, name)
        else:
            yield HtmlToken("start", at, end, name, _attributes(html[opened.end() : end - 1]))
            if name in RAW_TEXT:
                stop = re.compile(rf"</{re.escape(name)}(?=[\s/>])", re.IGNORECASE)
                found = stop.search(html, end)
                if found is None:
                    return
                end = found.start()
        at = text_from = end
    yield from _text(text_from, len(html))


def _text(start: int, end: int) -> Iterator[HtmlToken]:
    if start < end:
        yield HtmlToken("text", start, end)


def _attributes(inside: str) -> tuple[tuple[str, str], ...]:
    found = _ATTRIBUTE.findall(inside)
    return tuple((name.lower(), value.strip("\"'")) for name, value in found)
