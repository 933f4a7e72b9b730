"""One line of a batch → the draft and context it asks to judge, or why it cannot be read."""

import json
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from followup_kit.cli.judge import Request
from followup_kit.cli.lines import Source
from followup_kit.models.batch import BatchCode, BatchError, BatchRecord
from followup_kit.models.draft import Context, Draft


@dataclass(frozen=True)
class Line:
    """One line and its number; what it asks for, or why it cannot be read."""

    number: int
    given: Any = None
    asked: tuple[Draft, Context] | None = None
    refused: BatchError | None = None


def read_line(number: int, line: bytes, request: Request) -> Line:
    """Read one line of a file.

    Args:
        number: which line it is, from 1.
        line: its bytes, UTF-8.
        request: what it leaves out is what the options say.
    """
    given: Any = None
    try:
        data = _object(line)
        given = data.get("id")
        return Line(number, given, _message(data, request))
    except _RefusedError as error:
        refused = BatchError(code=error.code, message=f"line {number}: {error}")
        return Line(number, given, refused=refused)


class _RefusedError(Exception):
    """A line that cannot be read as a message."""

    def __init__(self, code: BatchCode, message: str) -> None:
        self.code = code
        super().__init__(message)


def _object(line: bytes) -> dict[str, Any]:
    if len(line) > Source.LONGEST:
        raise _RefusedError("too_long", f"longer than {Source.LONGEST} bytes; shorten its context")
    try:
        data = json.loads(line.decode("utf-8-sig"), parse_constant=_no_number)
    except UnicodeDecodeError as error:
        raise _RefusedError("not_utf8", f"not UTF-8 at byte {error.start + 1}") from error
    except (ValueError, RecursionError) as error:
        why = str(error) if isinstance(error, ValueError) else "nested too deeply"
        raise _RefusedError("not_json", f"not JSON: {why}") from error
    if not isinstance(data, dict):
        raise _RefusedError("not_an_object", 'an object expected, such as {"id": …, "body": …}')
    return data


def _no_number(name: str) -> None:
    raise ValueError(f"{name} is no number of JSON")


def _message(data: dict[str, Any], request: Request) -> tuple[Draft, Context]:
    """The draft and context of a record; what it leaves out is what the options say."""
    try:
        record = BatchRecord.model_validate(data)
    except ValidationError as error:
        raise _RefusedError("bad_value", _first(error)) from error
    draft = Draft(
        text=record.body,
        subject=record.subject,
        channel=record.channel or request.channel,
        scenario=record.scenario or request.scenario,
        language=record.lang or request.language,
        name=None if data.get("id") is None else str(data["id"]),
    )
    known = record.context.model_dump(exclude_none=True) if record.context else {}
    return draft, request.context.model_copy(update=known)


def _first(error: ValidationError) -> str:
    """The first thing wrong with a record: where, what, and what was expected."""
    first = error.errors()[0]
    key = ".".join(str(part) for part in first["loc"])
    if key == "context.date":
        return f"{key}: {first['input']!r} is no day; write it as 2025-03-14"
    if first["type"] == "missing":
        return f"{key}: missing; the text of the message expected"
    return f"{key}: {first['msg']}"
