"""Asks two states of the repository about the same messages: a revision and the working tree."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from followup_kit.models.base import Dimension

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Given:
    """Score and levels that one state gives to one message."""

    score: int
    levels: Mapping[Dimension, int]


Snapshot = dict[str, Given | None]
"""By the message's id; ``None`` where it was not scored."""


def both_states(revision: str, others: Path, root: Path = ROOT) -> tuple[Snapshot, Snapshot]:
    """What a revision says and what the working tree says, changes not committed included.

    Args:
        revision: a commit, a branch, a tag.
        others: where other authors' messages lie.
        root: the repository.

    Raises:
        SystemExit: no such revision, no git, or a state that cannot be run; says which.
    """
    with worktree(revision, root) as old:
        runs = [_start(tree, others) for tree in (old, root)]
        before, after = (_finish(*run) for run in runs)
    return before, after


@contextmanager
def worktree(revision: str, root: Path = ROOT) -> Iterator[Path]:
    """A revision checked out beside the repository for a while; the working tree stays as it is.

    Raises:
        SystemExit: no such revision, or no git.
    """
    found = _git(
        root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"
    )
    if found.returncode:
        raise SystemExit(f"{revision}: no revision here; give a commit, a branch or a tag")
    with TemporaryDirectory() as folder:
        place = Path(folder).resolve() / "tree"
        made = _git(root, "worktree", "add", "--detach", str(place), found.stdout.strip())
        if made.returncode:
            raise SystemExit(f"git worktree: {made.stderr.strip()}")
        try:
            yield place
        finally:
            _git(root, "worktree", "remove", "--force", str(place))


def _git(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    git = shutil.which("git")
    if not git:
        raise SystemExit("git is not installed; --against needs it")
    command = [git, "-C", str(root), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def _start(tree: Path, others: Path) -> tuple[Path, subprocess.Popen[str]]:
    """Score with the code and rules of ``tree``, and the messages and benchmark of this one."""
    path = os.pathsep.join((str(tree / "src"), str(ROOT)))
    command = [sys.executable, "-m", "benchmarks.judgement.snapshot", str(others.resolve())]
    running = subprocess.Popen(
        command,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": path},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    return tree, running


def _finish(tree: Path, running: subprocess.Popen[str]) -> Snapshot:
    out, err = running.communicate()
    if running.returncode:
        last = err.strip().splitlines()[-1:] or ["no word of why"]
        raise SystemExit(f"{tree}: cannot be run: {last[0]}")
    said = json.loads(out)
    if not Path(said["code"]).is_relative_to(tree.resolve()):
        raise SystemExit(f"{tree}: has no src/followup_kit; {said['code']} answered instead")
    return {
        name: Given(given["score"], given["levels"]) if given else None
        for name, given in said["given"].items()
    }
