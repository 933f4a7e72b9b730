"""The baseline: known problems are no news, and it only ever forgets what is mended."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_kit.library.baseline import gone_from, known, old_scores, pruned, updated
from followup_kit.library.baseline_file import Baseline, Entry
from followup_kit.models.listing import Listed, Problem
from followup_kit.models.span import locate


def listed(path: str, *marks: str, score: int | None = 60, judged: bool = True) -> Listed:
    """A file with problems, each said as ``rule/fingerprint``."""
    return Listed(
        path=path,
        status="judged" if judged else "not_judged",
        score=score if judged else None,
        problems=tuple(problem(*mark.split("/")) for mark in marks),
    )


def problem(rule: str, fingerprint: str) -> Problem:
    return Problem(
        rule=rule,
        severity="warning",
        title="Title",
        message="Message.",
        advice="Advice.",
        span=locate("text", 0, 4),
        fingerprint=fingerprint,
    )


def knowing(*facts: str, **scores: int) -> Baseline:
    """A baseline of ``path:rule/fingerprint`` and scores of ``path``."""
    entries = (Entry(path, *mark.split("/")) for path, mark in (fact.split(":") for fact in facts))
    return Baseline(frozenset(entries), scores)


def told(files: tuple[Listed, ...]) -> dict[str, tuple[list[str], int]]:
    return {
        file.path: ([f"{found.rule}/{found.fingerprint}" for found in file.problems], file.known)
        for file in files
    }


def test_what_is_known_is_taken_out_and_counted() -> None:
    files = (listed("a", "r.a/1", "r.a/2", "r.b/1"), listed("b", "r.a/1"), listed("c"))
    sifted = known(knowing("a:r.a/1", "a:r.b/1", "b:r.a/9", "d:r.a/1"), files)
    assert told(sifted.files) == {"a": (["r.a/2"], 2), "b": (["r.a/1"], 0), "c": ([], 0)}
    assert sifted.files[2] is files[2]


def test_stale_is_what_a_judged_file_has_no_more() -> None:
    baseline = knowing("a:r.a/1", "a:r.a/2", "unjudged:r.a/1", "elsewhere:r.a/1")
    files = (listed("a", "r.a/1"), listed("unjudged", judged=False))
    assert known(baseline, files).stale == (Entry("a", "r.a", "2"),)


def test_a_file_that_was_not_judged_stays_as_it_is() -> None:
    baseline = knowing("a:r.a/1")
    file = listed("a", "r.a/1", judged=False)
    assert known(baseline, (file,)).files == (file,)
    assert updated(baseline, (file,), whole=True) == baseline
    assert pruned(baseline, (file,)) == baseline


def test_a_renamed_file_has_no_new_problems() -> None:
    baseline = knowing("old:r.a/1", "old:r.a/2", "old:r.a/3")
    files = (listed("copy", "r.a/1"), listed("new", "r.a/1", "r.a/2", "r.a/4"))
    sifted = known(baseline, files, gone={"old"})
    assert told(sifted.files) == {"copy": (["r.a/1"], 0), "new": (["r.a/4"], 2)}
    assert told(known(baseline, files).files)["new"] == (["r.a/1", "r.a/2", "r.a/4"], 0)


def test_of_a_file_cut_in_two_both_halves_are_known() -> None:
    baseline = knowing("old:r.a/1", "old:r.a/2", "old:r.a/3")
    files = (listed("x", "r.a/1", "r.a/2"), listed("y", "r.a/3", "r.a/2"))
    sifted = known(baseline, files, gone={"old"})
    assert told(sifted.files) == {"x": ([], 2), "y": (["r.a/2"], 1)}


def test_old_scores_follow_a_rename_that_is_certain() -> None:
    baseline = knowing("old:r.a/1", "older:r.a/2", a=50, old=70, older=80, plain=90)
    files = (listed("a"), listed("new", "r.a/1"), listed("fresh"), listed("b", "r.a/2"))
    gone = {"old", "older", "plain"}
    assert old_scores(baseline, files, gone) == {"a": 50, "new": 70, "b": 80}
    twice = (*files, listed("c", "r.a/2", "r.a/1"))
    assert old_scores(baseline, twice, gone) == {"a": 50}
    assert old_scores(baseline, (listed("a", judged=False),)) == {}


def test_an_update_knows_all_there_is_and_leaves_the_rest() -> None:
    baseline = knowing("a:r.a/1", "elsewhere:r.a/1", "gone:r.a/5", a=10, elsewhere=20, gone=30)
    files = (listed("a", "r.a/2", score=44), listed("b", score=55))
    kept = updated(baseline, files, {"gone"}, whole=False)
    assert kept == knowing("a:r.a/2", "elsewhere:r.a/1", "gone:r.a/5", a=44, b=55, elsewhere=20, gone=30)  # fmt: skip
    whole = updated(baseline, files, {"gone"}, whole=True)
    assert whole == knowing("a:r.a/2", "elsewhere:r.a/1", a=44, b=55, elsewhere=20)
    moved = updated(baseline, (listed("new", "r.a/5", score=31),), {"gone"}, whole=False)
    assert moved == knowing("a:r.a/1", "elsewhere:r.a/1", "new:r.a/5", a=10, elsewhere=20, new=31)


def test_pruning_forgets_what_is_mended_and_what_is_gone() -> None:
    baseline = knowing(
        *("a:r.a/1", "a:r.a/2", "elsewhere:r.a/1", "gone:r.a/1", "old:r.a/3", "old:r.a/4"),
        a=10,
        elsewhere=20,
        gone=30,
        old=40,
    )
    files = (listed("a", "r.a/2", "r.b/9", score=99), listed("new", "r.a/3"))
    after = pruned(baseline, files, {"gone", "old"})
    assert after == knowing("a:r.a/2", "elsewhere:r.a/1", "new:r.a/3", a=10, elsewhere=20, new=40)


def test_what_is_gone_is_what_does_not_exist(tmp_path: Path) -> None:
    (tmp_path / "here").write_text("Hello", "utf-8")
    (tmp_path / "broken").symlink_to("nowhere")
    baseline = knowing("here:r.a/1", "here/below:r.a/1", "nul\0:r.a/1", broken=3, lost=4)
    assert gone_from(baseline, tmp_path) == {"here/below", "nul\0", "lost"}


paths = st.sampled_from("abcdef")
marks = st.frozensets(st.sampled_from(["r.a/1", "r.a/2", "r.b/1", "r.b/2"]))
libraries = st.dictionaries(
    paths, st.tuples(marks, st.integers(0, 100), st.booleans()), max_size=5
).map(
    lambda found: tuple(
        listed(path, *sorted(has), score=score, judged=judged)
        for path, (has, score, judged) in sorted(found.items())
    )
)
baselines = st.builds(
    lambda facts, scores: knowing(*facts, **scores),
    st.frozensets(st.builds(lambda path, mark: f"{path}:{mark}", paths, st.sampled_from(["r.a/1", "r.a/2", "r.b/1"]))),
    st.dictionaries(paths, st.integers(0, 100)),
)  # fmt: skip


@st.composite
def runs(draw: st.DrawFn) -> tuple[Baseline, tuple[Listed, ...], frozenset[str]]:
    """A baseline, what a run saw, and which of the baseline's files are gone."""
    baseline, files = draw(baselines), draw(libraries)
    absent = baseline.paths - {file.path for file in files}
    return baseline, files, frozenset(path for path in sorted(absent) if draw(st.booleans()))


