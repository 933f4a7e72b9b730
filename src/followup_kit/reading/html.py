"""HTML as a reader sees it: lines where blocks end, entities decoded, nothing that is hidden."""

import html as entities
import re
from dataclasses import dataclass

from followup_kit.models.message import Segment
from followup_kit.reading.htmlstyle import PLAIN, Look, hides
from followup_kit.reading.htmltokens import HtmlToken, html_tokens
from followup_kit.reading.plain import Builder, Plain
from followup_kit.reading.text import cleaned

_PARAGRAPHS = frozenset("p h1 h2 h3 h4 h5 h6 ul ol dl blockquote table pre hr".split())  # noqa: SIM905
"""Elements with an empty line around them. (A table of words reads best as text.)"""

_LINES = frozenset(
    "div li tr dt dd section article header footer main center tbody thead tfoot figure figcaption"  # noqa: SIM905
    " body html address caption nav aside details summary form fieldset".split()
)
"""Elements that stand on lines of their own."""

_UNSEEN = frozenset(
    "head script style title template svg math select datalist object iframe canvas audio video"  # noqa: SIM905
    " map textarea xmp noembed noframes".split()
)
_IN_HEAD = frozenset("title meta link style script base noscript template object".split())  # noqa: SIM905
_VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr".split()  # noqa: SIM905
)
_CLOSES_ITSELF = {"p": _PARAGRAPHS | {"div", "section", "article"}, "li": frozenset({"li"})}
_PREFORMATTED = re.compile(r"(?i)white-space\s*:\s*(?:pre|break-spaces)")
_QUOTING = re.compile(
    r"(?i)\b(?:gmail_quote|gmail_quote_container|gmail_attr|yahoo_quoted|moz-cite-prefix"
    r"|protonmail_quote|zmail_extra|outlookmessageheader)\b"
)
_PART = re.compile(
    r"(?P<space>[ \t\r\n\f]+)"
    r"|(?P<entity>&(?:\#[0-9]{1,8}|\#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?)"
    r"|(?P<word>[^ \t\r\n\f&]+|&)"
)
_FIRST_LINE_END = re.compile(r"\r\n|[\r\n]")
"""Right after ``<pre>`` it is no part of the text."""

_MOST_BREAKS = 3


@dataclass(frozen=True, slots=True)
class _Element:
    """An open element and what it passes on to all inside it."""

    name: str
    hidden: bool = False
    quoted: bool = False
    preformatted: bool = False
    look: Look = PLAIN


def read_html(text: str) -> Plain:
    """Read HTML; ``<blockquote>`` and what mail programs mark as a quotation is known as quoted.

    Args:
        text: the draft's text, a whole page or a fragment.
    """
    clean, notices = cleaned(text)
    page = _Page(clean)
    for token in html_tokens(clean):
        page.take(token)
    plain, origin = page.builder.plain()
    quoted = tuple(Segment("quoted", start, end) for start, end in page.quoted)
    return Plain(plain, origin, known=quoted, notices=notices)


