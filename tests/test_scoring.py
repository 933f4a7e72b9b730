"""Laws of the arithmetic, on rules and rubrics that Hypothesis makes up."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from followup_kit.models.base import DIMENSIONS
from followup_kit.models.conditions import Bilingual
from followup_kit.models.rubric import Rubric
from followup_kit.models.rule import Example, LanguagePart, Rule
from followup_kit.rulebook.load import load_rulebook
from followup_kit.scoring import Seen, Tally, ceiling, score

RUBRIC: Rubric = load_rulebook().rubric
WORDS = Bilingual(en="x", fr="x")
PART = LanguagePart(
    patterns=("x",), examples=(Example(text="x"),) * 3, near_misses=(Example(text="y"),) * 3
)


def rule(name: str, **values: object) -> Rule:
    """A rule of which only what scoring reads matters."""
    base = {"kind": "phrase", "since": "0.1", "title": WORDS, "why": WORDS, "advice": WORDS}
    return Rule.model_validate(
        {**base, "source": "x", "en": PART, "fr": PART, "id": name, **values}
    )


@st.composite
def rules(draw: st.DrawFn) -> Rule:
    dimension = draw(st.sampled_from((*DIMENSIONS, "craft")))
    expects = draw(st.sampled_from(("present", "absent")))
    return rule(
        f"{dimension}.r{draw(st.integers(0, 30))}",
        dimension=dimension,
        expects=expects,
        points=draw(st.integers(0, 60)),
        reaches=draw(st.integers(1, 4)),
        cap=draw(st.none() | st.integers(0, 4)) if expects == "absent" else None,
        severity=draw(st.sampled_from(("hint", "warning", "error", "blocker"))),
    )


seens = st.lists(st.builds(lambda r: Seen(r, good=r.expects == "present"), rules()), max_size=25)


def tally(seen: list[Seen]) -> Tally:
    return score(seen, RUBRIC, verified=True)


@given(seens)
def test_terms_add_up_exactly(seen: list[Seen]) -> None:
    result = tally(seen)
    assert result.score == sum(term.points for term in result.terms)
    for dimension in result.dimensions.values():
        assert dimension.score == sum(term.points for term in dimension.terms)


@given(seens)
def test_scores_and_levels_stay_on_their_scales(seen: list[Seen]) -> None:
    result = tally(seen)
    assert 0 <= result.score <= 100
    for dimension in result.dimensions.values():
        assert 0 <= dimension.score <= 100
        assert 0 <= dimension.level <= 4


@given(seens, rules())
def test_good_evidence_never_lowers_a_score(seen: list[Seen], more: Rule) -> None:
    better = tally([*seen, Seen(more.model_copy(update={"cap": None}), good=True)])
    before = tally(seen)
    assert better.score >= before.score
    for name in DIMENSIONS:
        assert better.dimensions[name].level >= before.dimensions[name].level


@given(seens, rules())
def test_a_blemish_never_raises_a_score(seen: list[Seen], more: Rule) -> None:
    worse = tally([*seen, Seen(more.model_copy(update={"expects": "absent"}), good=False)])
    assert worse.score <= tally(seen).score


@given(seens, st.integers(1, 4), st.integers(0, 8))
def test_findings_carry_no_message_above_the_level_they_reach(
    seen: list[Seen], reach: int, times: int
) -> None:
    low = [Seen(item.rule.model_copy(update={"reaches": reach}), item.good) for item in seen]
    result = tally(low * times)
    assert all(d.level <= reach for d in result.dimensions.values())


@given(seens)
def test_a_blocker_caps_the_score(seen: list[Seen]) -> None:
    blocker = rule("craft.b", dimension="craft", expects="absent", severity="blocker")
    assert tally([*seen, Seen(blocker, good=False)]).score <= RUBRIC.blocker_cap


def test_a_second_finding_counts_less_and_a_third_nothing() -> None:
    found = Seen(rule("stakes.s", dimension="stakes", points=20), good=True)
    scores = [tally([found] * times).dimensions["stakes"].score for times in range(5)]
    gains = [after - before for before, after in pairwise(scores)]
    assert gains[0] == 20
    assert gains[0] > gains[1] > 0
    assert gains[2:] == [0, 0]


def test_a_cap_holds_whatever_the_evidence() -> None:
    strong = [
        Seen(rule(f"specificity.s{n}", dimension="specificity", points=40), good=True)
        for n in range(4)
    ]
    wrong = rule("specificity.w", dimension="specificity", expects="absent", cap=2)
    levels = RUBRIC.dimensions["specificity"]
    result = tally([*strong, Seen(wrong, good=False)]).dimensions["specificity"]
    assert (result.level, result.score) == (2, ceiling(levels, 2))


def test_a_rule_may_be_worth_more_where_there_are_no_notes() -> None:
    found = rule("specificity.a", dimension="specificity", points=5, points_without_notes=30)
    with_notes = score([Seen(found, good=True)], RUBRIC, verified=True)
    without = score([Seen(found, good=True)], RUBRIC, verified=False)
    assert with_notes.dimensions["specificity"].score == 5
    assert without.dimensions["specificity"].score == 30


def test_thresholds_may_differ_where_there_are_no_notes() -> None:
    levels = RUBRIC.dimensions["specificity"].model_copy(
        update={"thresholds": (10, 20, 30, 40), "thresholds_without_notes": (1, 2, 3, 4)}
    )
    rubric = RUBRIC.model_copy(update={"dimensions": {**RUBRIC.dimensions, "specificity": levels}})
    found = [Seen(rule("specificity.a", dimension="specificity", points=12), good=True)]
    assert score(found, rubric, verified=True).dimensions["specificity"].level == 1
    assert score(found, rubric, verified=False).dimensions["specificity"].level == 4
