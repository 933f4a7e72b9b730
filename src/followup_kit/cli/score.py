"""``score``: judge drafts, or many messages from JSON lines."""

from pathlib import Path
from typing import Annotated

import typer

from followup_kit.cli.options import (
    ChannelOption,
    FailOnOption,
    FormatOption,
    LanguageOption,
    ScenarioOption,
    context_of,
)
from followup_kit.version import __version__

score_app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)


def _version(*, wanted: bool) -> None:
    if wanted:
        typer.echo(f"followup_kit {__version__}")
        raise typer.Exit


@score_app.command()
def score(
    drafts: Annotated[
        list[str] | None,
        typer.Argument(metavar="DRAFT...", help="Files (.txt .md .html .eml), or - for stdin."),
    ] = None,
    notes: Annotated[str | None, typer.Option(help="Your notes: text, a file, or @file.")] = None,
    posting: Annotated[
        str | None, typer.Option(help="The advert or page: text, a file, or @file.")
    ] = None,
    to: Annotated[str | None, typer.Option(help="The reader's name.")] = None,
    company: Annotated[str | None, typer.Option(help="The reader's company.")] = None,
    role: Annotated[str | None, typer.Option(help="The job, or the reader's function.")] = None,
    date: Annotated[str | None, typer.Option(help="The day it is sent, as 2025-03-14.")] = None,
    subject: Annotated[str | None, typer.Option(help="The subject line, if given apart.")] = None,
    channel: Annotated[ChannelOption, typer.Option(help="How it travels.")] = ChannelOption.email,
    scenario: Annotated[
        ScenarioOption, typer.Option(help="What it follows.")
    ] = ScenarioOption.interview,
    lang: Annotated[
        LanguageOption, typer.Option(help="The draft's language.")
    ] = LanguageOption.auto,
    messages: Annotated[
        LanguageOption, typer.Option(help="The language the report speaks.")
    ] = LanguageOption.auto,
    format: Annotated[  # noqa: A002  (the word users know)
        FormatOption | None, typer.Option(help="How the report is written.")
    ] = None,
    output: Annotated[Path | None, typer.Option(help="Write to this file.")] = None,
    min_score: Annotated[
        int | None, typer.Option(min=0, max=100, help="Exit 1 below this score.")
    ] = None,
    fail_on: Annotated[
        FailOnOption, typer.Option(help="Exit 1 at findings of this level.")
    ] = FailOnOption.never,
    batch: Annotated[
        bool, typer.Option("--batch", help="Read JSON lines, write one line each.")
    ] = False,
    rules: Annotated[
        list[Path] | None, typer.Option(help="A folder of your own rules; may be repeated.")
    ] = None,
    explain: Annotated[bool, typer.Option("--explain", help="Show how the score adds up.")] = False,
    version: Annotated[
        bool,
        typer.Option("--version", callback=lambda value: _version(wanted=value), is_eager=True),
    ] = False,
) -> int:
    """Say how good a follow-up message is, why, and what to do next.

    Reads a draft in French or English and what is known of the conversation it follows.
    Nothing leaves this machine.
    """
    from followup_kit.cli.judge import Request, judge  # noqa: PLC0415  (help stays light)

    if not drafts:
        raise typer.BadParameter("a draft expected: a file, or - for standard input.")
    chosen = format or (FormatOption.jsonl if batch else FormatOption.text)
    return judge(
        Request(
            drafts=tuple(drafts),
            context=context_of(notes, posting, to, company, role, date),
            subject=subject,
            channel=channel.value,
            scenario=scenario.value,
            language=lang.value,
            messages=messages.value,
            format=chosen.value,
            output=output,
            min_score=min_score,
            fail_on=fail_on.value,
            batch=batch,
            rules=tuple(rules or ()),
            explain=explain,
        )
    )
