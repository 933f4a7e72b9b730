"""Two states of the repository compared."""

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.judgement.against import Move, against, moves
from benchmarks.judgement.golden import Rated
from benchmarks.judgement.revisions import ROOT, Given, Snapshot, both_states, worktree


def state(level: int, score: int, *names: str) -> Snapshot:
    levels = Given(score, {"specificity": level, "motivation": 0, "stakes": 0})
    return dict.fromkeys(names, levels)


def commit(root: Path) -> None:
    """Make a repository of a folder, with one revision."""
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "first"]):
        who = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
        subprocess.run([shutil.which("git") or "git", *who, *command], cwd=root, check=True)


@pytest.mark.parametrize(
    ("old", "new", "way"), [(0, 2, "towards"), (2, 1, "away"), (1, 3, "as far")]
)
def test_a_move_is_held_against_the_raters(
    messages: list[Rated], old: int, new: int, way: str
) -> None:
    assert Move(messages[0], "stakes", old, new, 2).way == way


def test_only_changed_levels_and_scores_by_more_than_three_are_moves(
    messages: list[Rated],
) -> None:
    (one,) = messages[:1]
    assert not list(moves([one], state(1, 20, "A"), state(1, 23, "A")))
    found = list(moves([one], state(1, 20, "A"), state(2, 24, "A")))
    assert [(move.what, move.old, move.new) for move in found] == [
        ("specificity", 1, 2),
        ("score", 20, 24),
    ]


def test_moves_are_listed_and_counted(messages: list[Rated]) -> None:
    lines = list(against(messages[:1], state(1, 20, "A"), state(0, 20, "A")))
    assert lines[0].split() == ["A", "specificity", "1", "→", "0", "wanted", "0", "towards"]
    (row,) = [line for line in lines if line.startswith("golden  en  specificity")]
    assert row.split()[3:6] == ["1", "0", "0"]


def test_moves_of_messages_nobody_is_to_read_are_only_counted(messages: list[Rated]) -> None:
    hidden = replace(messages[0], source="unread")
    lines = list(against([hidden], state(1, 20, "A"), state(0, 20, "A")))
    assert not any(line.startswith("A ") for line in lines)
    assert any(line.startswith("unread  en  specificity") for line in lines)


def test_no_change_is_said(messages: list[Rated]) -> None:
    same = state(1, 20, "A", "B", "C")
    assert "no level changes" in next(against(messages, same, same))


def test_a_message_that_is_no_longer_scored_is_named(messages: list[Rated]) -> None:
    lines = list(against(messages[:1], state(1, 20, "A"), {"A": None}))
    assert any(line.split() == ["A", "no", "longer", "scored"] for line in lines)


def test_a_worktree_shows_the_revision_and_leaves_the_dirty_tree_alone(tmp_path: Path) -> None:
    (tmp_path / "rule").write_text("old")
    commit(tmp_path)
    (tmp_path / "rule").write_text("new")
    with worktree("HEAD", tmp_path) as old:
        assert (old / "rule").read_text() == "old"
    assert not old.exists()
    assert (tmp_path / "rule").read_text() == "new"
    assert not list((tmp_path / ".git" / "worktrees").glob("*"))


@pytest.mark.parametrize("revision", ["no-such-branch", "--help"])
def test_an_unknown_revision_is_refused_in_one_line(tmp_path: Path, revision: str) -> None:
    (tmp_path / "rule").write_text("old")
    commit(tmp_path)
    with pytest.raises(SystemExit, match="no revision here"), worktree(revision, tmp_path):
        pass


def test_each_state_answers_with_its_own_rules(tmp_path: Path) -> None:
    """Points changed and not committed move levels of messages in which the rule fires."""
    unwanted = shutil.ignore_patterns("__pycache__")
    for folder in ("src", "rules"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=unwanted)
    commit(tmp_path)
    rule = tmp_path / "rules" / "motivation" / "plain_want.yaml"
    text = rule.read_text(encoding="utf-8")
    points = next(line for line in text.splitlines() if line.startswith("points:"))
    rule.write_text(text.replace(points, "points: 0"), encoding="utf-8")
    before, after = both_states("HEAD", tmp_path / "none", tmp_path)
    changed = [name for name in before if before[name] != after[name]]
    assert changed
    for name in changed:
        old, new = before[name], after[name]
        assert old
        assert new
        assert new.score <= old.score
        assert new.levels["stakes"] == old.levels["stakes"]
