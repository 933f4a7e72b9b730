"""The worst misses: chosen, ordered and printed."""

from dataclasses import replace

import pytest

from benchmarks.judgement.__main__ import main
from benchmarks.judgement.crossing import tallies
from benchmarks.judgement.golden import Rated
from benchmarks.judgement.misses import misses
from benchmarks.judgement.misses_text import WIDTH, shown
from benchmarks.judgement.observe import Observed
from benchmarks.judgement.sentences import pointed
from followup_kit.rulebook.book import RuleBook


def test_the_most_distant_level_comes_first(
    messages: list[Rated], observed: Observed, book: RuleBook
) -> None:
    given = tallies(messages, {}, observed.seens, book)
    found = misses(messages, given, {}, book.rubric, "specificity")
    off = [abs(miss.tally.level - miss.wanted) for miss in found]
    assert off == sorted(off, reverse=True)
    assert all(miss.tally.level != miss.wanted for miss in found)


def test_the_points_said_to_be_missing_lead_to_the_wanted_level_and_no_fewer_do(
    messages: list[Rated], observed: Observed, book: RuleBook
) -> None:
    given = tallies(messages, {}, observed.seens, book)
    cuts = book.rubric.dimensions["specificity"].thresholds
    for miss in misses(messages, given, {}, book.rubric, "specificity"):
        reached = miss.tally.score + miss.away
        nearer = reached - 1 if miss.away > 0 else reached + 1
        assert sum(reached >= cut for cut in cuts) == miss.wanted
        assert sum(nearer >= cut for cut in cuts) != miss.wanted


def test_a_miss_shows_each_sentence_with_who_pointed_at_it(
    messages: list[Rated], observed: Observed, book: RuleBook
) -> None:
    given = tallies(messages, {}, observed.seens, book)
    first = next(
        miss
        for miss in misses(messages, given, {}, book.rubric, "specificity")
        if miss.rated.id == "A"
    )
    lines = list(shown(first, observed))
    assert any(line.startswith("RATERS  │ The canteen soup") for line in lines)
    assert any(line.startswith("KIT     │ You told me that eleven") for line in lines)
    assert any(line.startswith("        │ Thank you for your time") for line in lines)
    assert any("→ specificity." in line and "+" in line for line in lines)
    assert any(line.startswith("notes     11 pallets/week damaged / dock") for line in lines)
    assert max(map(len, lines)) <= WIDTH


def test_a_quote_broken_over_lines_still_points_at_its_sentence(
    messages: list[Rated], observed: Observed
) -> None:
    broken = replace(messages[0], evidence={"stakes": ["The canteen\n soup was good."]})
    quoted = [one.sentence.text for one in pointed(broken, observed, "stakes") if one.quoted]
    assert quoted == ["The canteen soup was good."]


def test_messages_nobody_is_to_read_are_refused(
    messages: list[Rated], observed: Observed, book: RuleBook
) -> None:
    hidden = [replace(messages[0], source="unread")]
    given = tallies(hidden, {}, observed.seens, book)
    with pytest.raises(ValueError, match="not to be read"):
        misses(hidden, given, {}, book.rubric, "stakes")


def test_the_command_refuses_the_unread_set_in_one_line() -> None:
    with pytest.raises(SystemExit, match="not to be read, only measured"):
        main(["--misses", "--set", "unread"])


def test_a_folder_without_messages_to_read_is_named() -> None:
    with pytest.raises(SystemExit, match="nowhere: no en_a"):
        main(["--misses", "--set", "read", "--others", "nowhere"])


@pytest.mark.parametrize("number", ["0", "-1", "many"])
def test_a_number_of_misses_below_one_is_refused(
    number: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main([f"--misses={number}"])
    assert "a whole number from 1 expected" in capsys.readouterr().err
