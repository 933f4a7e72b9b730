"""Which files changed since a revision, as git has it."""

import os
import shutil
import subprocess
from pathlib import Path

from followup_kit.errors import InputError, UsageError

_DEEPER = "fetch the whole history first (actions/checkout: fetch-depth: 0; GitLab: GIT_DEPTH: 0)"
_SHOWN = 200
"""Characters of git's own words that are passed on."""


def changed_since(revision: str, base: Path) -> frozenset[Path]:
    """The files that differ on disk from where this branch left a revision.

    Compared are the files as they lie on disk now, whether committed, staged or neither, with
    the newest commit that ``revision`` and ``HEAD`` share (``git merge-base``, asked first,
    since ``git diff --merge-base`` is younger than many a git): what others did on the revision
    meanwhile is no change of ours. Untracked files that git does not ignore count; renamed ones
    count; deleted ones do not, nor do files of submodules.

    Args:
        revision: a branch, a tag or a commit, such as ``origin/main``.
        base: a folder in the repository.

    Returns:
        Absolute paths, the repository's own folder with its links resolved.

    Raises:
        UsageError: git is missing, or it knows no such revision.
        InputError: there is no repository, or git cannot read it.
    """
    if not revision or revision.startswith("-") or not revision.isprintable():
        raise UsageError(f"{revision!r}: no revision; a branch, a tag or a commit expected")
    git = _Git(base)
    root = git.root()
    git = _Git(root)
    start = _start(git, revision)
    changed = git.names(
        *("diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", "--diff-filter=d"),
        *("--ignore-submodules", start, "--"),
    )
    untracked = git.names("ls-files", "-z", "--others", "--exclude-standard")
    # A repository within the repository is told as a folder, with a slash at its end.
    return frozenset(root / name for name in (*changed, *untracked) if not name.endswith("/"))


def _start(git: "_Git", revision: str) -> str:
    """The commit to compare with."""
    commit = git.line("rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    shallow = git.line("rev-parse", "--is-shallow-repository") == "true"
    if commit is None:
        cure = f"this clone is shallow: {_DEEPER}" if shallow else "`git branch -a` shows branches"
        raise UsageError(f"{revision}: git knows no such revision; {cure}")
    shared = git.line("merge-base", commit, "HEAD")
    if shared is None:
        cure = f"this clone is shallow: {_DEEPER}" if shallow else "name one that this grew from"
        raise UsageError(f"{revision}: no commit is shared with it; {cure}")
    return shared


class _Git:
    """Runs git in a folder, without a shell and without taking locks."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._program = shutil.which("git")

    def root(self) -> Path:
        """The folder of the repository's files."""
        done = self._run("rev-parse", "--show-toplevel")
        if done.returncode == 0:
            return Path(os.fsdecode(done.stdout.removesuffix(b"\n")))
        if b"not a git repository" in done.stderr:
            raise InputError(f"{self._folder}: no Git repository, so nothing says what changed")
        raise self._failed(done)

    def line(self, *words: str) -> str | None:
        """The one line that a question is answered with; ``None`` where the answer is no."""
        done = self._run(*words)
        return os.fsdecode(done.stdout).strip() if done.returncode == 0 else None

    def names(self, *words: str) -> list[str]:
        """The names that a list with ``-z`` holds."""
        done = self._run(*words)
        if done.returncode != 0:
            raise self._failed(done)
        return [os.fsdecode(name) for name in done.stdout.split(b"\0") if name]

    def _run(self, *words: str) -> "subprocess.CompletedProcess[bytes]":
        if self._program is None:
            raise UsageError("git is not found, and only it says what changed; install it")
        return subprocess.run(  # noqa: S603  (its words are ours, and no shell reads them)
            [self._program, *words],
            cwd=self._folder,
            env={**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )

    def _failed(self, done: "subprocess.CompletedProcess[bytes]") -> InputError:
        said = os.fsdecode(done.stderr).strip().partition("\n")[0].removeprefix("fatal: ")
        return InputError(f"{self._folder}: git cannot read the repository: {said[:_SHOWN]}")
