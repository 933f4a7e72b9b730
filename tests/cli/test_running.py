"""How commands end: exit codes, one line for errors, silence for what the user did."""

import pytest
import typer
from typer.testing import CliRunner, Result

from followup_kit.cli.running import QuietCommand
from followup_kit.errors import InputError


def ending(error: BaseException | None, result: object = None, **env: str) -> Result:
    """Run a command that ends in an error, or with a result."""
    app = typer.Typer(rich_markup_mode=None)

    @app.command(cls=QuietCommand)
    def work() -> object:
        if error:
            raise error
        return result

    return CliRunner().invoke(app, [], env=env)


@pytest.mark.parametrize(("result", "code"), [(None, 0), (0, 0), (1, 1), (2, 2)])
def test_what_a_command_returns_is_its_exit_code(result: object, code: int) -> None:
    assert ending(None, result).exit_code == code


def test_an_error_of_input_is_its_own_line() -> None:
    result = ending(InputError("a.txt: not\n text \x1b[31m; save it"))
    assert result.exit_code == 2
    assert result.stderr == "a.txt: not text ␛[31m; save it\n"


def test_an_error_of_ours_is_one_line_that_says_so() -> None:
    result = ending(ZeroDivisionError("division by zero"))
    assert result.exit_code == 2
    assert result.stderr == (
        "internal error (ZeroDivisionError: division by zero); this is a bug of followup_kit, "
        "FOLLOWUP_KIT_DEBUG=1 shows where\n"
    )


def test_its_traceback_is_shown_on_demand() -> None:
    result = ending(ZeroDivisionError("x"), FOLLOWUP_KIT_DEBUG="1")
    assert "Traceback (most recent call last)" in result.stderr
    assert result.exit_code == 2


@pytest.mark.parametrize("error", [KeyboardInterrupt(), typer.Abort()])
def test_being_interrupted_is_silent(error: BaseException) -> None:
    result = ending(error)
    assert (result.exit_code, result.output.strip()) == (130, "")


def test_leaving_early_keeps_its_code() -> None:
    assert ending(typer.Exit(1)).exit_code == 1
