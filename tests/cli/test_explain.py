"""``followup-kit explain``: a rule, or a dimension, in full and in the reader's language."""

import re
from pathlib import Path
from typing import get_args

import pytest
import yaml
from typer.testing import CliRunner, Result

from followup_kit.cli import kit_app
from followup_kit.cli.explaining import explained
from followup_kit.cli.explaining_area import explained_area
from followup_kit.cli.explaining_patterns import aloud
from followup_kit.detecting.fact import CHECKS as FACTS
from followup_kit.detecting.measure import MEASURES
from followup_kit.detecting.structure import CHECKS as STRUCTURES
from followup_kit.models.base import LANGUAGES, Channel, Language, Zone
from followup_kit.models.conditions import Grounding, Guards
from followup_kit.models.rule import Kind
from followup_kit.rendering.view import View
from followup_kit.rendering.wrapping import cells
from followup_kit.rulebook.book import RuleBook
from followup_kit.rulebook.load import AREAS
from followup_kit.rulebook.notation import SLOTS

ENGLISH_HEADS = ("What it looks for", "What it is worth", "Why it counts", "What to do")
FRENCH_HEADS = ("Ce qu’elle cherche", "Ce qu’elle vaut", "Pourquoi cela compte", "Que faire")


def kit(*arguments: str) -> Result:
    return CliRunner().invoke(kit_app, ["explain", *arguments])


def page(name: str, book: RuleBook, language: Language = "en", width: int = 80) -> str:
    """The page of a rule on one line."""
    return " ".join(explained(book.rule(name), book, language, color=False, width=width).split())


@pytest.mark.parametrize(("language", "heads"), [("en", ENGLISH_HEADS), ("fr", FRENCH_HEADS)])
def test_a_rule_is_explained_in_the_language_asked_for(
    language: Language, heads: tuple[str, ...], book: RuleBook
) -> None:
    rule = book.rule("motivation.commits")
    result = kit(rule.id, "--messages", language)
    assert result.exit_code == 0
    shown = " ".join(result.stdout.split())
    for text in (rule.id, rule.title, rule.why, rule.advice, rule.source):
        said = text if isinstance(text, str) else text.in_(language)
        assert " ".join(said.split()) in shown
    for head in heads:
        assert f"\n  {head}\n" in result.stdout


def test_french_pages_hold_no_english_heading(book: RuleBook) -> None:
    own = re.compile(r"\b(What|Why|It sees|Words such|Only|level|points of|notes of)\b")
    for rule in book.rules:
        before = explained(rule, book, "fr", color=False, width=80).split("En anglais")[0]
        assert not own.search(before), rule.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_and_dimension_fits_the_width(language: Language, book: RuleBook) -> None:
    for width in (40, 80):
        pages = [explained(rule, book, language, color=False, width=width) for rule in book.rules]
        pages += [explained_area(area, book, language, color=False, width=width) for area in AREAS]
        for text in pages:
            # What is to be copied is not broken, however narrow the terminal.
            copied = re.compile(r" +(disable|points|severity): [\[{]")
            lines = [line for line in text.splitlines() if width == 80 or not copied.match(line)]
            assert max(map(cells, lines)) <= width
            assert not any(re.match(r"\s*[;:!?»%]", line) for line in lines), text


def test_every_example_is_shown_with_its_marks(book: RuleBook) -> None:
    shown = page("specificity.takes_up_notes", book)
    assert "+ The [forklifts] interest me most. (notes: two forklifts broken)" in shown
    assert "− Merci pour lundi. (notes: lundi 16 h, perroquet)" in shown


def test_a_whole_message_is_cut_and_its_length_told(book: RuleBook) -> None:
    shown = page("craft.too_long", book)
    assert re.search(r" … \(\d+ words · text message\)", shown)


def test_a_measure_shows_its_band_of_each_channel(book: RuleBook) -> None:
    shown = page("craft.too_long", book, "fr")
    names: dict[Channel, str] = {"email": "courriel", "inmail": "InMail", "sms": "SMS"}
    for channel, name in names.items():
        band = book.channels.band(channel, "words")
        assert band
        assert f"{name} au plus {band.at_most}." in shown


def test_signs_are_listed_with_their_weights(book: RuleBook) -> None:
    rule = book.rule("stakes.stake_stated")
    shown = page(rule.id, book)
    assert f"They must add up to {rule.at_least} or more." in shown
    for sign in rule.signs.values():
        weight = f"+{sign.weight}" if sign.weight > 0 else f"\u2212{-sign.weight}"
        assert f"{weight} {sign.title.en}" in shown


