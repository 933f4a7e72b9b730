"""Runs a command: one line for what goes wrong, exit codes that a script can trust.

0 clean · 1 below the score or at the level of findings asked for · 2 usage, unreadable input, not
scored, internal error. 2 wins over 1.
"""

import os
import sys
import traceback

import typer

from followup_kit.errors import FollowupKitError

CLEAN, BELOW, FAILED = 0, 1, 2
DEBUG = "FOLLOWUP_KIT_DEBUG"


def run(app: typer.Typer, name: str) -> None:
    """Run an app as a whole process.

    Raises:
        SystemExit: always, with the exit code.
    """
    command = typer.main.get_command(app)
    try:
        result = command.main(prog_name=name, standalone_mode=False)
        sys.exit(result if isinstance(result, int) else CLEAN)
    except BrokenPipeError:
        # The reader went away; what is left in the buffer must not complain at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(CLEAN)
    except KeyboardInterrupt:
        sys.exit(130)
    except FollowupKitError as error:
        fail(str(error))
    except Exception as error:  # noqa: BLE001  (the last line of defence: one line, no traceback)
        _usage_or_bug(error, name)
    sys.exit(FAILED)


def fail(line: str) -> None:
    """Say what went wrong on standard error, in one line."""
    print(" ".join(line.split()), file=sys.stderr)


def _usage_or_bug(error: Exception, name: str) -> None:
    """A usage error of the command line in one line; anything else is a bug of ours."""
    shown = getattr(error, "format_message", None)
    if callable(shown):
        fail(f"{name}: {shown()} Try '{name} --help'.")
        return
    if type(error).__name__ in ("Abort", "Exit"):
        sys.exit(getattr(error, "exit_code", FAILED))
    if os.environ.get(DEBUG):
        traceback.print_exc()
    fail(
        f"{name}: internal error ({type(error).__name__}: {error}); this is a bug of followup_kit,"
        f" set {DEBUG}=1 to see where"
    )
