"""What each rule is worth."""

from dataclasses import replace

from benchmarks.judgement.craft_worth import craft_table
from benchmarks.judgement.evidence import Counts, counted, rule_spans, spans
from benchmarks.judgement.golden import Rated, without_notes
from benchmarks.judgement.observe import Observed, observe
from benchmarks.judgement.rules_worth import Worth, rules_worth, worth_table
from followup_kit.models.base import DIMENSIONS
from followup_kit.rulebook.book import RuleBook
from followup_kit.scorer import Scorer


def test_counts_are_shares_of_what_each_side_named() -> None:
    counts = counted([(True, True), (True, False), (True, False), (False, True), (False, False)])
    assert counts == Counts(1, 2, 1)
    assert counts.precision == 1 / 3
    assert counts.recall == 1 / 2


def test_nothing_named_gives_no_share() -> None:
    assert Counts().precision is None
    assert Counts().recall is None


def test_a_quoted_sentence_that_nothing_marks_is_missed(
    messages: list[Rated], observed: Observed
) -> None:
    found = spans(messages[:1], observed, "specificity")
    assert (found.both, found.raters) == (0, 1)
    assert found.kit >= 1


def test_a_rule_is_right_where_its_sentence_is_quoted(
    messages: list[Rated], observed: Observed
) -> None:
    quoting = replace(
        messages[0], evidence={name: ["eleven pallets a week"] for name in DIMENSIONS}
    )
    named = rule_spans([quoting], observed)
    assert named["specificity.takes_up_notes"] == Counts(1, 0)


def test_every_rule_of_a_dimension_stands_in_the_table_most_worth_first(
    messages: list[Rated], scorer: Scorer, book: RuleBook
) -> None:
    english = [replace(r, id=f"{r.id}{fold}", fold=fold) for r in messages for fold in range(5)]
    whole = [*english, *(replace(r, language="fr", id=f"{r.id}-fr") for r in english)]
    bare = without_notes(whole)
    found = rules_worth(whole, bare, observe([*whole, *bare], scorer), book)
    assert {one.rule.id for one in found} == {
        rule.id for rule in book.rules if rule.dimension in DIMENSIONS
    }
    assert [one.worth for one in found] == sorted((one.worth for one in found), reverse=True)
    silent = next(one for one in found if one.rule.id == "motivation.any_job")
    assert (silent.mark, silent.worth, silent.level) == ("never fires", 0, None)
    lines = list(worth_table(found))
    assert any(line.startswith("motivation.any_job") and "never fires" in line for line in lines)


def test_only_a_rule_that_hurts_in_both_languages_is_marked(book: RuleBook) -> None:
    rule = book.rule("motivation.plain_want")
    worth = Worth(rule, {"en": 1, "fr": 1}, Counts(1, 1), 2.0, {"en": -0.01, "fr": -0.01})
    assert worth.mark == "better without"
    assert replace(worth, lost={"en": -0.01, "fr": 0.0}).mark == ""


def test_rules_of_form_are_held_against_marks_and_flags(
    messages: list[Rated], observed: Observed, book: RuleBook
) -> None:
    rows = {line.split()[0]: line.split() for line in craft_table(messages, observed, book)}
    assert rows["craft.next_step"][1:4] == ["3", "0", "20"]
    assert rows["craft.next_step"][5] == "1.00"
    assert rows["craft.shouting"][-2:] == ["never", "fires"]