@given(run=runs(), whole=st.booleans())
def test_after_an_update_nothing_is_new_nor_stale(
    run: tuple[Baseline, tuple[Listed, ...], frozenset[str]], *, whole: bool
) -> None:
    baseline, files, gone = run
    after = updated(baseline, files, gone, whole=whole)
    sifted = known(after, files, gone - after.paths)
    assert all(not file.problems for file in sifted.files if file.status == "judged")
    assert sifted.stale == ()
    assert updated(after, files, gone & after.paths, whole=whole) == after
    judged = {file.path for file in files if file.status == "judged"}
    untouched = baseline.paths - judged - gone
    assert {entry for entry in baseline.problems if entry.path in untouched} <= after.problems


@given(run=runs())
def test_pruning_adds_nothing_and_makes_nothing_new(
    run: tuple[Baseline, tuple[Listed, ...], frozenset[str]],
) -> None:
    baseline, files, gone = run
    after = pruned(baseline, files, gone)
    assert len(after.problems) <= len(baseline.problems)
    assert not after.paths & gone
    sifted = known(after, files)
    assert sifted.files == known(baseline, files, gone).files
    assert sifted.stale == ()
    assert pruned(after, files) == after
    before = old_scores(baseline, files, gone)
    assert old_scores(after, files) == before


@given(run=runs())
def test_no_problem_is_lost_from_sight(
    run: tuple[Baseline, tuple[Listed, ...], frozenset[str]],
) -> None:
    baseline, files, gone = run
    for before, after in zip(files, known(baseline, files, gone).files, strict=True):
        assert len(before.problems) == len(after.problems) + after.known
        assert after == before or before.status == "judged"


@pytest.mark.parametrize("order", [1, -1])
def test_the_order_of_what_is_gone_does_not_matter(order: int) -> None:
    baseline = knowing("x:r.a/1", "y:r.a/1")
    files = (listed("a", "r.a/1"), listed("b", "r.a/1"), listed("c", "r.a/1"))
    sifted = known(baseline, files, ["x", "y"][::order])
    assert told(sifted.files) == {"a": ([], 1), "b": ([], 1), "c": (["r.a/1"], 0)}
