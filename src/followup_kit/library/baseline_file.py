"""The file of what is known to be wrong: JSON Lines, a fact a line, so that merges are easy."""

import json
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from followup_kit.errors import InputError

FORMAT = 1
_HEADER = "followup_kit_baseline"
_SCORE = "score"
"""Stands where a problem has its rule; ids of rules have a dot."""
_MARKERS = ("<<<<<<<", "|||||||", "=======", ">>>>>>>")
_BEST = 100
_AGAIN = "restore it from Git, or delete it and run check --update-baseline"


class Entry(NamedTuple):
    """A known problem of a file."""

    path: str
    rule: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Baseline:
    """What was wrong when the baseline was taken.

    Attributes:
        problems: known ones.
        scores: of each file that was judged then, by path.
        exists: whether there is a file of it.
    """

    problems: frozenset[Entry] = frozenset()
    scores: Mapping[str, int] = field(default_factory=dict)
    exists: bool = True

    @property
    def paths(self) -> frozenset[str]:
        """The files it speaks of."""
        return frozenset(entry.path for entry in self.problems) | self.scores.keys()


def load_baseline(path: Path, *, merging: bool = False) -> Baseline:
    """Read a baseline; an empty one where there is no file.

    Where a merge kept two scores of a file, the lower one counts.

    Args:
        path: of the file.
        merging: whether both sides of a merge that Git could not finish count, for a baseline
            that is about to be updated.

    Raises:
        InputError: it cannot be read, or a line is none of a baseline.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return Baseline(exists=False)
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}); check the path") from error
    lines = _facts(_decoded(data, path).split("\n"), path, merging=merging)
    _check_header(next(lines, (1, None))[1], path)
    problems: set[Entry] = set()
    scores: dict[str, int] = {}
    for number, fact in lines:
        match fact:
            case [str(file), "score", int(score)] if _is_score(score):
                scores[file] = min(score, scores.get(file, _BEST))
            case [str(file), str(rule), str(print_)] if rule != _SCORE:
                problems.add(Entry(file, rule, print_))
            case {"followup_kit_baseline": int()} if merging:
                continue
            case _:
                raise _wrong(path, number)
    return Baseline(frozenset(problems), scores)


def write_baseline(path: Path, baseline: Baseline) -> None:
    """Write a baseline, all or nothing.

    Raises:
        InputError: it cannot be written; what was there is as it was.
    """
    target = Path(os.path.realpath(path))
    waiting = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        waiting.write_text("".join(_lines(baseline)), encoding="utf-8", newline="\n")
        if target.exists():
            shutil.copymode(target, waiting)
        waiting.replace(target)
    except OSError as error:
        with suppress(OSError):
            waiting.unlink(missing_ok=True)
        raise InputError(
            f"{path}: cannot be written ({error.strerror}); check the path and its permissions"
        ) from error


def _lines(baseline: Baseline) -> Iterator[str]:
    scores = ((path, _SCORE, score) for path, score in baseline.scores.items())
    facts: list[tuple[str, str, str | int]] = [*baseline.problems, *scores]
    for fact in ({_HEADER: FORMAT}, *sorted(facts, key=lambda fact: (*fact[:2], str(fact[2])))):
        yield json.dumps(fact, ensure_ascii=False) + "\n"


def _decoded(data: bytes, path: Path) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise InputError(f"{path}:{line}: not UTF-8; {_AGAIN}") from error


def _facts(lines: Iterable[str], path: Path, *, merging: bool) -> Iterator[tuple[int, Any]]:
    """Each line that says something, with its number."""
    for number, line in enumerate(lines, 1):
        if line.startswith(_MARKERS):
            if not merging:
                raise InputError(
                    f"{path}:{number}: conflict markers; resolve, or run check --update-baseline"
                )
        elif line.strip():
            try:
                fact = json.loads(line)
                # A lone surrogate, which no baseline is written with, cannot be encoded.
                json.dumps(fact, ensure_ascii=False).encode()
            except (ValueError, RecursionError) as error:
                raise _wrong(path, number) from error
            yield number, fact


def _is_score(number: int) -> bool:
    """Whether it is one; to Python, true and false are numbers as well."""
    return type(number) is int and 0 <= number <= _BEST


def _check_header(header: Any, path: Path) -> None:
    number = header.get(_HEADER) if isinstance(header, dict) else None
    if type(number) is not int or number < FORMAT:
        raise InputError(f'{path}:1: no baseline; {{"{_HEADER}": {FORMAT}}} expected; {_AGAIN}')
    if number > FORMAT:
        raise InputError(
            f"{path}:1: a baseline of format {number}, written by a later followup-kit; "
            f"this one reads format {FORMAT}: upgrade followup-kit"
        )


def _wrong(path: Path, number: int) -> InputError:
    return InputError(
        f'{path}:{number}: ["path", "rule", "fingerprint"] or ["path", "score", 62] expected; '
        f"{_AGAIN}"
    )
