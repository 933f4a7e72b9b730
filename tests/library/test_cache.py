"""The cache: what is kept, and that nothing that befalls it stops or spoils a run."""

import contextlib
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from followup_kit.library.cache import FILE_NAME, Cache, opened

GIT = shutil.which("git") or "git"


def fill(folder: Path, count: int = 3, generation: str = "1") -> None:
    with opened(folder, generation) as cache:
        for number in range(count):
            cache.put(f"{number}.md", "key", b"%d" % number * 3000)
        cache.keep_meta("last", str(count))
    assert cache.notices == []


def kept(folder: Path, generation: str = "1") -> dict[str, bytes]:
    with opened(folder, generation) as cache:
        found = {f"{number}.md": cache.get(f"{number}.md", "key") for number in range(3)}
    return {path: value for path, value in found.items() if value is not None}


def test_a_result_is_kept_until_its_key_changes(tmp_path: Path) -> None:
    fill(tmp_path / "kept")
    with opened(tmp_path / "kept", "1") as cache:
        assert cache.get("1.md", "key") == b"1" * 3000
        assert cache.get("1.md", "other key") is None
        assert cache.get("9.md", "key") is None
        cache.put("1.md", "other key", b"")
        assert cache.get("1.md", "other key") == b""
        assert cache.get("1.md", "key") is None
    with opened(tmp_path / "kept", "1") as cache:
        assert cache.get("1.md", "other key") == b""
        assert cache.meta("last") == "3"
        assert cache.meta("first") is None