def test_points_limits_and_costs_are_those_of_the_rules(book: RuleBook) -> None:
    rule = book.rule("specificity.takes_up_notes")
    shown = page(rule.id, book)
    assert f"Specificity: {rule.points} points of 100." in shown
    assert f"Without notes of the conversation: {rule.points_without_notes}." in shown
    assert f"to level {rule.reaches} at most." in shown
    left = page("craft.placeholder_left", book)
    assert f"takes {book.rubric.costs['blocker']} points off the score" in left
    assert f"no higher than {book.rubric.blocker_cap} as long" in left
    wrong = page("specificity.wrong_figure", book)
    assert (
        f"Specificity goes no higher than level {book.rule('specificity.wrong_figure').cap}."
        in wrong
    )
    assert "advice that costs no points" in page("craft.closing", book)
    assert "shows that the message is a chaser" in page("type.chaser", book)


def test_what_the_page_says_to_write_into_a_pack_changes_the_rule(
    book: RuleBook, tmp_path: Path
) -> None:
    rule = book.rule("stakes.first_step")
    shown = explained(rule, book, "en", color=False, width=80)
    lines = [line.strip() for line in shown.splitlines()]
    disable, points = (next(x for x in lines if x.startswith(key)) for key in ("disable", "points"))
    assert yaml.safe_load(points) == {"points": {rule.id: rule.points}}
    pack = tmp_path / "pack.yaml"
    pack.write_text(f"name: mine\nversion: '1'\n{points.replace('10', '33')}\n", encoding="utf-8")
    assert "Stakes: 33 points of 100." in kit(rule.id, "--rules", str(tmp_path)).stdout
    pack.write_text(f"name: mine\nversion: '1'\n{disable}\n", encoding="utf-8")
    assert kit(rule.id, "--rules", str(tmp_path)).exit_code == 2


@pytest.mark.parametrize(
    ("pattern", "language", "said"),
    [
        ("=if =you offer|=offered", "en", "if you offer/offered"),
        ("=un? …3 <NUM> $", "fr", "(un) … <a figure> <sentence ends>"),
        (
            "^ @say_verbs <content>",
            "en",
            "<sentence begins> {members} <a word that says something>",
        ),
        ("a|b|c|d|e", "en", "a/b/c/d/…"),
        ("a … …2 b", "en", "a … b"),
    ],
)
def test_patterns_are_read_without_the_marks_of_the_notation(
    pattern: str, language: Language, said: str, book: RuleBook
) -> None:
    first = [word.lstrip("=") for word in book.words("say_verbs", "en")[:2]]
    expected = said.format(members="/".join([*first, "…"]))
    assert aloud(pattern, language, book, View(book.strings, "en")) == expected


def test_no_page_shows_the_marks_of_the_notation(book: RuleBook) -> None:
    view = View(book.strings, "fr")
    for rule in book.rules:
        for language in LANGUAGES:
            for pattern in rule.part(language).patterns:
                assert not re.search(r"[=|@?]|<[A-Z]+>", aloud(pattern, language, book, view))


def test_all_that_a_rule_may_say_has_its_words(book: RuleBook) -> None:
    wanted = [f"check.{name}" for name in (*FACTS, *STRUCTURES, *MEASURES)]
    wanted += [
        f"kind.{kind}" for kind in get_args(Kind) if kind not in ("fact", "measure", "structure")
    ]
    wanted += [f"slot.{slot.lower()}" for slot in SLOTS]
    wanted += [f"zone.{zone}" for zone in get_args(Zone)]
    wanted += [
        f"source.{source}" for source in get_args(Grounding.model_fields["source"].annotation)
    ]
    for name in ("subject", "complement", "grounded", "position"):
        choice = get_args(Guards.model_fields[name].annotation)[0]
        wanted += [f"guard.{name}.{value}" for value in get_args(choice)]
    assert {f"explain.{key}" for key in wanted} <= set(book.strings)


def test_a_dimension_shows_its_levels_and_its_rules(book: RuleBook) -> None:
    shown = kit("specificity").stdout
    rubric = book.rubric.dimensions["specificity"]
    for number, begins in enumerate((0, *rubric.thresholds)):
        assert f"\n  {number}  {begins:>3}  {rubric.levels[number].word.en}:" in shown
    for rule in book.rules:
        assert (rule.id in shown) == (rule.dimension == "specificity")
    assert "Sans notes de l’échange" in kit("specificity", "--messages", "fr").stdout


def test_a_dimension_misspelt_brings_the_nearest() -> None:
    result = kit("specificty")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "did you mean specificity?" in result.stderr
