"""``score --batch``: JSON lines in, one line out for each, in their order; nothing is held."""

import json
from typing import Any

from pydantic import ValidationError

from followup_kit.cli.judge import Request, outcome
from followup_kit.cli.lines import Source, sources
from followup_kit.cli.output import Output
from followup_kit.cli.progress import progress
from followup_kit.cli.running import CLEAN, FAILED, fail, internal
from followup_kit.errors import FollowupKitError, InputError, ModelError
from followup_kit.models.batch import BatchCode, BatchError, BatchRecord
from followup_kit.models.draft import Context, Draft
from followup_kit.models.report import Report
from followup_kit.scorer import Scorer


class _RefusedError(Exception):
    """A line that cannot be read as a message."""

    def __init__(self, code: BatchCode, message: str) -> None:
        self.code = code
        super().__init__(message)


def judge_batch(request: Request, scorer: Scorer, out: Output) -> int:
    """Judge every line of the given files; gives the exit code."""
    code, lines, failures = CLEAN, 0, 0
    found = list(sources(request.drafts))
    with progress(found, to_terminal=out.file is None) as advance:
        for source in found:
            try:
                for number, line in source.lines():
                    advance(len(line))
                    if not line.strip():
                        continue
                    result, one = _judged(line, number, request, scorer)
                    out.record(result)
                    lines += 1
                    failures += one == FAILED
                    code = max(code, one)
            except InputError as error:
                fail(str(error))
                code = FAILED
    if failures:
        fail(f"{failures} of {lines} messages could not be judged; the output says why")
    return code


def _judged(line: bytes, number: int, request: Request, scorer: Scorer) -> tuple[str, int]:
    """What to write about one line, and the exit code it asks for."""
    given: Any = None
    try:
        data = _object(line)
        given = data.get("id")
        draft, context = _message(data, request)
        report = scorer.score(draft, context, request.messages)
    except _RefusedError as error:
        refused = BatchError(code=error.code, message=f"line {number}: {error}")
    except InputError as error:
        refused = BatchError(code="input", message=f"line {number}: {error}")
    except ModelError as error:
        refused = BatchError(code="model", message=str(error))
    except FollowupKitError as error:
        refused = BatchError(code="rules", message=str(error))
    except Exception as error:  # noqa: BLE001  (one message must not stop the others)
        refused = BatchError(code="internal", message=f"line {number}: {internal(error)}")
    else:
        return _result(given, number, "report", report), outcome(report, request)
    return _result(given, number, "error", refused), FAILED


def _result(given: Any, number: int, key: str, value: Report | BatchError) -> str:
    """One line: the id as it was given, the line's number without one, and what came of it."""
    name = json.dumps(number if given is None else given)
    return f'{{"id":{name},"{key}":{value.model_dump_json()}}}\n'


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
