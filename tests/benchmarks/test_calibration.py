"""The laws of the fitted numbers, and how they are written down."""

import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.judgement.calibration import GUESS, LEAST, Seens, fit, points_of
from benchmarks.judgement.golden import Levels, Rated
from benchmarks.judgement.weights import fit_weights
from benchmarks.judgement.write import RULES, calibrate
from followup_kit.models.rubric import Rubric
from followup_kit.rulebook.book import RuleBook
from followup_kit.scoring import FULL, Seen

RULE = "stakes.problem_named"
OTHER = "stakes.own_result"
CASES = st.lists(
    st.tuples(st.integers(0, 4), st.booleans(), st.booleans()), min_size=1, max_size=30
)


def case(
    like: Rated, book: RuleBook, deal: Sequence[tuple[int, bool, bool]]
) -> tuple[list[Rated], Seens]:
    """Messages of some levels in which the two rules fire or do not."""
    messages, seens = [], {}
    for number, (level, one, other) in enumerate(deal):
        levels: Levels = {"specificity": level, "motivation": level, "stakes": level}
        messages.append(replace(like, id=str(number), levels=levels, overall=20.0 * level + 20))
        fired = [name for name, fires in ((RULE, one), (OTHER, other)) if fires]
        seens[str(number)] = [Seen(book.rule(name), good=True) for name in fired]
    return messages, seens


def fitted_points(made: list[Rated], seens: Seens, book: RuleBook) -> dict[str, int]:
    """Points of the two rules before they are stretched."""
    return points_of("stakes", made, seens, [book.rule(RULE), book.rule(OTHER)], book.rubric)


@given(CASES)
def test_points_are_never_negative_and_thresholds_rise(
    messages: list[Rated], book: RuleBook, deal: list[tuple[int, bool, bool]]
) -> None:
    made, seens = case(messages[0], book, deal)
    fitted = fit(made, seens, book.rules, book.rubric, ["stakes"])
    assert all(0 <= points <= FULL for points in fitted.points.values())
    cuts = fitted.thresholds["stakes"]
    assert list(cuts) == sorted(set(cuts))
    assert cuts[0] >= 1
    assert cuts[-1] <= 100


def test_a_rule_that_never_fires_keeps_the_guess(messages: list[Rated], book: RuleBook) -> None:
    made, seens = case(messages[0], book, [(4, True, False)] * 10)
    assert fitted_points(made, seens, book)[OTHER] == GUESS


@given(st.integers(1, 20))
def test_a_rule_with_few_messages_is_pulled_to_the_guess(
    messages: list[Rated], book: RuleBook, count: int
) -> None:
    """It fires in messages of level 0 alone: the more of them, the less it is worth."""

    def points(times: int) -> int:
        made, seens = case(messages[0], book, [(0, True, False)] * times)
        return fitted_points(made, seens, book)[RULE]

    assert LEAST <= points(count + 1) <= points(count) < GUESS
    assert points(1) > GUESS / 2


def test_only_the_dimensions_asked_for_are_fitted(messages: list[Rated], book: RuleBook) -> None:
    made, seens = case(messages[0], book, [(4, True, False), (0, False, False)])
    fitted = fit(made, seens, book.rules, book.rubric, ["stakes"])
    assert set(fitted.thresholds) == {"stakes"}
    assert {book.rule(name).dimension for name in fitted.points} == {"stakes"}


@given(CASES)
def test_base_and_weights_are_a_hundred_together_and_none_is_negative(
    messages: list[Rated], book: RuleBook, deal: list[tuple[int, bool, bool]]
) -> None:
    made, seens = case(messages[0], book, deal)
    weights = fit_weights(made, seens, book.rubric)
    assert weights.base + sum(weights.dimensions.values()) == 100
    assert min(weights.dimensions.values()) >= 0


def test_marks_of_messages_with_a_blocker_do_not_count(
    messages: list[Rated], book: RuleBook
) -> None:
    made, seens = case(messages[0], book, [(0, False, False), (4, True, True)])
    blocked = {**seens, "1": [Seen(book.rule("craft.placeholder_left"), good=False)]}
    assert fit_weights(made, seens, book.rubric).messages == 2
    assert fit_weights(made, blocked, book.rubric).messages == 1


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    """A copy of the shipped rules that may be written to."""
    return Path(shutil.copytree(RULES, tmp_path / "rules"))


DEAL = [(0, False, False), (1, True, False), (2, True, True), (3, False, True), (4, True, True)]


def files(folder: Path) -> dict[Path, bytes]:
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*.yaml")}


def test_the_same_bytes_are_written_twice(
    messages: list[Rated], book: RuleBook, rules: Path
) -> None:
    made, seens = case(messages[0], book, DEAL)
    calibrate(made, [], seens, book, rules)
    once = files(rules)
    calibrate(made, [], seens, book, rules)
    assert files(rules) == once


def test_points_are_written_and_nothing_else_in_a_rule(
    messages: list[Rated], book: RuleBook, rules: Path
) -> None:
    made, seens = case(messages[0], book, DEAL)
    before = files(rules)
    calibrate(made, [], seens, book, rules)
    for path, text in files(rules).items():
        lines = zip(before[path].splitlines(), text.splitlines(), strict=False)
        changed = [new for old, new in lines if old != new]
        assert path == Path("rubric.yaml") or all(
            new.startswith((b"points: ", b"points_without_notes: ")) for new in changed
        )


def test_the_rubric_stays_one_and_says_why_its_numbers_are_so(
    messages: list[Rated], book: RuleBook, rules: Path
) -> None:
    made, seens = case(messages[0], book, DEAL)
    calibrate(made, [], seens, book, rules)
    data = yaml.safe_load((rules / "rubric.yaml").read_text(encoding="utf-8"))
    rubric = Rubric.model_validate(data)
    weights, fitted = (
        fit_weights(made, seens, book.rubric),
        fit(made, seens, book.rules, book.rubric),
    )
    assert rubric.base == weights.base
    assert "(5 messages without a blocker" in rubric.base_reason
    for name, levels in rubric.dimensions.items():
        assert (levels.weight, levels.thresholds) == (
            weights.dimensions[name],
            fitted.thresholds[name],
        )
        assert f"brings {weights.a_level[name]:.1f} overall points" in levels.reason
    unfitted = {"base", "base_reason", "dimensions"}
    assert rubric.model_dump(exclude=unfitted) == book.rubric.model_dump(exclude=unfitted)


def test_a_file_without_its_number_is_named_and_nothing_is_written(
    messages: list[Rated], book: RuleBook, rules: Path
) -> None:
    made, seens = case(messages[0], book, DEAL)
    rubric = rules / "rubric.yaml"
    rubric.write_text(rubric.read_text("utf-8").replace("base: ", "ground: "), encoding="utf-8")
    before = files(rules)
    with pytest.raises(SystemExit, match=r"rubric\.yaml"):
        calibrate(made, [], seens, book, rules)
    assert files(rules) == before
