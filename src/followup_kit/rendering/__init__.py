"""Report → str, one file a format; renderers read the Report and the kit's own sentences only."""

from collections.abc import Callable, Mapping

from followup_kit.errors import UsageError
from followup_kit.models.report import Report
from followup_kit.models.sayings import Saying
from followup_kit.rendering.html import render_html
from followup_kit.rendering.json import render_json, render_jsonl
from followup_kit.rendering.markdown import render_markdown
from followup_kit.rendering.text import render_text
from followup_kit.rendering.view import View, shipped_strings

__all__ = ["FORMATS", "Renderer", "View", "render"]

Renderer = Callable[[Report, View], str]

FORMATS: Mapping[str, Renderer] = {
    "text": render_text,
    "json": render_json,
    "jsonl": render_jsonl,
    "markdown": render_markdown,
    "html": render_html,
}


def render(
    report: Report,
    format: str = "text",  # noqa: A002  (the word users know)
    *,
    strings: Mapping[str, Saying] | None = None,
    color: bool = False,
    width: int = 80,
    explain: bool = False,
) -> str:
    """Show a report in one of the formats; the result ends in a newline.

    Args:
        report: what to show.
        format: ``text``, ``json``, ``jsonl``, ``markdown`` or ``html``.
        strings: the kit's own sentences (``RuleBook.strings``); the shipped ones if left out.
        color: whether ``text`` may use terminal colours.
        width: columns that ``text`` may take.
        explain: whether ``text`` and ``markdown`` show how each score adds up.

    Raises:
        UsageError: there is no such format.
    """
    if format not in FORMATS:
        raise UsageError(f"no format {format!r}; known are {', '.join(FORMATS)}")
    known = shipped_strings() if strings is None else strings
    view = View(known, report.messages, color=color, width=width, explain=explain)
    return FORMATS[format](report, view)
