"""``followup-kit``: the umbrella over everything the kit does."""

import json
from typing import Annotated

import typer

from followup_kit.cli.rules import rules_app
from followup_kit.cli.score import score
from followup_kit.errors import UsageError
from followup_kit.version import __version__

kit_app = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    help="Judge and improve the message sent after a first conversation, French or English.",
)
kit_app.command("score")(score)
kit_app.add_typer(rules_app, name="rules")


def _version(*, wanted: bool) -> None:
    if wanted:
        typer.echo(f"followup_kit {__version__}")
        raise typer.Exit


@kit_app.callback()
def main(
    version: Annotated[
        bool,
        typer.Option("--version", callback=lambda value: _version(wanted=value), is_eager=True),
    ] = False,
) -> None:
    """Judge and improve the message sent after a first conversation, French or English."""


@kit_app.command()
def explain(
    rule: Annotated[str, typer.Argument(help="The rule's id, such as stakes.first_step.")],
    messages: Annotated[str, typer.Option(help="en or fr")] = "en",
) -> None:
    """Say what a rule looks for, why, and what to do about it."""
    from followup_kit.checking.reference import entry  # noqa: PLC0415  (help stays light)
    from followup_kit.rulebook.load import load_rulebook  # noqa: PLC0415

    if messages not in ("en", "fr"):
        raise UsageError(f"--messages {messages!r}: en or fr expected")
    typer.echo(entry(load_rulebook().rule(rule), "fr" if messages == "fr" else "en"))


@kit_app.command()
def doctor() -> int:
    """Show versions, models and rules, and what is wrong with the installation."""
    from followup_kit.cli.doctor import examine  # noqa: PLC0415  (help stays light)

    lines, sound = examine()
    typer.echo("\n".join(lines))
    return 0 if sound else 2


@kit_app.command()
def schema(what: Annotated[str, typer.Argument(help="report, rule or batch")]) -> None:
    """Print the JSON Schema of a report, a rule file or a line of a batch."""
    from followup_kit.cli.schemas import SCHEMAS  # noqa: PLC0415  (help stays light)

    if what not in SCHEMAS:
        raise UsageError(f"no schema {what!r}; known are {', '.join(SCHEMAS)}")
    typer.echo(json.dumps(SCHEMAS[what](), indent=2, ensure_ascii=False))
