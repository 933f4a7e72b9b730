"""Options of ``score``, and what their values stand for."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from followup_kit.errors import InputError

if TYPE_CHECKING:
    from followup_kit.models.draft import Context

_KNOWN = "What is known of the conversation"
_DRAFT = "How to read the draft"
_SHOWN = "What to show"
_SCRIPT = "For scripts"

Format = Literal[
    "text",
    "json",
    "jsonl",
    "markdown",
    "html",
    "sarif",
    "github",
    "junit",
    "rdjsonl",
    "checkstyle",
    "gitlab",
]
FailOn = Literal["error", "warning", "never"]

Drafts = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="DRAFT",
        help="Files (.txt .md .html .eml), or - for standard input.",
        rich_help_panel="Drafts",
    ),
]
Notes = Annotated[
    str | None,
    typer.Option(metavar="NOTES", rich_help_panel=_KNOWN, help="Your notes of it: text or a file."),
]
Posting = Annotated[
    str | None,
    typer.Option(metavar="POSTING", rich_help_panel=_KNOWN, help="The job advert: text or a file."),
]
To = Annotated[str | None, typer.Option(metavar="NAME", rich_help_panel=_KNOWN, help="The reader.")]
Company = Annotated[
    str | None, typer.Option(metavar="NAME", rich_help_panel=_KNOWN, help="The reader's company.")
]
Role = Annotated[
    str | None,
    typer.Option(metavar="TITLE", rich_help_panel=_KNOWN, help="The job; in sales, the reader's."),
]
Date = Annotated[
    str | None,
    typer.Option(metavar="DAY", rich_help_panel=_KNOWN, help="When it is sent, as 2025-03-14."),
]
Subject = Annotated[
    str | None,
    typer.Option(
        metavar="TEXT", rich_help_panel=_DRAFT, help="Its subject, if not in the draft itself."
    ),
]
Channel = Annotated[
    Literal["email", "inmail", "sms"],
    typer.Option(
        metavar="CHANNEL",
        rich_help_panel=_DRAFT,
        show_default=False,
        help="email (the default), inmail (LinkedIn) or sms.",
    ),
]
Scenario = Annotated[
    Literal["interview", "sales"],
    typer.Option(
        metavar="SCENARIO",
        rich_help_panel=_DRAFT,
        show_default=False,
        help="What it follows: interview (the default) or sales.",
    ),
]
Lang = Annotated[
    Literal["auto", "en", "fr"],
    typer.Option(
        metavar="LANGUAGE",
        rich_help_panel=_DRAFT,
        show_default=False,
        help="What it is written in: auto (the default), en or fr.",
    ),
]
Rules = Annotated[
    list[Path] | None,
    typer.Option(
        metavar="FOLDER", rich_help_panel=_DRAFT, help="A pack of your own rules; repeatable."
    ),
]
Messages = Annotated[
    Literal["auto", "en", "fr"],
    typer.Option(
        metavar="LANGUAGE",
        rich_help_panel=_SHOWN,
        show_default=False,
        help="What the report speaks: auto (as the draft), en or fr.",
    ),
]
FormatOption = Annotated[
    Format | None,
    typer.Option(
        metavar="FORMAT",
        rich_help_panel=_SHOWN,
        show_default=False,
        help="text (the default), json, jsonl, markdown or html; for CI systems and review tools: "
        "sarif, github, junit, rdjsonl, checkstyle or gitlab.",
    ),
]
Explain = Annotated[
    bool,
    typer.Option("--explain", rich_help_panel=_SHOWN, help="Show how each score adds up."),
]
Compare = Annotated[
    bool,
    typer.Option(
        "--compare",
        rich_help_panel=_SHOWN,
        help="Say which of two drafts is better, and why.",
    ),
]
Output = Annotated[
    Path | None,
    typer.Option(metavar="FILE", rich_help_panel=_SHOWN, help="Write to a file instead."),
]
MinScore = Annotated[
    int | None,
    typer.Option(
        metavar="POINTS",
        min=0,
        max=100,
        rich_help_panel=_SCRIPT,
        help="Exit with 1 below this score.",
    ),
]
FailOnOption = Annotated[
    FailOn,
    typer.Option(
        metavar="LEVEL",
        rich_help_panel=_SCRIPT,
        show_default=False,
        help="Exit with 1 at findings so grave: error, warning, or never (the default).",
    ),
]
Batch = Annotated[
    bool,
    typer.Option(
        "--batch",
        rich_help_panel=_SCRIPT,
        help="Drafts are files of JSON lines, a message a line.",
    ),
]


def text_or_file(option: str, value: str | None) -> str | None:
    """The text that an option stands for: ``@path`` and the name of a file mean its content.

    Raises:
        InputError: a file that is named does not exist, or is no text.
    """
    if value is None:
        return None
    named = value.startswith("@")
    path = value.removeprefix("@")
    if not named and not os.path.isfile(path):  # noqa: PTH113  (Path falls over a long text)
        if _looks_like_a_path(value):
            raise InputError(f"{option} {value}: no such file; check the path, or write it as text")
        return value
    from followup_kit.reading import load  # noqa: PLC0415  (only when there is a file to read)

    return load(path, format="text").text


def context_of(
    *,
    notes: str | None,
    posting: str | None,
    recipient: str | None,
    company: str | None,
    role: str | None,
    date: str | None,
) -> "Context":
    """The context that the options stand for.

    Raises:
        InputError: a file cannot be read, or the date is none.
    """
    from pydantic import ValidationError  # noqa: PLC0415  (help stays light)

    from followup_kit.models.draft import Context  # noqa: PLC0415

    values = {
        "notes": text_or_file("--notes", notes),
        "posting": text_or_file("--posting", posting),
        "recipient": recipient,
        "company": company,
        "role": role,
        "date": date,
    }
    try:
        return Context.model_validate(values)
    except ValidationError as error:
        raise InputError(f"--date {date}: no day; write it as 2025-03-14") from error


def _looks_like_a_path(value: str) -> bool:
    """Whether one word ends like a file: a typing error must not be taken for the notes."""
    return not any(char.isspace() for char in value) and bool(Path(value).suffix[1:].isalpha())
