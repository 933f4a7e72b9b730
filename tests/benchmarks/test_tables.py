"""The tables of the default run, and the figures in them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import cohen_kappa_score

from benchmarks.judgement import minilm
from benchmarks.judgement.__main__ import main
from benchmarks.judgement.agreement import best_thresholds, exact, kappa, levels, spearman
from benchmarks.judgement.golden import Rated
from benchmarks.judgement.observe import Observed
from benchmarks.judgement.raters import among_raters
from benchmarks.judgement.tables import proof

PAIRS = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=2, max_size=40)


@given(PAIRS.filter(lambda pairs: len({x for pair in pairs for x in pair}) > 1))
def test_kappa_is_the_quadratic_weighted_kappa_of_scikit_learn(
    pairs: list[tuple[int, int]],
) -> None:
    one, other = [a for a, _ in pairs], [b for _, b in pairs]
    known = cohen_kappa_score(one, other, labels=[0, 1, 2, 3, 4], weights="quadratic")
    assert kappa(one, other) == pytest.approx(known)


def test_raters_who_never_differ_agree_fully() -> None:
    assert kappa([2, 2], [2, 2]) == 1
    assert exact([2, 1], [2, 2]) == 0.5


def test_one_mark_for_all_gives_no_order() -> None:
    assert spearman([5, 5, 5], [1, 2, 3]) == 0


@given(PAIRS)
def test_thresholds_rise(pairs: list[tuple[int, int]]) -> None:
    cuts = best_thresholds([float(a) for a, _ in pairs], [b for _, b in pairs])
    assert list(cuts) == sorted(cuts)


@given(st.lists(st.integers(0, 4), min_size=2, max_size=40))
def test_scores_in_the_order_of_the_levels_find_the_levels_again(wanted: list[int]) -> None:
    scores = [10.0 * level + place / 10 for place, level in enumerate(wanted)]
    assert levels(scores, best_thresholds(scores, wanted)) == wanted


def test_raters_among_themselves_are_compared_pair_by_pair(messages: list[Rated]) -> None:
    assert among_raters(messages, "stakes") == 1
    assert among_raters([], "stakes") is None


def test_sentences_and_flags_are_shown_as_shares(messages: list[Rated], observed: Observed) -> None:
    rows = {line.split()[0]: line.split()[1:] for line in proof(messages, observed) if line}
    assert rows["no_next_step"][:3] == ["1.00", "1.00", "3/0/0"]
    assert rows["no_greeting"][:3] == ["–", "–", "0/0/0"]


def test_the_default_run_prints_every_block_and_says_what_is_missing(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(minilm, "PACKAGE", "no_such_package")
    main(["--others", "none"])
    said = capsys.readouterr().out
    for words in ("written and rated by language models", "raters of one kind", "Other authors"):
        assert words in said
    assert minilm.MISSING in said
    row = next(line for line in said.splitlines() if line.startswith("en specificity"))
    assert float(row.split()[2]) > 0.5
