"""Comments in a template that silence rules: ``{# followup-kit: ignore craft.too_long #}``."""

import re
from collections.abc import Iterator

from followup_kit.library.judged import Directive
from followup_kit.models.span import locate
from followup_kit.reading.template import TemplateSource

_DIRECTIVE = re.compile(
    r"followup-kit:\s*(?P<what>ignore-file|ignore)\b[ \t:]*(?P<rules>[\w.,;*\s-]*)"
)
_NAME = re.compile(r"[A-Za-z_][\w.*]*")


def directives(source: TemplateSource) -> Iterator[Directive]:
    """The directives of a template, in order.

    ``ignore`` speaks of its own line; where the comment stands alone on its line, of the next one
    that holds something. ``ignore-file`` speaks of the whole file. Rules follow, parted by spaces
    or commas; without any, all are meant. ``ignore`` in the front matter speaks of the whole file.
    """
    text = source.draft.text
    key = source.front.key("ignore")
    if key and source.matter.ignore:
        yield Directive(rules=source.matter.ignore, span=locate(text, key.start, key.value_end))
    for token in source.tokens:
        found = _DIRECTIVE.search(token.text) if token.role == "comment" else None
        if found:
            start, end = source.place(token)
            span = locate(text, start, end)
            rules = tuple(_NAME.findall(found["rules"]))
            line, last = (0, 0) if found["what"] == "ignore-file" else _lines(text, start, end)
            yield Directive(rules=rules, line=line, last_line=last, span=span)


def _lines(text: str, start: int, end: int) -> tuple[int, int]:
    """The lines that a comment at ``start`` to ``end`` speaks of."""
    before = text[text.rfind("\n", 0, start) + 1 : start]
    stop = text.find("\n", end)
    after = text[end : len(text) if stop < 0 else stop]
    at = start
    if not before.strip() and not after.strip():
        filled = re.compile(r"\S").search(text, end)
        at = filled.start() if filled else start
    line = locate(text, at, at).line
    return line, line if at != start else locate(text, end, end).line
