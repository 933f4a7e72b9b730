"""Which files are found: by name, by settings, by ignore files, through links."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from followup_kit.errors import InputError
from followup_kit.library.discover import Discovered, discover
from followup_kit.library.settings import SUFFIXES, TEMPLATE_SUFFIXES, Settings

GIT = shutil.which("git") or "git"
Humbly = Callable[[], AbstractContextManager[None]]


def write(root: Path, *paths: str, text: str = "Hello") -> None:
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")


def found(root: Path, *paths: str, force: bool = False, **asked: object) -> Discovered:
    given_paths = [root / path for path in paths]
    return discover(given_paths, Settings.model_validate(asked), root, root, force_exclude=force)


def names(discovered: Discovered) -> list[str]:
    return [file.shown for file in discovered.files]


def test_every_kind_of_template_is_found_in_one_order(tmp_path: Path) -> None:
    files = [f"x/a{end}" for end in SUFFIXES]
    files += [f"y/a{end}{more}" for end in SUFFIXES for more in TEMPLATE_SUFFIXES]
    files += ["w/a.hbs", "w/B.Liquid", "w/a b.handlebars"]
    files += ["z/LOUD.TXT", "z/Loud.Md.J2", "é.md", "e\u0301.md"]
    write(tmp_path, *files, "a.py", "a.j2", "a.json.j2", "a.js.hbs", ".hbs/x", "txt", "a.md.bak")
    discovered = found(tmp_path)
    assert names(discovered) == sorted(files)
    assert [file.path for file in discovered.files] == [tmp_path / file for file in sorted(files)]
    assert discovered.notices == discovered.failures == ()


def test_files_about_the_library_are_left_out_unless_taken_back(tmp_path: Path) -> None:
    write(
        tmp_path,
        *("README.md", "readme.md", "x/README.fr.md", "CHANGELOG.md", "LICENSE.txt", "a.md"),
        *("partials/footer.hbs", "x/_includes/footer.html", "x/_layouts/a.html"),
        *("CONTRIBUTING.md", "node_modules/x/a.md", ".github/a.md", ".venv/a.txt", ".#a.md"),
        *("license-renewal.md", "readme_and_thanks.md", ".git/a.md"),
    )
    kept = ["a.md", "license-renewal.md", "readme_and_thanks.md"]
    assert names(found(tmp_path)) == kept
    back = names(found(tmp_path, exclude=("!README.md", "!.github/", "a.md", "!.github/a.md")))
    assert back == [".github/a.md", "README.md", *kept[1:]]


def test_include_and_exclude_are_relative_to_home_and_names_to_the_base(tmp_path: Path) -> None:
    home = tmp_path / "mail"
    write(home, "en/a.md", "en/b.txt", "drafts/c.md", "deep/en/d.md")
    write(tmp_path, "en/outside.md")
    asked = Settings(include=("/en/**", "drafts/"), exclude=("*.txt",))
    assert names(discover([], asked, home, tmp_path)) == ["mail/drafts/c.md", "mail/en/a.md"]


def test_a_named_file_is_taken_whatever_the_settings_say(tmp_path: Path) -> None:
    write(tmp_path, "README.md", "node_modules/a.md", "x.py", "a.md", "b.md")
    write(tmp_path, ".gitignore", text="b.md")
    named = ("README.md", "node_modules/a.md", "x.py", "a.md", "b.md", "a.md")
    assert names(found(tmp_path, *named)) == sorted(set(named))
    assert names(found(tmp_path, "node_modules")) == ["node_modules/a.md"]
    assert names(found(tmp_path, ".", "node_modules")) == ["a.md", "node_modules/a.md"]


def test_unless_the_settings_are_to_hold_for_it_too(tmp_path: Path) -> None:
    write(tmp_path, "README.md", "node_modules/x/a.md", "x.py", "a.md", "b/c.md")
    named = ("README.md", "node_modules/x/a.md", "node_modules/x", "x.py", "a.md", "b")
    discovered = found(tmp_path, *named, force=True)
    assert names(discovered) == ["a.md", "b/c.md", "x.py"]
    assert discovered.notices == (
        "left out, as the settings say: README.md, node_modules/x, node_modules/x/a.md",
    )
    discovered = found(tmp_path, *named, force=True, include=("*.md",), exclude=("b/",))
    assert names(discovered) == ["a.md"]
    assert discovered.notices == (
        "left out, as the settings say: README.md, b, node_modules/x and 2 more",
    )


def test_what_does_not_exist_is_said_at_once(tmp_path: Path) -> None:
    write(tmp_path, "a.md")
    for gone in ("b.md", "a.md/c.md", "nul\0.md"):
        with pytest.raises(InputError, match="no such file or folder; check the path"):
            found(tmp_path, "a.md", gone)


def test_outside_of_the_base_a_path_is_shown_as_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    base = tmp_path / "base"
    write(base, "a.md")
    write(tmp_path, "other/x/b.md", "other/.hidden/c.md")
    write(tmp_path, "other/.gitignore", text="d.md")
    write(tmp_path, "other/d.md", "other/x/d.md")
    monkeypatch.chdir(base)
    paths = [Path("a.md"), Path("../other"), Path("../base/a.md")]
    discovered = discover(paths, Settings(), base, base)
    assert names(discovered) == ["../other/x/b.md", "a.md"]
    assert discovered.files[0].path == tmp_path / "other/x/b.md"


def test_a_path_through_a_link_is_shown_below_the_base(tmp_path: Path) -> None:
    write(tmp_path, "real/en/a.md")
    (tmp_path / "link").symlink_to("real")
    base = tmp_path / "real"
    assert names(discover([tmp_path / "link/en"], Settings(), base, base)) == ["en/a.md"]
    assert names(discover([tmp_path / "link/en/a.md"], Settings(), base, base)) == ["en/a.md"]
    assert names(discover([], Settings(), tmp_path / "link", tmp_path / "link")) == ["en/a.md"]


def test_our_ignore_file_takes_back_what_git_ignores_and_can_be_switched_off(
    tmp_path: Path,
) -> None:
    write(tmp_path, "a.md", "b.md", "x/a.md", "x/c.md", "out/d.md")
    write(tmp_path, ".gitignore", text="\ufeffa.md\r\nout/\r\n")
    write(tmp_path, ".followupkitignore", text="!/a.md\nb.md\n")
    write(tmp_path, "x/.followupkitignore", text="c.md\n")
    assert names(found(tmp_path)) == ["a.md"]
    everything = ["a.md", "b.md", "out/d.md", "x/a.md", "x/c.md"]
    assert names(found(tmp_path, ignore_files=False)) == everything


def test_ignore_files_count_from_the_base_down(tmp_path: Path) -> None:
    write(tmp_path, ".gitignore", text="*.md")
    write(tmp_path, "base/.gitignore", text="/x/a.md")
    write(tmp_path, "base/x/a.md", "base/x/b.md")
    base = tmp_path / "base"
    assert names(discover([base / "x"], Settings(), base, base)) == ["x/b.md"]


def test_a_linked_folder_is_walked_once(tmp_path: Path) -> None:
    write(tmp_path, "base/real/a.md", "far/b.md", "far/deep/c.md")
    base = tmp_path / "base"
    (base / "again").symlink_to("real")
    (base / "far").symlink_to(tmp_path / "far")
    (base / "near").symlink_to(tmp_path / "far")
    (tmp_path / "far" / "back").symlink_to(base)
    discovered = found(base)
    assert names(discovered) == ["far/b.md", "far/deep/c.md", "real/a.md"]
    assert discovered.notices == discovered.failures == ()
    assert names(found(base, exclude=("far",))) == ["near/b.md", "near/deep/c.md", "real/a.md"]


def test_a_linked_file_is_read_once(tmp_path: Path) -> None:
    write(tmp_path, "base/v1.md", "far.txt")
    base = tmp_path / "base"
    (base / "latest.md").symlink_to("v1.md")
    (base / "a.md").symlink_to(tmp_path / "far.txt")
    (base / "b.md").symlink_to(tmp_path / "far.txt")
    assert names(found(base)) == ["a.md", "v1.md"]
    assert names(found(base, "latest.md", "v1.md")) == ["latest.md", "v1.md"]


def test_links_in_circles_and_to_nowhere_are_noticed_in_one_line_each(tmp_path: Path) -> None:
    write(tmp_path, "x/a.md")
    (tmp_path / "x" / "up").symlink_to("..")
    (tmp_path / "x" / "self").symlink_to("self")
    (tmp_path / "gone").symlink_to("nowhere")
    (tmp_path / "lost.md").symlink_to("nowhere.md")
    (tmp_path / ".#lock.md").symlink_to("somebody@somewhere.1")
    discovered = found(tmp_path)
    assert names(discovered) == ["lost.md", "x/a.md"]
    assert discovered.notices == (
        "gone: a link that leads nowhere (No such file or directory)",
        "lost.md: a link that leads nowhere (No such file or directory)",
        "x/self: a link that leads nowhere (Too many levels of symbolic links)",
        "x/up: a link to a folder above it; not followed",
    )
    assert names(found(tmp_path, "lost.md")) == ["lost.md"]


def test_what_is_no_file_is_passed_over_with_a_word(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    os.mkfifo(tmp_path / "pipe")
    discovered = found(tmp_path)
    assert names(discovered) == []
    assert discovered.notices == ("pipe.md: no regular file; passed over",)


def test_a_folder_that_cannot_be_read_is_a_failure(guarded: Path, humbly: Humbly) -> None:
    write(guarded, "a.md", "shut/b.md", "c/.gitignore", "c/d.md")
    (guarded / "shut").chmod(0)
    (guarded / "c/.gitignore").chmod(0)
    with humbly():
        discovered = found(guarded)
        assert names(discovered) == ["a.md", "c/d.md"]
        assert discovered.failures == (
            "shut: the folder cannot be read (Permission denied); check its permissions",
        )
        assert discovered.notices == (
            f"{guarded}/c/.gitignore: cannot be read (Permission denied); nothing is ignored",
        )
        assert found(guarded, "shut").failures == discovered.failures
        with pytest.raises(InputError, match=r"b\.md: cannot be read \(Permission denied\)"):
            found(guarded, "shut/b.md")


def test_a_name_that_is_no_utf8_is_found(tmp_path: Path) -> None:
    write(tmp_path, "caf\udce9.md")
    write(tmp_path, ".gitignore", text="other")
    assert names(found(tmp_path)) == ["caf\udce9.md"]


@pytest.fixture
def deep(tmp_path: Path) -> Iterator[str]:
    """A folder deeper than Python recurses; what cleans up after tests recurses too."""
    made = [tmp_path]
    for _ in range(sys.getrecursionlimit() + 50):
        made.append(made[-1] / "d")
        made[-1].mkdir()
    yield made[-1].relative_to(tmp_path).as_posix()
    for folder in reversed(made[1:]):
        for file in folder.glob("*.md"):
            file.unlink()
        folder.rmdir()


def test_a_deep_tree_is_no_trouble(tmp_path: Path, deep: str) -> None:
    write(tmp_path, f"{deep}/a.md")
    assert names(found(tmp_path)) == [f"{deep}/a.md"]


FILES = [
    f"{place}{name}"
    for place in ("", "a/", "b/", "a/b/", "b/a/", "a/b/a/")
    for name in ("x.md", "y.md", "a.md", "é f.md")
]
lines = st.builds(
    lambda start, parts, end: start + "/".join(parts) + end,
    st.sampled_from(["", "", "/", "!", "!/"]),
    st.lists(
        st.sampled_from(["a", "b", "*", "**", "*.md", "x.md", "[!a]*", "?", "é*"]),
        min_size=1,
        max_size=3,
    ),
    st.sampled_from(["", "", "/", "/**", "/*"]),
)
ignore_files = st.dictionaries(
    st.sampled_from(["", "a/", "b/", "a/b/"]), st.lists(lines, max_size=4), min_size=1
)


@pytest.fixture(scope="session")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with a few folders and files."""
    root = tmp_path_factory.mktemp("discovered")
    subprocess.run([GIT, "init", "-q", str(root)], check=True)
    write(root, *FILES)
    return root


@settings(max_examples=150, deadline=None)
@given(ignored=ignore_files)
def test_what_git_ignores_is_ignored_and_nothing_else(
    tree: Path, ignored: dict[str, list[str]]
) -> None:
    for folder in ("", "a/", "b/", "a/b/"):
        (tree / folder / ".gitignore").write_text("\n".join(ignored.get(folder, [])), "utf-8")
    listed = subprocess.run(
        [GIT, "-c", "core.excludesFile=", "ls-files", "-o", "-z", "--exclude-standard", "*.md"],
        cwd=tree,
        capture_output=True,
        check=True,
    ).stdout.decode()
    assert names(found(tree)) == sorted(path for path in listed.split("\0") if path)
