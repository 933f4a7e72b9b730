"""Other authors' messages: found when there, measured, never shown."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.judgement.golden import Levels
from benchmarks.judgement.observe import observe
from benchmarks.judgement.others import agreed_levels, load_others
from benchmarks.judgement.others_table import others
from followup_kit.models.base import DIMENSIONS
from followup_kit.scorer import Scorer

HIDDEN = "Nobody may read this sentence."


@st.composite
def some_levels(draw: st.DrawFn) -> Levels:
    levels: Levels = {}
    for name in DIMENSIONS:
        levels[name] = draw(st.integers(0, 4))
    return levels


def given_by(level: int) -> dict[str, Any]:
    return {"specificity": level, "motivation": level, "stakes": level, "overall": level * 20}


def record(name: str, level: int, second: int | None = None) -> dict[str, Any]:
    labels = given_by(level)
    found: dict[str, Any] = {
        "id": name,
        "lang": "en",
        "scenario": "interview",
        "channel": "email",
        "context": {},
        "subject": None,
        "body": f"Hello,\n{HIDDEN}\nAda",
        "labels": {**labels, "flags": [], "evidence": {name: [HIDDEN] for name in DIMENSIONS}},
    }
    if second is not None:
        found["second"] = given_by(second)
    return found


def write(path: Path, records: list[dict[str, Any]]) -> None:
    path.write_text("\n".join(map(json.dumps, records)), encoding="utf-8")


def test_no_folder_means_no_messages(tmp_path: Path, scorer: Scorer) -> None:
    assert load_others(tmp_path / "none") == []
    assert "no messages" in "\n".join(others([], observe([], scorer), scorer.book))


def test_files_that_are_there_are_read_and_know_their_set(tmp_path: Path) -> None:
    write(tmp_path / "en_a.jsonl", [record("X", 1)])
    write(tmp_path / "en_c.jsonl", [record("Y", 2)])
    assert [(r.id, r.source) for r in load_others(tmp_path)] == [("X", "read"), ("Y", "unread")]


def test_a_second_rater_moves_level_and_mark(tmp_path: Path) -> None:
    write(tmp_path / "en_a.jsonl", [record("X", 4, second=1)])
    (found,) = load_others(tmp_path)
    assert found.levels["stakes"] == 3
    assert found.overall == 50
    assert len(found.raters) == 2


@given(some_levels(), some_levels())
def test_the_agreed_level_is_the_mean_and_halves_are_the_authors(
    author: Levels, second: Levels
) -> None:
    for name, level in agreed_levels(author, second).items():
        twice = author[name] + second[name]
        assert abs(2 * level - twice) <= 1
        assert abs(level - author[name]) <= abs(level - second[name])


def test_a_broken_line_is_named_and_not_shown(tmp_path: Path) -> None:
    (tmp_path / "en_b.jsonl").write_text(f'{{"id": "{HIDDEN}"}}\n', encoding="utf-8")
    with pytest.raises(SystemExit, match=r"en_b\.jsonl, line 1") as caught:
        load_others(tmp_path)
    assert HIDDEN not in str(caught.value)


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory, scorer: Scorer) -> str:
    folder = tmp_path_factory.mktemp("others")
    write(folder / "en_a.jsonl", [record("X", 0, second=0), record("Z", 3, second=3)])
    write(folder / "en_c.jsonl", [record("Y", 2), record("W", 1)])
    messages = load_others(folder)
    return "\n".join(others(messages, observe(messages, scorer), scorer.book))


def test_the_block_shows_both_sets_and_the_raters_agreement(printed: str) -> None:
    assert "read en: 2 messages" in printed
    assert "unread en: 2 messages" in printed
    (row,) = [line for line in printed.splitlines() if line.split()[:3] == ["read", "en", "stakes"]]
    assert row.endswith("1.00")


def test_the_block_shows_no_sentence(printed: str) -> None:
    assert HIDDEN not in printed
