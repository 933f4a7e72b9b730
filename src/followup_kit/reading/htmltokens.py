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
    at = text_from = 0
    tag_end = _TagEnd(html)
    while (at := html.find("<", at)) >= 0:
        opened = _TAG_OPEN.match(html, at)
        end = tag_end.after(at, opened)
        if end is None:
            at += 1
            continue
        if text_from < at:
            yield HtmlToken("text", text_from, at)
        if opened is not None:
            token = _tag(html, opened, end)
            yield token
            if token.kind == "start" and token.name in RAW_TEXT:
                end = _end_of_raw_text(html, end, token.name)
        at = text_from = end
    if text_from < len(html):
        yield HtmlToken("text", text_from, len(html))


class _TagEnd:
    """Finds where tags end; remembers what no longer closes, so that it is not sought again."""

    def __init__(self, html: str) -> None:
        self._html = html
        self._quotes_close = True
        self._last = html.rfind(">")

    def after(self, at: int, opened: re.Match[str] | None) -> int | None:
        """One past the tag, comment or declaration at ``at``; None when it is text."""
        if opened is None:
            return self._after_declaration(at)
        if self._quotes_close:
            closed = _TAG_REST.match(self._html, opened.end())
            if closed:
                return closed.end()
            self._quotes_close = False
        if self._last < opened.end():
            return None
        return self._html.find(">", opened.end()) + 1

    def _after_declaration(self, at: int) -> int | None:
        if not self._html.startswith(("<!", "<?"), at):
            return None
        mark = "-->" if self._html.startswith("<!--", at) else ">"
        end = self._html.find(mark, at + 2)
        return end + len(mark) if end >= 0 else len(self._html)


def _tag(html: str, opened: re.Match[str], end: int) -> HtmlToken:
    name = opened.group(2).lower()
    if opened.group(1):
        return HtmlToken("end", opened.start(), end, name)
    inside = html[opened.end() : end - 1]
    return HtmlToken("start", opened.start(), end, name, _attributes(inside))


def _end_of_raw_text(html: str, start: int, name: str) -> int:
    stop = re.compile(rf"</{re.escape(name)}(?=[\s/>])", re.IGNORECASE)
    found = stop.search(html, start)
    return found.start() if found else len(html)


def _attributes(inside: str) -> tuple[tuple[str, str], ...]:
    found = _ATTRIBUTE.findall(inside)
    return tuple((name.lower(), value.strip("\"'")) for name, value in found)
