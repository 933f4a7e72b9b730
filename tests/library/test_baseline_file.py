"""The baseline's file: what is written is read again, and what is wrong with it is one line."""

import shutil
import subprocess
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_kit.errors import InputError
from followup_kit.library.baseline_file import Baseline, Entry, load_baseline, write_baseline

GIT = shutil.which("git") or "git"
HEADER = '{"followup_kit_baseline": 1}\n'

names = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)
baselines = st.builds(
    Baseline,
    st.frozensets(st.builds(Entry, names, st.sampled_from(["a.b", "craft.é"]), names)),
    st.dictionaries(names, st.integers(0, 100)),
)


def test_a_fact_is_a_line_and_lines_are_sorted(tmp_path: Path) -> None:
    file = tmp_path / "known.jsonl"
    problems = {Entry("fr/é.md", "z.z", "00"), Entry("en/a.md", "a.b", "11"), Entry("en/a.md", "a.b", "10")}  # fmt: skip
    write_baseline(file, Baseline(frozenset(problems), {"fr/é.md": 62, "en/a.md": 7}))
    assert file.read_bytes().decode("utf-8") == HEADER + (
        '["en/a.md", "a.b", "10"]\n'
        '["en/a.md", "a.b", "11"]\n'
        '["en/a.md", "score", 7]\n'
        '["fr/é.md", "score", 62]\n'
        '["fr/é.md", "z.z", "00"]\n'
    )
    assert [path.name for path in tmp_path.iterdir()] == ["known.jsonl"]


@given(baseline=baselines)
def test_what_is_written_is_read(
    tmp_path_factory: pytest.TempPathFactory, baseline: Baseline
) -> None:
    file = tmp_path_factory.getbasetemp() / "round.jsonl"
    write_baseline(file, baseline)
    written = file.read_bytes()
    assert load_baseline(file) == baseline
    write_baseline(file, load_baseline(file))
    assert file.read_bytes() == written


def test_no_file_is_an_empty_baseline(tmp_path: Path) -> None:
    assert load_baseline(tmp_path / "none.jsonl") == Baseline(exists=False)
    (tmp_path / "none.jsonl").write_text(HEADER, "utf-8")
    assert load_baseline(tmp_path / "none.jsonl") == Baseline()


def test_line_ends_marks_and_blank_lines_of_other_systems_do_no_harm(tmp_path: Path) -> None:
    file = tmp_path / "known.jsonl"
    text = f'\ufeff{HEADER}\n["a\u2028.md", "a.b", "0"]\n["a.md", "score", 62]\n'
    file.write_text(text, "utf-8", newline="\r\n")
    assert load_baseline(file) == Baseline(
        frozenset({Entry("a\u2028.md", "a.b", "0")}), {"a.md": 62}
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", ':1: no baseline; {"followup_kit_baseline": 1} expected; restore it'),
        ("[]\n", ":1: no baseline; "),
        ('{"followup_kit_baseline": true}\n', ":1: no baseline; "),
        ('{"followup_kit_baseline": 0}\n', ":1: no baseline; "),
        ('{"followup_kit_baseline": 7}\n', ":1: a baseline of format 7, written by a later followup-kit; this one reads format 1: upgrade followup-kit"),
        (HEADER + "nonsense\n", ':2: ["path", "rule", "fingerprint"] or ["path", "score", 62] expected; restore it from Git, or delete it and run check --update-baseline'),
        (HEADER + '["a", "b.c", "0"]\n["a", "score", 101]\n', ":3: ["),
        (HEADER + '["a", "score", "62"]\n', ":2: ["),
        (HEADER + '["a", "score", true]\n', ":2: ["),
        (HEADER + '["a", "b.c", 3]\n', ":2: ["),
        (HEADER + '["a", "b.c"]\n', ":2: ["),
        (HEADER + '["a\\ud800", "b.c", "0"]\n', ":2: ["),
        (HEADER + "[" * 100_000 + "\n", ":2: ["),
        (HEADER + "1" * 5000 + "\n", ":2: ["),
        (HEADER + HEADER, ":2: ["),
        (HEADER + "<<<<<<< HEAD\n", ":2: conflict markers; resolve, or run check --update-baseline"),
        (HEADER + '["a", "b.c", "0"]\n=======\n', ":3: conflict markers; "),
    ],
)  # fmt: skip
def test_what_is_wrong_is_one_line_with_its_place_and_the_cure(
    tmp_path: Path, text: str, said: str
) -> None:
    file = tmp_path / "known.jsonl"
    file.write_text(text, "utf-8")
    with pytest.raises(InputError) as error:
        load_baseline(file)
    assert str(error.value).startswith(f"{file}{said}")


