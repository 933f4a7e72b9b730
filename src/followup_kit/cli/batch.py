"""``score --batch``: JSON lines in, one line out for each, in their order; nothing is held."""

import json
from collections.abc import Callable, Iterator

from followup_kit.cli.judge import Request, outcome
from followup_kit.cli.lines import Source, sources
from followup_kit.cli.output import Output
from followup_kit.cli.progress import progress
from followup_kit.cli.records import Line, read_line
from followup_kit.cli.running import CLEAN, FAILED, fail, internal
from followup_kit.errors import FollowupKitError, InputError, ModelError
from followup_kit.models.batch import BatchCode, BatchError
from followup_kit.models.report import Report
from followup_kit.scorer import Scorer

_TOGETHER = 32
"""Lines of a file that are parsed at once."""


def judge_batch(request: Request, scorer: Scorer, out: Output) -> int:
    """Judge every line of the given files; gives the exit code."""
    code, lines, failures = CLEAN, 0, 0
    found = list(sources(request.drafts))
    with progress(found, to_terminal=out.file is None) as advance:
        for source in found:
            try:
                for few in _together(source, advance):
                    asked = [read_line(number, line, request) for number, line in few]
                    for line, came in _judged(asked, request, scorer):
                        one = FAILED if isinstance(came, BatchError) else outcome(came, request)
                        out.record(_result(line, came))
                        lines += 1
                        failures += one == FAILED
                        code = max(code, one)
            except InputError as error:
                fail(str(error))
                code = FAILED
    if failures:
        fail(f"{failures} of {lines} messages could not be judged; the output says why")
    return code


def _together(source: Source, advance: Callable[[int], None]) -> Iterator[list[tuple[int, bytes]]]:
    """Lines that are judged together: parsing many at once is faster.

    Standard input is answered line by line, for whoever waits for an answer before asking again.
    """
    few: list[tuple[int, bytes]] = []
    for number, line in source.lines():
        advance(len(line))
        if line.strip():
            few.append((number, line))
        if len(few) >= (_TOGETHER if source.path else 1):
            yield few
            few = []
    if few:
        yield few


def _judged(
    lines: list[Line], request: Request, scorer: Scorer
) -> Iterator[tuple[Line, Report | BatchError]]:
    """What came of each line, in their order: all at once, or one by one when one fails."""
    pairs = [line.asked for line in lines if line.asked]
    try:
        reports = iter(list(scorer.pipe(pairs, request.messages, batch_size=_TOGETHER)))
    except Exception:  # noqa: BLE001  (one of them fails: which one, each on its own will show)
        for line in lines:
            yield line, line.refused or _alone(line, request, scorer)
    else:
        for line in lines:
            yield line, line.refused or next(reports)


def _alone(line: Line, request: Request, scorer: Scorer) -> Report | BatchError:
    code: BatchCode
    try:
        return next(scorer.pipe([line.asked] if line.asked else [], request.messages))
    except InputError as error:
        code, why = "input", str(error)
    except ModelError as error:
        code, why = "model", str(error)
    except FollowupKitError as error:
        code, why = "rules", str(error)
    except Exception as error:  # noqa: BLE001  (one message must not stop the others)
        code, why = "internal", internal(error)
    return BatchError(code=code, message=f"line {line.number}: {why}")


def _result(line: Line, came: Report | BatchError) -> str:
    """One line: the id as it was given, the line's number without one, and what came of it."""
    name = json.dumps(line.number if line.given is None else line.given)
    key = "error" if isinstance(came, BatchError) else "report"
    return f'{{"id":{name},"{key}":{came.model_dump_json()}}}\n'
