"""Globs name what git says they name."""

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from followup_kit.library.globs import Globs, is_glob

GIT = shutil.which("git") or "git"
FOLDERS = ("a", "b", "a/b", "b/a", "a/b/a", "a/x.md")
FILES = (
    *(
        f"{place}{name}"
        for place in ("", "a/", "b/", "a/b/", "b/a/", "a/b/a/")
        for name in ("x.md", "ab", "#c", "é f.md")
        if f"{place}{name}" not in FOLDERS
    ),
    "a/x.md/y.md",
)

segments = st.sampled_from(
    ["a", "b", "*", "**", "*.md", "?", "[ab]", "x.md", "é f.md", "a*", "[!a]", "\\#c", "ab", "#c"]
)
globs = st.builds(
    lambda start, parts, end: start + "/".join(parts) + end,
    st.sampled_from(["", "/", "!", "!/"]),
    st.lists(segments, min_size=1, max_size=3),
    st.sampled_from(["", "", "/", " ", "/**", "/*"]),
)


@pytest.fixture(scope="session")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with a few folders and files."""
    root = tmp_path_factory.mktemp("tree")
    subprocess.run([GIT, "init", "-q", str(root)], check=True)
    for folder in FOLDERS:
        (root / folder).mkdir(parents=True, exist_ok=True)
    for file in FILES:
        (root / file).write_text("Hello", encoding="utf-8")
    return root


def ignored_by_git(root: Path, paths: list[str]) -> set[str]:
    """What git says of paths when it knows no folder to be ignored already."""
    done = subprocess.run(
        [GIT, "-c", "core.excludesFile=", "check-ignore", "-z", "--no-index", "--stdin"],
        input="\0".join(paths).encode(),
        cwd=root,
        capture_output=True,
        check=False,
    )
    assert done.returncode in {0, 1}, done.stderr
    return {path.decode() for path in done.stdout.split(b"\0") if path}


@settings(max_examples=150, deadline=None)
@given(lines=st.lists(globs, min_size=1, max_size=4))
def test_a_path_is_held_exactly_if_git_ignores_it(tree: Path, lines: list[str]) -> None:
    (tree / ".gitignore").write_text("\n".join(lines), encoding="utf-8")
    ours = Globs(lines)
    held = {file for file in FILES if ours.holds(file)}
    held |= {folder for folder in FOLDERS if ours.holds(folder, folder=True)}
    assert held == ignored_by_git(tree, [*FILES, *FOLDERS])


@pytest.mark.parametrize("line", ["", " ", "#", "# said", "!", "/", "a\\", "[z-a]"])
def test_what_names_nothing_is_no_glob(line: str) -> None:
    assert not is_glob(line)
    assert Globs([line]).names("a") is None
