"""Runs commands: one line for what goes wrong, and exit codes that a script can trust.

0 clean · 1 below the score, or findings at the level, asked for · 2 usage, unreadable input, not
scored, internal error; 2 wins over 1. Ctrl-C gives 130 and a reader that went away 141, as the
shell has it; both are silent.
"""

import os
import sys
import traceback
from collections.abc import Callable
from typing import Any, NoReturn

import typer
from typer.core import TyperCommand, TyperGroup

from followup_kit.errors import FollowupKitError

CLEAN, BELOW, FAILED = 0, 1, 2
READER_LEFT = 141
DEBUG = "FOLLOWUP_KIT_DEBUG"
_COMPLETION = ("install_completion", "show_completion")
_REST = "Options"
_ENDS = (".", "?", ")")


class ReaderLeftError(Exception):
    """Nobody reads our output any more; no OSError, which Typer would answer in its own way."""


class QuietCommand(TyperCommand):
    """A command whose result is its exit code and whose errors are one line."""

    def main(self, *args: Any, **extra: Any) -> NoReturn:
        """Run it as a whole process would."""
        run = super().main
        _leave(lambda: run(*args, **{**extra, "standalone_mode": False}))

    def invoke(self, ctx: Any) -> Any:
        """Call it, and make sure that what it wrote has left."""
        return _delivered(super().invoke, ctx)

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write the options below the headings of their panels."""
        _write_options(self, ctx, formatter)


class QuietGroup(TyperGroup):
    """A group of commands with the same manners."""

    def main(self, *args: Any, **extra: Any) -> NoReturn:
        """Run it as a whole process would."""
        run = super().main
        _leave(lambda: run(*args, **{**extra, "standalone_mode": False}))

    def invoke(self, ctx: Any) -> Any:
        """Call it, and make sure that what it wrote has left."""
        return _delivered(super().invoke, ctx)

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write the options, then the commands."""
        _write_options(self, ctx, formatter)
        self.format_commands(ctx, formatter)


def fail(line: str) -> None:
    """Say what went wrong on standard error, in one line that a terminal cannot trip over."""
    from followup_kit.rendering.safe import visible  # noqa: PLC0415  (help stays light)

    print(visible(" ".join(line.split())), file=sys.stderr)


def internal(error: BaseException) -> str:
    """An error that should not have happened, in one line; its traceback only on demand."""
    if os.environ.get(DEBUG):
        traceback.print_exception(error)
    what = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    return f"internal error ({what}); this is a bug of followup_kit, {DEBUG}=1 shows where"


def _leave(run: Callable[[], Any]) -> NoReturn:
    try:
        result = run()
    except ReaderLeftError:
        # What is left in the buffer must not complain when the interpreter closes it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(READER_LEFT)
    except (KeyboardInterrupt, typer.Abort):
        sys.exit(130)
    except FollowupKitError as error:
        fail(str(error))
    except Exception as error:  # noqa: BLE001  (the last line of defence: one line, no traceback)
        fail(_usage(error) or internal(error))
    else:
        sys.exit(result if isinstance(result, int) else CLEAN)
    sys.exit(FAILED)


def _usage(error: Exception) -> str | None:
    """A usage error of the command line in one line, with the help that answers it."""
    said: Callable[[], str] | None = getattr(error, "format_message", None)
    if said is None:
        return None
    context = getattr(error, "ctx", None)
    hint = f" See {context.command_path} --help." if context else ""
    message = said().replace("Value error, ", "")
    return f"{message if message.endswith(_ENDS) else f'{message}.'}{hint}"


def _delivered(call: Callable[[Any], Any], ctx: Any) -> Any:
    try:
        result = call(ctx)
        sys.stdout.flush()
    except BrokenPipeError as error:
        raise ReaderLeftError from error
    return result


def _write_options(command: Any, ctx: Any, formatter: Any) -> None:
    panels: dict[str, list[tuple[str, str]]] = {}
    last: list[tuple[str, str]] = []
    for parameter in command.get_params(ctx):
        record = parameter.get_help_record(ctx)
        if record is None or parameter.name in _COMPLETION:
            continue
        name, said = record
        panel = getattr(parameter, "rich_help_panel", None)
        rows = panels.setdefault(panel, []) if panel else last
        rows.append((name.split(" <")[0], said))
    for title, rows in (*panels.items(), (_REST, last)):
        if rows:
            with formatter.section(title):
                formatter.write_dl(rows)
