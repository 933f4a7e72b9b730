"""``--version``, alike in both commands."""

from typing import Annotated

import typer

from followup_kit.version import __version__


def _answer(wanted: bool) -> None:
    if wanted:
        print(f"followup_kit {__version__}")
        raise typer.Exit


Version = Annotated[
    bool, typer.Option("--version", callback=_answer, is_eager=True, help="Show the version.")
]
