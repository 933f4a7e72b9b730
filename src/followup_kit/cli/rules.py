"""``followup-kit rules``: list, show, test, lint, new."""

from pathlib import Path
from typing import Annotated

import typer

from followup_kit.cli.running import fail
from followup_kit.errors import UsageError

rules_app = typer.Typer(
    rich_markup_mode=None, no_args_is_help=True, help="See, test and write rules."
)
Packs = Annotated[
    list[Path] | None, typer.Option("--rules", help="A folder of your own rules; repeatable.")
]


@rules_app.command("list")
def list_rules(rules: Packs = None) -> None:
    """List every rule: id, kind, points or severity, and what it sees."""
    from followup_kit.rulebook.load import load_rulebook  # noqa: PLC0415  (help stays light)

    book = load_rulebook(rules or ())
    width = max(len(rule.id) for rule in book.rules)
    for rule in book.rules:
        weight = str(rule.points) if rule.points else rule.severity
        typer.echo(f"{rule.id:{width}}  {rule.kind:9}  {weight:>8}  {rule.title.en}")


@rules_app.command()
def show(rule: str, rules: Packs = None) -> None:
    """Show a rule's own file."""
    from followup_kit.data import rules_root  # noqa: PLC0415  (help stays light)
    from followup_kit.rulebook.load import load_rulebook  # noqa: PLC0415

    area, name = load_rulebook(rules or ()).rule(rule).id.split(".")
    for root in (*(rules or ()), rules_root()):
        path = root / area / f"{name}.yaml"
        if path.is_file():
            typer.echo(path.read_text(encoding="utf-8"), nl=False)
            return


@rules_app.command()
def test(
    prefixes: Annotated[list[str] | None, typer.Argument(metavar="PREFIX...")] = None,
    rules: Packs = None,
    guards: Annotated[
        bool, typer.Option("--guards", help="Also name guards that no near miss needs.")
    ] = False,
) -> int:
    """Run every rule's examples and near misses, and drop its patterns one at a time."""
    from followup_kit.checking.rule_tests import check_rules  # noqa: PLC0415  (help stays light)

    return check_rules(tuple(prefixes or ()), tuple(rules or ()), typer.echo, guards=guards)


@rules_app.command()
def lint(packs: Annotated[list[Path] | None, typer.Argument(metavar="PACK...")] = None) -> int:
    """Load rules and compile every pattern in both languages; say what is wrong, and where."""
    from followup_kit.checking.lint import lint_rules  # noqa: PLC0415  (help stays light)

    problems = lint_rules(tuple(packs or ()))
    for problem in problems:
        fail(str(problem))
    typer.echo("no problem" if not problems else f"{len(problems)} problems")
    return 2 if problems else 0


@rules_app.command()
def new(
    rule: Annotated[str, typer.Argument(help="AREA.NAME, such as craft.gift.")],
    folder: Annotated[Path, typer.Option("--dir", help="The folder of the pack.")] = Path(),
) -> None:
    """Write the skeleton of a rule, to be filled in."""
    from followup_kit.checking.skeleton import skeleton  # noqa: PLC0415  (help stays light)

    area, _, name = rule.partition(".")
    text = skeleton(area, name)
    path = folder / area / f"{name}.yaml"
    if path.exists():
        raise UsageError(f"{path}: is there already")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    typer.echo(f"{path}: fill it in, then run: followup-kit rules lint {folder}")
