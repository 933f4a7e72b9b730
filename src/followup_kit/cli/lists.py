"""How every command shows a list of problems."""

import os
from collections.abc import Mapping
from pathlib import Path

from followup_kit.cli.output import Output
from followup_kit.cli.running import fail
from followup_kit.models.listing import Listing
from followup_kit.models.sayings import Saying
from followup_kit.rendering.listing import SUMMARY_LIMIT, github_summary, render_listing

_SUMMARY = "GITHUB_STEP_SUMMARY"


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
