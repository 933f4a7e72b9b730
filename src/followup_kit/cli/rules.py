"""``followup-kit rules``: list, show, test, lint, new."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from followup_kit.cli.running import QuietCommand, QuietGroup
from followup_kit.errors import InputError, UsageError

if TYPE_CHECKING:
    from followup_kit.models.conditions import Bilingual

rules_app = typer.Typer(cls=QuietGroup, rich_markup_mode=None, help="See, test and write rules.")
Packs = Annotated[
    list[Path] | None,
    typer.Option("--rules", metavar="FOLDER", help="A pack of your own rules; repeatable."),
]
Messages = Annotated[Literal["en", "fr"], typer.Option(metavar="LANGUAGE", help="en or fr.")]


@rules_app.callback(invoke_without_command=True)
def main(ctx: typer.Context) -> None:
    """See, test and write rules."""
    if ctx.invoked_subcommand is None:
        print(ctx.get_help())


@rules_app.command("list", cls=QuietCommand)
def list_rules(rules: Packs = None, messages: Messages = "en") -> None:
    """List every rule.

    A line each: id, kind, points or severity, and what it sees.
    """
    from followup_kit.cli.output import opened  # noqa: PLC0415  (help stays light)
    from followup_kit.rulebook.load import load_rulebook  # noqa: PLC0415
    from followup_kit.rulebook.template_rules import AREA, load_template_rules  # noqa: PLC0415

    rows: list[tuple[str, str, str, Bilingual]] = [
        (rule.id, rule.kind, f"+{rule.points}" if rule.points else rule.severity, rule.title)
        for rule in load_rulebook(rules or ()).rules
    ]
    templates = load_template_rules().by_id.values()
    rows += [(rule.id, AREA, rule.severity, rule.title) for rule in templates]
    width = max(len(rule_id) for rule_id, *_ in rows)
    with opened(None) as out:
        for rule_id, kind, weight, title in rows:
            out.show(f"{rule_id:{width}}  {kind:9}  {weight:>7}  {title.in_(messages)}\n")


@rules_app.command(cls=QuietCommand)
def show(
    rule: Annotated[str, typer.Argument(metavar="RULE", help="Its id: see rules list.")],
    rules: Packs = None,
) -> None:
    """Show a rule's own file."""
    from followup_kit.cli.output import opened  # noqa: PLC0415  (help stays light)
    from followup_kit.data import rules_root  # noqa: PLC0415
    from followup_kit.rulebook.load import load_rulebook  # noqa: PLC0415
    from followup_kit.rulebook.template_rules import load_template_rules  # noqa: PLC0415

    known = load_template_rules().by_id
    area, name = (rule if rule in known else load_rulebook(rules or ()).rule(rule, known).id).split(
        "."
    )
    for root in (*reversed(rules or ()), rules_root()):
        path = root / area / f"{name}.yaml"
        if path.is_file():
            with opened(None) as out:
                out.show(path.read_text(encoding="utf-8"))
            return


@rules_app.command(cls=QuietCommand)
def test(
    prefixes: Annotated[
        list[str] | None,
        typer.Argument(metavar="PREFIX...", help="Beginnings of ids; all rules without one."),
    ] = None,
    rules: Packs = None,
    guards: Annotated[
        bool, typer.Option("--guards", help="Also name guards that no near miss needs.")
    ] = False,
) -> int:
    """Run rules against their own examples.

    Examples must fire, near misses must not, and dropping a pattern must break an example.
    """
    from followup_kit.checking.rule_tests import check_rules  # noqa: PLC0415  (help stays light)
    from followup_kit.cli.output import opened  # noqa: PLC0415

    with opened(None) as out:

        def say(line: str) -> None:
            out.show(f"{line}\n")

        return check_rules(tuple(prefixes or ()), tuple(rules or ()), say, guards=guards)


@rules_app.command(cls=QuietCommand)
def lint(
    packs: Annotated[
        list[Path] | None,
        typer.Argument(metavar="FOLDER...", help="Packs to look at beside the shipped rules."),
    ] = None,
) -> int:
    """Check that rules are well written.

    Loads them and compiles every pattern in both languages; says what is wrong, and where.
    """
    from followup_kit.checking.lint import lint_rules  # noqa: PLC0415  (help stays light)
    from followup_kit.cli.output import opened  # noqa: PLC0415

    problems = lint_rules(tuple(packs or ()))
    with opened(None) as out:
        for problem in problems:
            out.show(f"{problem}\n")
        count = len(problems)
        out.show("no problems\n" if not count else f"{count} problem{'s' if count > 1 else ''}\n")
    return 1 if problems else 0


@rules_app.command(cls=QuietCommand)
def new(
    rule: Annotated[str, typer.Argument(metavar="AREA.NAME", help="Such as craft.gift.")],
    folder: Annotated[
        Path,
        typer.Option("--dir", metavar="FOLDER", help="The pack's folder; default: this one."),
    ] = Path(),
) -> None:
    """Write the skeleton of a rule.

    And that of its pack, in a folder that is none yet.
    """
    from followup_kit.checking.skeleton import MANIFEST, skeleton  # noqa: PLC0415  (help is light)

    area, _, name = rule.partition(".")
    files = {folder / area / f"{name}.yaml": skeleton(area, name)}
    if not (folder / "pack.yaml").exists() and not (folder / "rubric.yaml").exists():
        files[folder / "pack.yaml"] = MANIFEST
    for path, text in files.items():
        if path.exists():
            raise UsageError(f"{path}: is there already; choose another name or folder")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        except OSError as error:
            raise InputError(f"{path}: cannot be written ({error.strerror}); use --dir") from error
        print(f"wrote {path}")
    print(f"fill it in, then run: followup-kit rules lint {folder}")
