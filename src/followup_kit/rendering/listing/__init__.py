"""Listing → str, one file a format; writers read the Listing, the files' texts, the kit's words.

Lines are counted as in :class:`~followup_kit.models.span.Span`: CRLF, LF and a lone CR each end
one. SARIF says so in the log, editors count alike; GitHub, GitLab, reviewdog and Git know no lone
CR, which only files of old Macs have: there the lines of such a file all count as one.
"""

from collections.abc import Callable, Mapping

from followup_kit.errors import UsageError
from followup_kit.models.listing import Listing
from followup_kit.models.sayings import Saying
from followup_kit.rendering.listing.checkstyle import render_checkstyle
from followup_kit.rendering.listing.github import render_github
from followup_kit.rendering.listing.gitlab import render_gitlab
from followup_kit.rendering.listing.json import render_json, render_jsonl
from followup_kit.rendering.listing.junit import render_junit
from followup_kit.rendering.listing.markdown import SUMMARY_LIMIT, github_summary, render_markdown
from followup_kit.rendering.listing.page import Page
from followup_kit.rendering.listing.rdjsonl import render_rdjsonl
from followup_kit.rendering.listing.sarif import render_sarif
from followup_kit.rendering.listing.text import render_text
from followup_kit.rendering.view import View, shipped_strings

__all__ = ["FORMATS", "SUMMARY_LIMIT", "Page", "github_summary", "render_listing"]

FORMATS: Mapping[str, Callable[[Page], str]] = {
    "text": render_text,
    "json": render_json,
    "jsonl": render_jsonl,
    "sarif": render_sarif,
    "github": render_github,
    "junit": render_junit,
    "rdjsonl": render_rdjsonl,
    "checkstyle": render_checkstyle,
    "gitlab": render_gitlab,
    "markdown": render_markdown,
}


def render_listing(
    listing: Listing,
    format: str = "text",  # noqa: A002  (the word users know)
    *,
    sources: Mapping[str, str] | None = None,
    strings: Mapping[str, Saying] | None = None,
    color: bool = False,
    width: int = 80,
) -> str:
    """Show a listing in one of the formats; the same listing gives the same bytes.

    Args:
        listing: what to show.
        format: one of ``FORMATS``.
        sources: the texts of the files by their paths, as the spans count them. ``text`` shows
            their lines, ``rdjsonl`` counts its columns in them, ``sarif`` the places of edits;
            where one is missing they do without.
        strings: the kit's own sentences (``RuleBook.strings``); the shipped ones if left out.
        color: whether ``text`` may use terminal colours.
        width: columns that ``text`` may take.

    Raises:
        UsageError: there is no such format.
    """
    if format not in FORMATS:
        raise UsageError(f"no format {format!r}; known are {', '.join(FORMATS)}")
    known = shipped_strings() if strings is None else strings
    view = View(known, listing.messages, color=color, width=width)
    return FORMATS[format](Page(listing, view, sources or {}))