def test_what_cannot_be_read_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "latin").write_bytes(HEADER.encode() + b'["caf\xe9", "a.b", "0"]\n')
    with pytest.raises(InputError, match=r"latin:2: not UTF-8; restore it from Git"):
        load_baseline(tmp_path / "latin")
    with pytest.raises(InputError, match=r"cannot be read \(Is a directory\); check the path"):
        load_baseline(tmp_path)


def git(folder: Path, *words: str) -> int:
    who = ("-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false")
    return subprocess.run(
        [GIT, *who, *words], cwd=folder, check=False, capture_output=True
    ).returncode


def branched(folder: Path, ours: Baseline, theirs: Baseline) -> int:
    """Merge two branches of a baseline that knew a few things; git's own exit code."""
    file = folder / "known.jsonl"
    start = Baseline(frozenset({Entry("c.md", "a.b", "1"), Entry("m.md", "a.b", "1")}), {"c.md": 9})
    git(folder, "init", "-q", "-b", "main")
    for branch, baseline in (("main", start), ("theirs", theirs), ("ours", ours)):
        git(folder, "checkout", "-q", "-B", branch, *(("main",) if branch != "main" else ()))
        write_baseline(file, baseline)
        git(folder, "add", "-A")
        assert git(folder, "commit", "-qm", branch) == 0
    return git(folder, "merge", "-q", "theirs")


def test_branches_that_know_different_files_merge_by_themselves(tmp_path: Path) -> None:
    start = {Entry("c.md", "a.b", "1"), Entry("m.md", "a.b", "1")}
    ours = Baseline(frozenset({*start, Entry("a.md", "a.b", "1")}), {"c.md": 9})
    theirs = Baseline(frozenset({*start, Entry("z.md", "a.b", "1")}), {"c.md": 9})
    assert branched(tmp_path, ours, theirs) == 0
    merged = load_baseline(tmp_path / "known.jsonl")
    assert merged == Baseline(ours.problems | theirs.problems, {"c.md": 9})


def test_of_a_merge_that_failed_both_sides_count_if_asked(tmp_path: Path) -> None:
    ours = Baseline(frozenset({Entry("c.md", "a.b", "2"), Entry("m.md", "a.b", "1")}), {"c.md": 50})
    theirs = Baseline(frozenset({Entry("c.md", "a.b", "3")}), {"c.md": 40})
    assert branched(tmp_path, ours, theirs) == 1
    file = tmp_path / "known.jsonl"
    with pytest.raises(InputError, match=r"known\.jsonl:2: conflict markers"):
        load_baseline(file)
    merged = load_baseline(file, merging=True)
    assert merged == Baseline(ours.problems | theirs.problems, {"c.md": 40})


def test_a_file_that_cannot_be_written_stays_as_it_was(
    guarded: Path, humbly: Callable[[], AbstractContextManager[None]]
) -> None:
    file = guarded / "known.jsonl"
    write_baseline(file, Baseline(scores={"a.md": 1}))
    before = file.read_bytes()
    with humbly():
        for path in (file, guarded / "none" / "known.jsonl"):
            with pytest.raises(InputError, match=r"cannot be written \(.*\); check the path and"):
                write_baseline(path, Baseline(scores={"a.md": 2}))
    with pytest.raises(InputError, match=r"cannot be written \(Is a directory\)"):
        write_baseline(guarded, Baseline())
    assert file.read_bytes() == before
    assert [path.name for path in guarded.iterdir()] == ["known.jsonl"]


def test_a_link_and_the_rights_of_a_file_stay(tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    file = tmp_path / "far" / "known.jsonl"
    write_baseline(file, Baseline())
    file.chmod(0o640)
    (tmp_path / "link").symlink_to(file)
    write_baseline(tmp_path / "link", Baseline(scores={"a.md": 1}))
    assert (tmp_path / "link").is_symlink()
    assert load_baseline(file).scores == {"a.md": 1}
    assert file.stat().st_mode & 0o777 == 0o640
