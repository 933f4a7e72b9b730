"""Lists of problems: ``score`` in the formats of CI systems, and how every command shows them."""

import os
from collections.abc import Mapping
from pathlib import Path

from followup_kit.cli.judge import STDIN, Request, attempt, outcome
from followup_kit.cli.output import Output
from followup_kit.cli.running import CLEAN, FAILED, fail
from followup_kit.models.listing import Listing
from followup_kit.models.report import Report
from followup_kit.models.sayings import Saying
from followup_kit.rendering.listing import SUMMARY_LIMIT, github_summary, render_listing
from followup_kit.rendering.listing.of_reports import listing_of
from followup_kit.scorer import Scorer

STDIN_PATH = "standard-input"
"""The path of what came from there: formats ask for one, and some take ``-`` for an option."""
_SUMMARY = "GITHUB_STEP_SUMMARY"


def judge_list(request: Request, scorer: Scorer, out: Output) -> int:
    """Judge each draft and list what is wrong in all of them; gives the exit code.

    The list speaks the language asked for, or that of the first draft that could be scored.
    """
    code, messages = CLEAN, request.messages
    reports: dict[str, Report] = {}
    unread: dict[str, str] = {}
    for name in request.drafts:
        came = attempt(name, request, scorer, messages)
        if isinstance(came, Report):
            reports[listed_path(name)] = came
            code = max(code, outcome(came, request))
            messages = came.messages if came.status == "scored" else messages
        else:
            unread[listed_path(name)] = str(came).removeprefix(f"{name}: ")
            code = FAILED
    speaks = "en" if messages == "auto" else messages
    listing = listing_of(reports, scorer.book, speaks, unread)
    sources = {path: report.text for path, report in reports.items()}
    show_listing(listing, request.format, out, sources=sources, strings=scorer.book.strings)
    return code


def show_listing(
    listing: Listing,
    format: str,  # noqa: A002  (the word users know)
    out: Output,
    *,
    sources: Mapping[str, str],
    strings: Mapping[str, Saying],
) -> None:
    """Write a listing; for GitHub also into the summary of the step that runs.

    Args:
        listing: what to show.
        format: one of those of listings.
        out: where to.
        sources: the texts of the files by their paths.
        strings: the kit's own sentences.

    Raises:
        UsageError: there is no such format.
    """
    shown = render_listing(
        listing, format, sources=sources, strings=strings, color=out.color, width=out.width
    )
    if format == "text":
        out.show(shown)
    else:
        out.record(shown)
    if format == "github":
        _summarize(listing, strings)


def listed_path(name: str) -> str:
    """The path that a draft is listed under: from the current folder, with slashes."""
    if name == STDIN:
        return STDIN_PATH
    try:
        path = os.path.relpath(name)
    except ValueError:  # on another drive of Windows
        path = name
    return Path(path).as_posix()


def _summarize(listing: Listing, strings: Mapping[str, Saying]) -> None:
    """Add to the summary of the step, as long as GitHub shows it; other steps have their own."""
    name = os.environ.get(_SUMMARY)
    if not name:
        return
    try:
        with Path(name).open("ab") as file:
            room = SUMMARY_LIMIT - file.tell()
            file.write(github_summary(listing, strings=strings, room=room).encode())
    except OSError as error:
        fail(f"{_SUMMARY} {name}: cannot be written ({error.strerror or error})")
