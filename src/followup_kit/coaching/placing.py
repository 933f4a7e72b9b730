"""Where a suggestion changes the draft: edits of the user's own text.

A place is changed only where the plain text stands in the source letter by letter: what was
decoded from an entity, from quoted-printable or base64 is left to the writer.
"""

import html
import re

from followup_kit.coaching.manner import manner
from followup_kit.models.advice import Edit, edit
from followup_kit.models.base import Zone
from followup_kit.models.draft import Draft
from followup_kit.models.message import Message, Segment
from followup_kit.models.span import Span, locate
from followup_kit.reporting import Wording

_CODED = frozenset("=\r\n")
"""What a line of a mail may not be given without knowing how it was encoded."""
_MARKUP = frozenset("&<>")
_CLOSING = "*_~`"
_TARGET = re.compile(r"\][(\[][^\n)\]]*[)\]][*_~]*")
"""Where a link of Markdown leads, and what may end with it."""


def replace(message: Message, start: int, end: int, text: str) -> Edit | None:
    """The edit that puts ``text`` in the place of a stretch of the plain text, if one can."""
    source = message.draft.text
    first, last = message.origin.to_source(start, end)
    written = _written(message.draft, text)
    if written is None or source[first:last] != message.text[start:end]:
        return None
    return edit(source, first, last, written)


def insert_after(message: Message, at: int, text: str) -> Edit | None:
    """The edit that puts ``text`` behind the character of the plain text that ends at ``at``.

    Marks that end there, such as the second ``**`` of a bold word, stay before it.
    """
    behind = replace(message, at - 1, at, text) if at else None
    if behind is None:
        return None
    source, place = message.draft.text, behind.end
    if message.draft.format == "markdown":
        whole = at >= len(message.text)
        following = len(source) if whole else message.origin.to_source(at, at + 1)[0]
        gap = source[place:following]
        place += len(gap) - len(gap.lstrip(_CLOSING))
        link = _TARGET.match(source, place, following)
        place = link.end() if link else place
    return edit(source, place, place, behind.text)


def insert_before(message: Message, at: int, text: str) -> Edit | None:
    """The edit that puts ``text`` before the character of the plain text that begins at ``at``.

    Marks that begin there, such as those of a heading or of a bold word, stay behind it.
    """
    before = replace(message, at, at + 1, text) if at < len(message.text) else None
    if before is None:
        return None
    source, place = message.draft.text, before.start
    if message.draft.format == "markdown":
        earlier = message.origin.to_source(at - 1, at)[1] if at else 0
        place = max(source.rfind("\n", 0, place) + 1, earlier)
    return edit(source, place, place, before.text)


def new_sentence(message: Message, text: str) -> Edit | None:
    """The edit that adds a sentence to the body, as a paragraph where the text has any."""
    body = [segment for segment in message.segments if segment.zone == "body"]
    if not body:
        return None
    typing = manner(message)
    end = _end(message, body[-1])
    apart = message.draft.format in ("text", "markdown") and "\n" in message.text[:end]
    return insert_after(message, end, typing.typed(f"\n\n{text}" if apart else f" {text}"))


def new_greeting(message: Message, text: str) -> Edit | None:
    """The edit that opens the message with a line of its own, unless a field stands there."""
    body = next((segment for segment in message.segments if segment.zone == "body"), None)
    if body and any(field.start == body.start for field in message.placeholders):
        return None
    return _line(message, f"{text}\n\n", "body")


def new_closing(message: Message, text: str) -> Edit | None:
    """The edit that closes the message, above its signature if it has one."""
    signed = [segment for segment in message.segments if segment.zone == "signature"]
    if signed:
        return _line(message, f"{text}\n", "signature")
    typing = manner(message)
    body = [segment for segment in message.segments if segment.zone == "body"]
    if not body or message.draft.format not in ("text", "markdown"):
        return None
    return insert_after(message, _end(message, body[-1]), typing.typed(f"\n\n{text}"))


def new_signature(message: Message, text: str) -> Edit | None:
    """The edit that signs the message, below its closing if it has one."""
    ends = [s for s in message.segments if s.zone in ("body", "closing")]
    if not ends or message.draft.format not in ("text", "markdown"):
        return None
    last = next((s for s in ends if s.zone == "closing"), ends[-1])
    gap = "\n" if last.zone == "closing" else "\n\n"
    return insert_after(message, _end(message, last), manner(message).typed(f"{gap}{text}"))


def point(made: Edit, wording: Wording) -> Span:
    """Where an edit is made, as a span of the text it changes."""
    draft = wording.message.draft
    source = draft.text if made.part == "text" else draft.subject or ""
    return locate(source, made.start, made.end, made.part)


def _end(message: Message, segment: Segment) -> int:
    """Where the words of a zone end, before the blanks behind them."""
    return segment.start + len(message.text[segment.start : segment.end].rstrip())


def _line(message: Message, line: str, zone: Zone) -> Edit | None:
    """A line, with its end, before a zone; markup has no lines that could be put in."""
    first = next((segment for segment in message.segments if segment.zone == zone), None)
    if first is None or message.draft.format not in ("text", "markdown"):
        return None
    return insert_before(message, first.start, manner(message).typed(line))


def _written(draft: Draft, text: str) -> str | None:
    """``text`` as the draft's format writes it; ``None`` where that cannot be known."""
    match draft.format:
        case "eml" if "multipart/alternative" in draft.text.lower():
            return None  # the same words stand in another part, which readers may be shown
        case "eml" if _MARKUP & set(text) and "text/html" in draft.text.lower():
            return None
        case "html":
            return html.escape(text, quote=False)
        case "eml":
            return text if text.isascii() and not _CODED & set(text) else None
        case _:
            return text