class _Page:
    """Walks over the tokens of one page and writes down what is seen."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.builder = Builder()
        self.quoted: list[tuple[int, int]] = []
        self._stack = [_Element("")]
        self._open: dict[str, int] = {}
        self._breaks = 0
        self._gap: tuple[int, int] | None = None
        self._quoting = False
        self._after_pre = False

    def take(self, token: HtmlToken) -> None:
        """Read the next token."""
        if token.kind == "text":
            if not (self._stack[-1].hidden or self._stack[-1].look.blank):
                self._read_text(token)
        elif token.kind == "start":
            self._start(token)
        else:
            self._end(token)
        self._after_pre = token.kind == "start" and token.name == "pre"

    def _start(self, token: HtmlToken) -> None:
        name = token.name
        if self._open.get("head") and name not in _IN_HEAD:
            self._pop("head")
        for open_name, closers in _CLOSES_ITSELF.items():
            if name in closers and self._stack[-1].name == open_name:
                self._pop(open_name)
        self._break_for(token)
        if name not in _VOID:
            above = self._stack[-1]
            given = dict(token.attributes)
            style = given.get("style", "")
            marked = f"{given.get('class', '')} {given.get('id', '')}"
            element = _Element(
                name,
                above.hidden or name in _UNSEEN or "hidden" in given or hides(style),
                above.quoted or name == "blockquote" or bool(_QUOTING.search(marked)),
                above.preformatted or name == "pre" or bool(_PREFORMATTED.search(style)),
                above.look.inside(style, given.get("bgcolor", "")),
            )
            self._stack.append(element)
            self._open[name] = self._open.get(name, 0) + 1
            if name == "li" and not element.hidden:
                self._write("- ", token.start, token.end)

    def _end(self, token: HtmlToken) -> None:
        if token.name == "br":
            self._break_for(token)
        elif self._open.get(token.name):
            self._break_for(token)
            self._pop(token.name)
        elif token.name == "p":
            self._break_for(token)

    def _pop(self, name: str) -> None:
        """Close the innermost ``name`` and all that was left open inside it."""
        while True:
            element = self._stack.pop()
            self._open[element.name] -= 1
            if element.name == name:
                return

    def _break_for(self, token: HtmlToken) -> None:
        """Owe the line breaks or the space that a tag stands for until text follows."""
        name = token.name
        if self._stack[-1].hidden:
            return
        if name == "br":
            self._breaks = min(self._breaks + 1, _MOST_BREAKS)
        elif name in _PARAGRAPHS:
            self._breaks = max(self._breaks, 2)
        elif name in _LINES:
            self._breaks = max(self._breaks, 1)
        elif name not in ("td", "th"):
            return
        start = self._gap[0] if self._gap else token.start
        self._gap = (start, token.end)

    def _read_text(self, token: HtmlToken) -> None:
        for match in _PART.finditer(self.source, token.start, token.end):
            start, end = match.span()
            if match.lastgroup == "space":
                if self._stack[-1].preformatted:
                    first = start == token.start and self._after_pre
                    lead = _FIRST_LINE_END.match(match.group()) if first else None
                    skipped = lead.end() if lead else 0
                    self._write(match.group()[skipped:], start + skipped, end)
                else:
                    self._gap = (self._gap[0] if self._gap else start, end)
            elif match.lastgroup == "entity":
                self._read_entity(match.group(), start, end)
            else:
                self._write(match.group(), start, end)

    def _read_entity(self, run: str, start: int, end: int) -> None:
        decoded = entities.unescape(run)
        if decoded == run:
            self._write(run, start, end)
            return
        tail = 0
        if not run.endswith(";"):
            while decoded[-1 - tail :] == run[-1 - tail :]:
                tail += 1
        head = decoded[: len(decoded) - tail]
        if head in (" ", "\t", "\n", "\r", "\f") and not self._stack[-1].preformatted:
            self._gap = (self._gap[0] if self._gap else start, end - tail)
        else:
            self._write(head, start, end - tail)
        if tail:
            self._write(run[-tail:], end - tail, end)

    def _write(self, text: str, start: int, end: int) -> None:
        """Write text, after the white space that is owed."""
        if not text:
            return
        if self._gap and self.builder.length:
            owed = "\n" * self._breaks or ("" if self.builder.last in "\n " else " ")
            source = self.source[self._gap[0] : self._gap[1]]
            if owed == source:
                self.builder.copy(owed, self._gap[0])
            else:
                self.builder.stand(owed, *self._gap)
        self._gap, self._breaks = None, 0
        before = self.builder.length
        if len(text) == end - start:
            self.builder.copy(text, start)
        else:
            self.builder.stand(text, start, end)
        if self._stack[-1].quoted:
            first = self.quoted.pop()[0] if self._quoting else before
            self.quoted.append((first, self.builder.length))
        self._quoting = self._stack[-1].quoted
