"""What is wrong, less what was known before: only new problems are news."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from followup_kit.library.baseline_file import Baseline, Entry
from followup_kit.models.listing import Listed, Problem

_Mark = tuple[str, str]
"""A rule and a fingerprint: a problem, wherever its file may be."""


@dataclass(frozen=True, slots=True)
class Sifted:
    """Files without what is known.

    Attributes:
        files: in their order, known problems taken out and counted.
        stale: known problems that a file which was judged does not have any more, sorted.
    """

    files: tuple[Listed, ...]
    stale: tuple[Entry, ...] = ()


def gone_from(baseline: Baseline, base: Path) -> frozenset[str]:
    """The paths a baseline speaks of that do not exist any more.

    Args:
        baseline: what is known.
        base: the folder its paths are relative to.
    """
    return frozenset(path for path in baseline.paths if not _exists(base / path))


def known(baseline: Baseline, files: Sequence[Listed], gone: Collection[str] = ()) -> Sifted:
    """Take out what is known.

    A problem that a file which is gone was known for is known in another file too: it was renamed.

    Args:
        baseline: what is known.
        files: with all their problems; what was not judged stays as it is.
        gone: the paths of the baseline that do not exist any more.
    """
    held = _held(baseline)
    moved = _moved(held, files, gone)
    sifted = []
    for file in files:
        marks = held.get(file.path, set()) | {mark for _, mark in moved.get(file.path, ())}
        left = tuple(problem for problem in file.problems if _mark(problem) not in marks)
        taken = len(file.problems) - len(left)
        judged = file.status == "judged" and taken
        change = {"problems": left, "known": file.known + taken}
        sifted.append(file.model_copy(update=change) if judged else file)
    return Sifted(tuple(sifted), tuple(sorted(_stale(held, files))))


def old_scores(
    baseline: Baseline, files: Sequence[Listed], gone: Collection[str] = ()
) -> dict[str, int]:
    """The score each judged file had, by path, where the baseline knows one.

    A file that was renamed has the score of the one that is gone, if they have problems in
    common and neither has any in common with a third.

    Args:
        baseline: what is known.
        files: with all their problems.
        gone: the paths of the baseline that do not exist any more.
    """
    renamed = _renamed(baseline, files, gone)
    before = {file.path: renamed.get(file.path, file.path) for file in _judged(files)}
    return {path: baseline.scores[old] for path, old in before.items() if old in baseline.scores}


def updated(
    baseline: Baseline, files: Sequence[Listed], gone: Collection[str] = (), *, whole: bool
) -> Baseline:
    """The baseline that knows all that is wrong now.

    What it says of files that were not judged stays.

    Args:
        baseline: what is known.
        files: with all their problems.
        gone: the paths of the baseline that do not exist any more.
        whole: whether the run looked at the whole library; if not, a file that is gone may have
            been renamed to one it did not look at, and stays known.
    """
    judged = {file.path for file in _judged(files)}
    followed = {old for marks in _moved(_held(baseline), files, gone).values() for old, _ in marks}
    dropped = judged | (set(gone) if whole else followed)
    problems = {entry for entry in baseline.problems if entry.path not in dropped}
    scores = {path: score for path, score in baseline.scores.items() if path not in dropped}
    for file in _judged(files):
        problems |= {Entry(file.path, *_mark(problem)) for problem in file.problems}
        if file.score is not None:
            scores[file.path] = file.score
    return Baseline(frozenset(problems), scores)


def pruned(baseline: Baseline, files: Sequence[Listed], gone: Collection[str] = ()) -> Baseline:
    """The baseline without what is stale and without files that are gone; nothing is added.

    What a file that is gone was known for, and another has now, is known of that one.

    Args:
        baseline: what is known.
        files: with all their problems.
        gone: the paths of the baseline that do not exist any more.
    """
    held = _held(baseline)
    stale = set(_stale(held, files))
    problems = {entry for entry in baseline.problems - stale if entry.path not in gone}
    for path, marks in _moved(held, files, gone).items():
        problems |= {Entry(path, *mark) for _, mark in marks}
    scores = {path: score for path, score in baseline.scores.items() if path not in gone}
    for path, old in _renamed(baseline, files, gone).items():
        if old in baseline.scores:
            scores[path] = baseline.scores[old]
    return Baseline(frozenset(problems), scores, baseline.exists)


def _held(baseline: Baseline) -> dict[str, set[_Mark]]:
    held: dict[str, set[_Mark]] = defaultdict(set)
    for entry in baseline.problems:
        held[entry.path].add((entry.rule, entry.fingerprint))
    return dict(held)


def _stale(held: dict[str, set[_Mark]], files: Sequence[Listed]) -> Iterator[Entry]:
    for file in _judged(files):
        for mark in held.get(file.path, set()) - _marks(file):
            yield Entry(file.path, *mark)


def _moved(
    held: dict[str, set[_Mark]], files: Sequence[Listed], gone: Collection[str]
) -> dict[str, set[tuple[str, _Mark]]]:
    """By path, the problems that were known of files that are gone; each is given away once.

    Those that have most in common find each other first.
    """
    left = {path: set(held[path]) for path in gone if path in held}
    new = {file.path: _marks(file) - held.get(file.path, set()) for file in _judged(files)}
    pairs = [(-len(left[old] & new[path]), old, path) for old in left for path in new]
    moved: dict[str, set[tuple[str, _Mark]]] = defaultdict(set)
    for _, old, path in sorted(pair for pair in pairs if pair[0]):
        shared = left[old] & new[path]
        left[old] -= shared
        new[path] -= shared
        moved[path] |= {(old, mark) for mark in shared}
    return dict(moved)


def _renamed(baseline: Baseline, files: Sequence[Listed], gone: Collection[str]) -> dict[str, str]:
    """By path, the old path of a file that was certainly renamed."""
    held = _held(baseline)
    fresh = {file.path: _marks(file) for file in _judged(files) if file.path not in baseline.paths}
    pairs = [(path, old) for old in gone for path in fresh if held.get(old, set()) & fresh[path]]
    news = [path for path, _ in pairs]
    olds = [old for _, old in pairs]
    return {path: old for path, old in pairs if news.count(path) == olds.count(old) == 1}


def _judged(files: Sequence[Listed]) -> Iterator[Listed]:
    return (file for file in files if file.status == "judged")


def _marks(file: Listed) -> set[_Mark]:
    return {_mark(problem) for problem in file.problems}


def _mark(problem: Problem) -> _Mark:
    return problem.rule, problem.fingerprint


def _exists(path: Path) -> bool:
    """A path that cannot be looked at is taken to exist: what is known of it must not be lost."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return False
    except OSError:
        pass
    return True