def test_without_a_folder_a_run_remembers_only_itself(tmp_path: Path) -> None:
    for _ in range(2):
        with opened(None, "1") as cache:
            assert cache.get("a.md", "key") is None
            cache.put("a.md", "key", b"x")
            assert cache.get("a.md", "key") == b"x"
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_written_where_there_is_nothing_new(tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    with opened(folder, "1") as cache:
        assert cache.get("a.md", "key") is None
    assert not folder.exists()
    fill(folder)
    before = (folder / FILE_NAME).stat().st_mtime_ns
    with opened(folder, "1") as cache:
        cache.get("1.md", "key")
        cache.keep_meta("last", "3")
        cache.forget_except(["0.md", "1.md", "2.md"])
    assert (folder / FILE_NAME).stat().st_mtime_ns == before


def test_what_is_gone_is_forgotten(tmp_path: Path) -> None:
    fill(tmp_path)
    with opened(tmp_path, "1") as cache:
        cache.put("new.md", "key", b"x")
        cache.put("other.md", "key", b"x")
        cache.forget_except(["1.md", "new.md"])
        assert cache.get("0.md", "key") is None
        cache.put("2.md", "key", b"again")
    with opened(tmp_path, "1") as cache:
        found = {name: cache.get(f"{name}.md", "key") for name in ("0", "1", "2", "new", "other")}
    assert found == {"0": None, "1": b"1" * 3000, "2": b"again", "new": b"x", "other": None}


def test_what_an_interrupted_run_found_is_kept(tmp_path: Path) -> None:
    with contextlib.suppress(KeyboardInterrupt), opened(tmp_path, "1") as cache:
        cache.put("0.md", "key", b"x")
        raise KeyboardInterrupt
    assert kept(tmp_path) == {"0.md": b"x"}


def test_results_of_another_version_are_dropped_with_one_notice(tmp_path: Path) -> None:
    fill(tmp_path)
    with opened(tmp_path, "2") as cache:
        assert cache.get("1.md", "key") is None
        assert cache.meta("last") is None
        cache.put("0.md", "key", b"new")
    assert cache.notices == [f"{tmp_path}: results of another version; judging anew"]
    with opened(tmp_path, "2") as cache:
        assert (cache.get("0.md", "key"), cache.get("1.md", "key")) == (b"new", None)
    assert cache.notices == []


def test_git_and_backups_pass_the_folder_over(tmp_path: Path) -> None:
    subprocess.run([GIT, "init", "-q", str(tmp_path)], check=True)
    fill(tmp_path / "a" / "kept")
    tag = (tmp_path / "a" / "kept" / "CACHEDIR.TAG").read_text("utf-8")
    assert tag.startswith("Signature: 8a477f597d28d172789f06886806bc55\n")
    status = subprocess.run(
        [GIT, "status", "--porcelain", "-uall"], cwd=tmp_path, capture_output=True, check=True
    )
    assert status.stdout == b""


def test_in_a_folder_of_somebody_else_nothing_else_is_hidden(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("Hello", "utf-8")
    fill(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.md", FILE_NAME]


def test_a_path_or_a_note_of_any_characters_is_kept(tmp_path: Path) -> None:
    odd = "caf\udce9\n\t é.md"
    with opened(tmp_path, "1") as cache:
        cache.put(odd, "key", b"x")
        cache.keep_meta("odd", odd)
    with opened(tmp_path, "1") as cache:
        assert (cache.get(odd, "key"), cache.meta("odd")) == (b"x", odd)
        cache.forget_except([odd])
    assert cache.notices == []


def garbage(file: Path) -> None:
    file.write_bytes(b"no database at all " * 500)


def truncated(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-5000])


def hollow(file: Path) -> None:
    data = bytearray(file.read_bytes())
    data[4096:] = b"\0" * (len(data) - 4096)
    file.write_bytes(data)


def folder_instead(file: Path) -> None:
    file.unlink()
    (file / "in it").mkdir(parents=True)


def another_database(file: Path) -> None:
    file.unlink()
    with closing(sqlite3.connect(file)) as database:
        database.execute("CREATE TABLE results (something TEXT)")


def values_of_another_type(file: Path) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as database:
        database.execute("UPDATE results SET value = 3")


@pytest.mark.parametrize(
    "damage",
    [garbage, truncated, hollow, folder_instead, another_database, values_of_another_type],
)
def test_a_damaged_file_is_made_anew_with_one_notice(
    tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    fill(tmp_path)
    damage(tmp_path / FILE_NAME)
    with opened(tmp_path, "1") as cache:
        assert cache.get("1.md", "key") is None
        cache.put("2.md", "key", b"new")
    assert len(cache.notices) == 1
    assert cache.notices[0].startswith(f"{tmp_path / FILE_NAME}: damaged (")
    assert cache.notices[0].endswith("); removed, judging anew")
    with opened(tmp_path, "1") as cache:
        assert (cache.get("1.md", "key"), cache.get("2.md", "key")) == (None, b"new")
    assert cache.notices == []


def test_an_empty_file_is_no_damage(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).touch()
    fill(tmp_path)
    assert len(kept(tmp_path)) == 3


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a cache with three results."""
    folder = tmp_path_factory.mktemp("whole")
    fill(folder)
    return folder / FILE_NAME


@settings(max_examples=150, deadline=None)
@given(where=st.floats(0, 1), junk=st.binary(min_size=1, max_size=3000), cut=st.booleans())
def test_no_damage_gives_a_wrong_result_or_stops_a_run(
    tmp_path_factory: pytest.TempPathFactory,
    whole: Path,
    where: float,
    junk: bytes,
    *,
    cut: bool,
) -> None:
    folder = tmp_path_factory.mktemp("damaged")
    data = whole.read_bytes()
    at = int(where * len(data))
    rest = b"" if cut else data[at + len(junk) :]
    (folder / FILE_NAME).write_bytes(data[:at] + junk + rest)
    with opened(folder, "1") as cache:
        for number in range(3):
            assert cache.get(f"{number}.md", "key") in {None, b"%d" % number * 3000}
            cache.put(f"{number}.md", "key", b"%d" % number)
        assert cache.meta("last") in {None, "3"}
    assert len(cache.notices) <= 1
    assert kept(folder) == {"0.md": b"0", "1.md": b"1", "2.md": b"2"}
    shutil.rmtree(folder)


def test_where_nothing_can_be_kept_the_run_goes_on(
    guarded: Path, humbly: Callable[[], AbstractContextManager[None]]
) -> None:
    fill(guarded / "old")
    (guarded / "shut").mkdir(mode=0o700)
    (guarded / "file").write_text("Hello", "utf-8")
    said = {}
    with humbly():
        for name in ("old", "new", "shut", "file"):
            with opened(guarded / name, "1") as cache:
                cache.put("a.md", "key", b"x")
                assert cache.get("a.md", "key") == b"x"
            (said[name],) = cache.notices
        assert len(kept(guarded / "old")) == 3
    assert said == {
        "old": f"{guarded}/old/{FILE_NAME}: results cannot be kept (attempt to write a readonly database); the check goes on without",
        "new": f"{guarded}/new/{FILE_NAME}: results cannot be kept (Permission denied); the check goes on without",
        "shut": f"{guarded}/shut/{FILE_NAME}: results cannot be kept (Permission denied); the check goes on without",
        "file": f"{guarded}/file/{FILE_NAME}: results cannot be kept (File exists); the check goes on without",
    }


@pytest.mark.parametrize(("lock", "readable"), [("IMMEDIATE", True), ("EXCLUSIVE", False)])
def test_another_run_that_writes_for_long_is_not_waited_for(
    tmp_path: Path, lock: str, *, readable: bool
) -> None:
    fill(tmp_path)
    with closing(sqlite3.connect(tmp_path / FILE_NAME, isolation_level=None)) as other:
        other.execute(f"BEGIN {lock}")
        with opened(tmp_path, "1", patience=0) as cache:
            assert (cache.get("1.md", "key") is not None) is readable
            cache.put("1.md", "key", b"new")
        assert cache.notices == [
            f"{tmp_path / FILE_NAME}: results cannot be kept (database is locked); the check goes on without"
        ]
    assert kept(tmp_path)["1.md"] == b"1" * 3000


def test_what_another_run_adds_meanwhile_stays(tmp_path: Path) -> None:
    fill(tmp_path)
    with opened(tmp_path, "1") as first:
        with opened(tmp_path, "1") as second:
            second.put("second.md", "key", b"2")
        first.put("first.md", "key", b"1")
        first.forget_except(["first.md"])
    with opened(tmp_path, "1") as cache:
        assert (cache.get("first.md", "key"), cache.get("second.md", "key")) == (b"1", b"2")
        assert cache.get("0.md", "key") is None


RUNS = """
import sys
from pathlib import Path
from followup_kit.library.cache import opened
name = sys.argv[2]
for turn in range(15):
    with opened(Path(sys.argv[1]), "1", patience=60) as cache:
        for number in range(turn * 20):
            found = cache.get(f"{name}/{number}.md", "key")
            assert found == b"%d" % number * 1000, (name, turn, number, found)
        for number in range(turn * 20, turn * 20 + 20):
            cache.put(f"{name}/{number}.md", "key", b"%d" % number * 1000)
    assert cache.notices == [], cache.notices
"""


def test_runs_at_the_same_time_lose_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    runs = [
        subprocess.Popen([sys.executable, "-c", RUNS, str(folder), name]) for name in ("a", "b")
    ]
    assert [run.wait() for run in runs] == [0, 0]
    with opened(folder, "1") as cache:
        for name in ("a", "b"):
            for number in range(300):
                assert cache.get(f"{name}/{number}.md", "key") == b"%d" % number * 1000
    assert cache.notices == []


KILLED = """
import resource, signal, sys
from pathlib import Path
from followup_kit.library.cache import opened
with opened(Path(sys.argv[1]), "1") as cache:
    for number in range(3):
        cache.put(f"{number}.md", "key", b"new")
    for number in range(2000):
        cache.put(f"more/{number}.md", "key", b"x" * 5000)
    signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4_000_000, 4_000_000))
"""
"""The system kills it as soon as a file of its grows beyond 4 of the 10 MB that it writes."""


def test_a_run_killed_while_it_writes_changes_nothing(tmp_path: Path) -> None:
    fill(tmp_path)
    file = tmp_path / FILE_NAME
    before = file.stat().st_size
    run = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path)], check=False)
    assert run.returncode == -signal.SIGXFSZ
    assert file.stat().st_size > before
    with opened(tmp_path, "1") as cache:
        found = [cache.get(f"{number}.md", "key") for number in range(3)]
        assert cache.get("more/0.md", "key") is None
        cache.put("after.md", "key", b"x")
    assert found == [b"0" * 3000, b"1" * 3000, b"2" * 3000]
    assert cache.notices == []
    with opened(tmp_path, "1") as cache:
        assert cache.get("after.md", "key") == b"x"


def test_a_cache_of_its_own_needs_no_file() -> None:
    cache = Cache()
    cache.put("a.md", "key", b"x")
    assert cache.get("a.md", "key") == b"x"
