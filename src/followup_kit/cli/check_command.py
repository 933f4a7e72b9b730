"""``followup-kit check``: the options; what they do stands in ``check.py``."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from followup_kit.cli.options import Output

_WHERE = "What to check"
_ASKED = "What to ask for"
_KNOWN = "What is known already"
_SHOWN = "What to show"

CheckFormat = Literal[
    "text", "json", "jsonl", "sarif", "github", "junit", "rdjsonl", "checkstyle", "gitlab",
    "markdown",
]  # fmt: skip
Level = Literal["hint", "warning", "error", "never"]

Paths = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="PATH",
        help="Templates, or folders of them; without any, the folder of the settings.",
    ),
]
Config = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        rich_help_panel=_WHERE,
        help="Settings; else followup-kit.toml or pyproject.toml here or above.",
    ),
]
ChangedSince = Annotated[
    str | None,
    typer.Option(
        metavar="REVISION",
        rich_help_panel=_WHERE,
        help="Only files changed since this commit or branch of git.",
    ),
]
ForceExclude = Annotated[
    bool,
    typer.Option(
        "--force-exclude",
        rich_help_panel=_WHERE,
        help="Leave out what the settings exclude, even if it is named.",
    ),
]
Packs = Annotated[
    list[Path] | None,
    typer.Option(
        "--rules", metavar="FOLDER", rich_help_panel=_ASKED, help="A pack of rules; repeatable."
    ),
]
MinScore = Annotated[
    int | None,
    typer.Option(
        metavar="POINTS",
        min=0,
        max=100,
        rich_help_panel=_ASKED,
        help="Least score a template must be able to reach.",
    ),
]
MaxDrop = Annotated[
    int | None,
    typer.Option(
        metavar="POINTS",
        min=0,
        max=100,
        rich_help_panel=_ASKED,
        help="Most points it may fall below its score in the baseline.",
    ),
]
FailOn = Annotated[
    Level | None,
    typer.Option(
        metavar="LEVEL",
        rich_help_panel=_ASKED,
        help="Exit with 1 at problems so grave: hint, warning (the default), error or never.",
    ),
]
Baseline = Annotated[
    Path | None,
    typer.Option(metavar="FILE", rich_help_panel=_KNOWN, help="The file of known problems."),
]
UpdateBaseline = Annotated[
    bool,
    typer.Option(
        "--update-baseline",
        rich_help_panel=_KNOWN,
        help="Write today's problems and scores down as known.",
    ),
]
Prune = Annotated[
    bool,
    typer.Option(
        "--prune", rich_help_panel=_KNOWN, help="Take out of the baseline what no longer occurs."
    ),
]
CacheDir = Annotated[
    Path | None,
    typer.Option(metavar="FOLDER", rich_help_panel=_KNOWN, help="Where judgements are kept."),
]
NoCache = Annotated[
    bool,
    typer.Option("--no-cache", rich_help_panel=_KNOWN, help="Judge everything anew, keep nothing."),
]
FormatOption = Annotated[
    CheckFormat,
    typer.Option(
        metavar="FORMAT",
        rich_help_panel=_SHOWN,
        show_default=False,
        help="text (the default), json, jsonl, sarif, github, junit, rdjsonl, checkstyle, gitlab or"
        " markdown.",
    ),
]
Messages = Annotated[
    Literal["en", "fr"] | None,
    typer.Option(
        metavar="LANGUAGE", rich_help_panel=_SHOWN, help="What problems are told in: en or fr."
    ),
]


def check(
    paths: Paths = None,
    config: Config = None,
    changed_since: ChangedSince = None,
    force_exclude: ForceExclude = False,
    rules: Packs = None,
    min_score: MinScore = None,
    max_drop: MaxDrop = None,
    fail_on: FailOn = None,
    baseline: Baseline = None,
    update_baseline: UpdateBaseline = False,
    prune: Prune = False,
    cache_dir: CacheDir = None,
    no_cache: NoCache = False,
    format: FormatOption = "text",  # noqa: A002  (the word users know)
    messages: Messages = None,
    output: Output = None,
) -> int:
    """Check a library of templates.

    Says which templates make their writer say nothing of their own, which fields are wrong, what
    is too long, doubled or mixed. Settings stand in followup-kit.toml, or in pyproject.toml below
    [tool.followup-kit].

    Exits with 0 when all is well, 1 when something is not, 2 when a file could not be judged.
    """
    from followup_kit.cli.check import CheckRequest, check_library  # noqa: PLC0415  (help is light)

    return check_library(
        CheckRequest(
            paths=tuple(paths or ()),
            config=config,
            changed_since=changed_since,
            force_exclude=force_exclude,
            packs=tuple(rules or ()),
            min_score=min_score,
            max_drop=max_drop,
            fail_on=fail_on,
            baseline=baseline,
            update_baseline=update_baseline,
            prune=prune,
            cache_dir=cache_dir,
            keep=not no_cache,
            format=format,
            messages=messages,
            output=output,
        )
    )
