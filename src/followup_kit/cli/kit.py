"""``followup-kit``: the umbrella over everything the kit does."""

import json
from typing import Annotated, Literal

import typer

from followup_kit.cli.check_command import check
from followup_kit.cli.rules import rules_app
from followup_kit.cli.running import QuietCommand, QuietGroup
from followup_kit.cli.score_command import score
from followup_kit.cli.versions import Version
from followup_kit.errors import UsageError

kit_app = typer.Typer(cls=QuietGroup, rich_markup_mode=None, pretty_exceptions_enable=False)
kit_app.command("score", cls=QuietCommand)(score)
kit_app.command("check", cls=QuietCommand)(check)
kit_app.add_typer(rules_app, name="rules")


@kit_app.callback(invoke_without_command=True)
def main(ctx: typer.Context, version: Version = False) -> None:
    """Judge and improve the message sent after a first conversation, in French or English."""
    if ctx.invoked_subcommand is None:
        print(ctx.get_help())


@kit_app.command(cls=QuietCommand)
def explain(
    rule: Annotated[
        str, typer.Argument(metavar="RULE", help="Its id (see rules list), or a dimension.")
    ],
    rules: Annotated[
        list[str] | None, typer.Option(metavar="FOLDER", help="A pack of your own; repeatable.")
    ] = None,
    messages: Annotated[
        Literal["en", "fr"], typer.Option(metavar="LANGUAGE", help="en or fr.")
    ] = "en",
) -> None:
    """Say what a rule looks for, and why.

    What it is worth, what to do about it, the examples that it is tested by, and how to change it.
    Of a dimension (specificity, motivation, stakes), or of craft or type: its levels and its rules.
    """
    from followup_kit.cli.explaining import explained  # noqa: PLC0415  (help stays light)
    from followup_kit.cli.explaining_area import explained_area  # noqa: PLC0415
    from followup_kit.cli.explaining_template import explained_template  # noqa: PLC0415
    from followup_kit.cli.output import opened  # noqa: PLC0415
    from followup_kit.rulebook.load import AREAS, load_rulebook  # noqa: PLC0415
    from followup_kit.rulebook.template_rules import load_template_rules  # noqa: PLC0415

    book, templates = load_rulebook(rules or ()), load_template_rules().by_id
    others = templates if "." in rule else AREAS
    found = None if rule in {*AREAS, *templates} else book.rule(rule, others)
    with opened(None) as out:
        if rule in templates:
            shown = explained_template(
                templates[rule], book, messages, color=out.color, width=out.width
            )
            out.show(shown)
        elif found:
            out.show(explained(found, book, messages, color=out.color, width=out.width))
        else:
            out.show(explained_area(rule, book, messages, color=out.color, width=out.width))


@kit_app.command(cls=QuietCommand)
def doctor() -> int:
    """Check the installation.

    Shows versions, models and rules; exits with 2 when something is wrong, and says how to mend it.
    """
    from followup_kit.cli.doctor import examine  # noqa: PLC0415  (help stays light)
    from followup_kit.cli.output import opened  # noqa: PLC0415

    lines, sound = examine()
    with opened(None) as out:
        out.show("".join(f"{line}\n" for line in lines))
    return 0 if sound else 2


@kit_app.command(cls=QuietCommand)
def schema(
    what: Annotated[
        str,
        typer.Argument(
            metavar="WHAT", help="report, rule, batch, batch-result, comparison or listing."
        ),
    ],
) -> None:
    """Print a JSON Schema.

    Of a report, a rule file, a line that --batch reads (batch), one that it writes
    (batch-result), what --compare writes (comparison), or a list of problems in files (listing).
    """
    from followup_kit.cli.output import opened  # noqa: PLC0415  (help stays light)
    from followup_kit.cli.schemas import SCHEMAS  # noqa: PLC0415

    if what not in SCHEMAS:
        raise UsageError(f"no schema {what!r}; known are {', '.join(SCHEMAS)}")
    with opened(None) as out:
        out.record(json.dumps(SCHEMAS[what](), indent=2, ensure_ascii=False) + "\n")
