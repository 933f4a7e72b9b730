"""``score --batch``: JSON lines in, one line out for each, in their order; nothing is held."""

import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, TextIO

from pydantic import ValidationError

from followup_kit.cli.running import CLEAN, FAILED, fail
from followup_kit.errors import InputError
from followup_kit.models.base import Frozen
from followup_kit.models.draft import Context, Draft
from followup_kit.scorer import Scorer

if TYPE_CHECKING:
    from followup_kit.cli.judge import Request

_DRAFT_KEYS = {"subject": "subject", "channel": "channel", "scenario": "scenario"}
_CONTEXT_KEYS = tuple(Context.model_fields)


class LineError(Frozen):
    """Why a line could not be judged: a code for machines, a sentence for people."""

    code: str
    message: str


class _RefusedError(Exception):
    """A line that cannot be read as a message."""

    def __init__(self, code: str, message: str) -> None:
        self.code = code
        super().__init__(message)


def judge_batch(request: "Request", scorer: Scorer, out: TextIO) -> int:
    """Judge every line of the given files; gives the exit code.

    Raises:
        InputError: a file cannot be opened.
        UsageError: another format than jsonl was asked for.
    """
    from followup_kit.cli.judge import outcome  # noqa: PLC0415  (it imports this module's caller)

    if request.format not in ("jsonl", "json"):
        raise InputError(f"--batch writes JSON lines; --format {request.format} cannot be had")
    code = CLEAN
    for number, line in enumerate(_progress(_lines(request.drafts)), start=1):
        if not line.strip():
            continue
        identity: Any = None
        try:
            record = _record(line)
            identity = record.get("id")
            draft, context = _message(record, request)
            report = scorer.score(draft, context, request.messages)
            code = max(code, outcome(report, request))
            result: dict[str, Any] = {"report": report.model_dump(mode="json")}
        except (_RefusedError, InputError) as error:
            known = error.code if isinstance(error, _RefusedError) else "unreadable"
            refused = LineError(code=known, message=f"line {number}: {error}")
            result, code = {"error": refused.model_dump()}, FAILED
        out.write(json.dumps({"id": identity, **result}, ensure_ascii=False) + "\n")
    if code == FAILED:
        fail("some messages could not be judged; see their error or reason in the output")
    return code


def _record(line: bytes) -> dict[str, Any]:
    try:
        record = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise _RefusedError("not_utf8", f"not UTF-8 at byte {error.start}") from error
    except (json.JSONDecodeError, RecursionError) as error:
        raise _RefusedError("not_json", f"not JSON: {error}") from error
    if not isinstance(record, dict):
        raise _RefusedError("not_a_record", f"an object expected, not {type(record).__name__}")
    return record


def _message(record: dict[str, Any], request: "Request") -> tuple[Draft, Context]:
    """The draft and context of a record; keys it does not know are ignored, here only."""
    if not isinstance(record.get("body"), str):
        raise _RefusedError("no_body", 'a text under "body" expected')
    values: dict[str, Any] = {
        "text": record["body"],
        "channel": request.channel,
        "scenario": request.scenario,
        "language": request.language,
        "name": str(record["id"]) if "id" in record else None,
    }
    values |= {key: record[key] for key in _DRAFT_KEYS if record.get(key) is not None}
    if record.get("lang") is not None:
        values["language"] = record["lang"]
    given = record.get("context") or {}
    if not isinstance(given, dict):
        raise _RefusedError("bad_context", 'an object under "context" expected')
    known = {key: given[key] for key in _CONTEXT_KEYS if given.get(key) is not None}
    try:
        return Draft.model_validate(values), Context.model_validate(
            {**request.context.model_dump(exclude_none=True), **known}
        )
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(part) for part in first["loc"])
        raise _RefusedError("bad_value", f"{key}: {first['msg']}") from error


def _lines(names: Iterable[str]) -> Iterator[bytes]:
    for name in names:
        if name == "-":
            yield from sys.stdin.buffer
            continue
        with _opened(Path(name)) as file:
            yield from file


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    try:
        file = path.open("rb")
    except IsADirectoryError as error:
        raise InputError(f"{path}: a folder; name a file of JSON lines") from error
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}") from error
    with file:
        yield file


def _progress(lines: Iterator[bytes]) -> Iterator[bytes]:
    """Show on a terminal how many lines are done; nothing when piped."""
    if not sys.stderr.isatty():
        yield from lines
        return
    from rich.console import Console  # noqa: PLC0415  (only a terminal needs it)
    from rich.progress import Progress, SpinnerColumn, TextColumn  # noqa: PLC0415

    columns = (SpinnerColumn(), TextColumn("{task.completed:.0f}"))
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=None)
        for line in lines:
            yield line
            progress.advance(task)
