"""What ``score`` does once its options are read."""

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

from followup_kit.cli.running import BELOW, CLEAN, FAILED, fail
from followup_kit.errors import InputError
from followup_kit.models.base import SEVERITIES
from followup_kit.models.draft import Context, Draft
from followup_kit.models.report import Report
from followup_kit.reading import load, load_bytes
from followup_kit.rendering import render
from followup_kit.scorer import Scorer

NARROWEST, WIDEST, PIPED = 40, 110, 80
"""Columns of the text view."""


@dataclass(frozen=True)
class Request:
    """What was asked for; see the options of ``score``."""

    drafts: tuple[str, ...]
    context: Context
    subject: str | None
    channel: Any
    scenario: Any
    language: Any
    messages: Any
    format: str
    output: Path | None
    min_score: int | None
    fail_on: str
    batch: bool
    rules: tuple[Path, ...]
    explain: bool


def judge(request: Request) -> int:
    """Judge what was asked for; gives the exit code.

    Raises:
        InputError: the output cannot be written.
        RuleFileError: a rule file does not say what it must.
    """
    scorer = Scorer(rules=request.rules)
    with _opened(request.output) as out:
        if request.batch:
            from followup_kit.cli.batch import judge_batch  # noqa: PLC0415  (its own way)

            return judge_batch(request, scorer, out)
        return max(_judge_one(name, request, scorer, out) for name in request.drafts)


def outcome(report: Report, request: Request) -> int:
    """The exit code that one report asks for."""
    if report.status == "not_scored" or report.score is None:
        return FAILED
    if request.min_score is not None and report.score < request.min_score:
        return BELOW
    if request.fail_on != "never":
        least = SEVERITIES.index(request.fail_on)
        levels = [SEVERITIES.index(f.severity) for f in report.findings if f.severity]
        if any(level >= least for level in levels):
            return BELOW
    return CLEAN


def _judge_one(name: str, request: Request, scorer: Scorer, out: TextIO) -> int:
    """Judge one draft; what cannot be read is said, and the others go on."""
    try:
        report = scorer.score(_draft(name, request), request.context, request.messages)
    except InputError as error:
        fail(str(error))
        return FAILED
    if report.status == "not_scored" and report.reason:
        fail(f"{name}: {report.reason.message}")
    if len(request.drafts) > 1 and request.format == "text":
        out.write(f"{name}\n")
    out.write(_rendered(report, request, out))
    return outcome(report, request)


def _draft(name: str, request: Request) -> Draft:
    values: dict[str, Any] = {
        "subject": request.subject,
        "channel": request.channel,
        "scenario": request.scenario,
        "language": request.language,
    }
    if name == "-":
        return load_bytes(sys.stdin.buffer.read(), "-", **values)
    return load(name, **values)


def _rendered(report: Report, request: Request, out: TextIO) -> str:
    width = PIPED
    if out.isatty():
        width = min(max(shutil.get_terminal_size().columns, NARROWEST), WIDEST)
    color = request.format == "text" and wants_color(out)
    text = render(report, request.format, color=color, width=width, explain=request.explain)
    encoding = out.encoding or "utf-8"
    return text.encode(encoding, "replace").decode(encoding)


def wants_color(out: TextIO) -> bool:
    """Whether colour codes belong on a stream: on a terminal, unless NO_COLOR says otherwise."""
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or out.isatty()


@contextmanager
def _opened(path: Path | None) -> Iterator[TextIO]:
    if path is None:
        yield sys.stdout
        return
    try:
        file = path.open("w", encoding="utf-8", newline="")
    except OSError as error:
        raise InputError(f"{path}: cannot be written: {error.strerror}") from error
    with file:
        yield file
