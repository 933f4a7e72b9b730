"""Lists of problems: ``score`` in the formats of CI systems."""

import os
from pathlib import Path

from followup_kit.cli.judge import STDIN, Request, attempt, outcome
from followup_kit.cli.lists import show_listing
from followup_kit.cli.output import Output
from followup_kit.cli.running import CLEAN, FAILED
from followup_kit.models.report import Report
from followup_kit.rendering.listing.of_reports import listing_of
from followup_kit.scorer import Scorer

STDIN_PATH = "standard-input"
"""The path of what came from there: formats ask for one, and some take ``-`` for an option."""


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


def listed_path(name: str) -> str:
    """The path that a draft is listed under: from the current folder, with slashes."""
    if name == STDIN:
        return STDIN_PATH
    try:
        path = os.path.relpath(name)
    except ValueError:  # on another drive of Windows
        path = name
    return Path(path).as_posix()
