"""What changed since a revision, asked of real repositories."""

import shutil
import subprocess
from pathlib import Path

import pytest

from followup_kit.errors import InputError, UsageError
from followup_kit.library.changed import changed_since

GIT = shutil.which("git") or "git"
ODD = ("with space.md", "é.md", "e\u0301.md", "line\nbreak.md", "-dash.md", '"quoted".md', "caf\udce9.md")  # fmt: skip


def git(folder: Path, *words: str) -> str:
    who = ("-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false")
    done = subprocess.run(
        [GIT, *who, "-c", "protocol.file.allow=always", *words],
        cwd=folder,
        check=True,
        capture_output=True,
    )
    return done.stdout.decode()


def write(folder: Path, *paths: str, text: str = "Hello") -> None:
    for path in paths:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")


def commit(folder: Path, message: str = "x") -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", message)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository whose main branch has a few templates, on a branch of its own."""
    root = tmp_path / "repo"
    root.mkdir()
    git(root, "init", "-q", "-b", "main")
    write(root, "en/a.md", "en/b.md", "fr/c.md", "fr/d.md")
    write(root, ".gitignore", text="ignored.md\n")
    commit(root)
    git(root, "checkout", "-q", "-b", "work")
    return root


def names(root: Path, revision: str = "main", base: Path | None = None) -> set[str]:
    changed = changed_since(revision, base or root)
    return {path.relative_to(root).as_posix() for path in changed}


def test_committed_staged_unstaged_and_new_files_count(repository: Path) -> None:
    assert names(repository) == set()
    write(repository, "en/a.md", text="committed")
    commit(repository)
    write(repository, "en/b.md", text="staged")
    git(repository, "add", "-A")
    write(repository, "fr/c.md", text="unstaged")
    write(repository, "new/untracked.md", "ignored.md")
    assert names(repository) == {"en/a.md", "en/b.md", "fr/c.md", "new/untracked.md"}
    assert names(repository, "HEAD") == {"en/b.md", "fr/c.md", "new/untracked.md"}


def test_names_of_any_characters_are_told(repository: Path) -> None:
    write(repository, *ODD)
    assert names(repository) == set(ODD)
    commit(repository)
    assert names(repository) == set(ODD)


def test_a_renamed_file_counts_and_a_deleted_one_does_not(repository: Path) -> None:
    git(repository, "mv", "en/a.md", "en/z.md")
    git(repository, "rm", "-q", "en/b.md")
    (repository / "fr/c.md").unlink()
    assert names(repository) == {"en/z.md"}
    commit(repository)
    git(repository, "config", "diff.renames", "copies")
    assert names(repository) == {"en/z.md"}


def test_what_others_did_since_is_no_change_of_ours(repository: Path) -> None:
    git(repository, "checkout", "-q", "main")
    write(repository, "en/a.md", text="theirs")
    commit(repository)
    git(repository, "tag", "v1")
    git(repository, "checkout", "-q", "work")
    write(repository, "en/b.md", text="ours")
    commit(repository)
    assert names(repository) == names(repository, "v1") == {"en/b.md"}


def test_all_of_the_repository_is_told_from_any_folder_and_through_a_link(
    repository: Path, tmp_path: Path
) -> None:
    write(repository, "en/a.md", "fr/new.md", text="changed")
    git(repository, "config", "diff.relative", "true")
    assert names(repository, base=repository / "en") == {"en/a.md", "fr/new.md"}
    (tmp_path / "link").symlink_to(repository)
    assert changed_since("main", tmp_path / "link") == changed_since("main", repository)


def test_a_work_tree_and_its_branches_are_known(repository: Path, tmp_path: Path) -> None:
    git(repository, "worktree", "add", "-q", "-b", "other", str(tmp_path / "tree"), "main")
    write(tmp_path / "tree", "en/a.md", text="changed")
    assert names(tmp_path / "tree") == {"en/a.md"}


def test_a_repository_within_is_none_of_ours(repository: Path) -> None:
    write(repository, "within/x.md")
    git(repository / "within", "init", "-q")
    assert names(repository) == set()


def test_a_file_in_conflict_counts_once(repository: Path) -> None:
    for branch in ("main", "work"):
        git(repository, "checkout", "-q", branch)
        write(repository, "en/a.md", text=branch)
        commit(repository)
    with pytest.raises(subprocess.CalledProcessError):
        git(repository, "merge", "main")
    assert names(repository, "work") == {"en/a.md"}


@pytest.mark.parametrize("revision", ["", "-h", "--output=x", "a\nb", "a\0b"])
def test_what_is_no_revision_never_reaches_git(repository: Path, revision: str) -> None:
    with pytest.raises(UsageError, match="no revision; a branch, a tag or a commit expected"):
        changed_since(revision, repository)


@pytest.mark.parametrize("revision", ["gone", "main..work", "$(touch x)", "HEAD:en", "main^9"])
def test_an_unknown_revision_is_one_line(repository: Path, revision: str) -> None:
    with pytest.raises(UsageError) as error:
        changed_since(revision, repository)
    assert str(error.value) == (
        f"{revision}: git knows no such revision; `git branch -a` shows branches"
    )
    assert not (repository / "x").exists()


def test_in_a_shallow_clone_the_cure_is_to_fetch_more(repository: Path, tmp_path: Path) -> None:
    write(repository, "en/a.md", text="ours")
    commit(repository)
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "-q", "--depth=1", repository.as_uri(), str(clone))
    cure = "this clone is shallow: fetch the whole history first (actions/checkout: fetch-depth: 0; GitLab: GIT_DEPTH: 0)"
    with pytest.raises(UsageError) as error:
        changed_since("origin/main", clone)
    assert str(error.value) == f"origin/main: git knows no such revision; {cure}"
    git(repository, "checkout", "-q", "main")
    write(repository, "en/b.md", text="theirs")
    commit(repository)
    git(clone, "fetch", "-q", "--depth=1", "origin", "main:refs/remotes/origin/main")
    with pytest.raises(UsageError) as error:
        changed_since("origin/main", clone)
    assert str(error.value) == f"origin/main: no commit is shared with it; {cure}"
    git(clone, "fetch", "-q", "--unshallow")
    assert names(clone, "origin/main") == {"en/a.md"}


def test_a_history_without_a_shared_commit_is_one_line(repository: Path) -> None:
    git(repository, "checkout", "-q", "--orphan", "alone")
    commit(repository, "another beginning")
    with pytest.raises(UsageError, match="main: no commit is shared with it; name one that this"):
        changed_since("main", repository)


def test_without_a_repository_there_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(InputError) as error:
        changed_since("main", tmp_path)
    assert str(error.value) == f"{tmp_path}: no Git repository, so nothing says what changed"


def test_what_git_itself_cannot_read_is_passed_on_in_one_line(repository: Path) -> None:
    write(repository, ".git/config", text="[core\n")
    with pytest.raises(InputError, match=r"repo: git cannot read the repository: bad config"):
        changed_since("main", repository)


def test_without_git_there_is_one_line(
    repository: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UsageError, match="git is not found, and only it says what changed"):
        changed_since("main", repository)
