"""A dimension for people: its levels with where each begins, and its rules with their points."""

from collections.abc import Iterator

from followup_kit.models.base import DIMENSIONS, Language
from followup_kit.models.rubric import DimensionRubric
from followup_kit.models.rule import Rule
from followup_kit.rendering.paint import (
    BLANK,
    FAINT,
    STRONG,
    Line,
    Piece,
    area_style,
    flow,
    painted,
    with_id,
)
from followup_kit.rendering.typography import signed
from followup_kit.rendering.view import View
from followup_kit.rulebook.book import RuleBook


def explained_area(
    area: str, book: RuleBook, language: Language, *, color: bool, width: int
) -> str:
    """A folder of rules as lines of a terminal.

    Args:
        area: one of ``rulebook.load.AREAS``.
        book: the rules.
        language: to speak.
        color: whether to use colours.
        width: columns to fill.
    """
    view = View(book.strings, language, color=color, width=width)
    return painted(_lines(area, book, view), color=color)


def _lines(area: str, book: RuleBook, view: View) -> Iterator[Line]:
    yield BLANK
    title = (
        view.say(f"dimension.{area}") if area in DIMENSIONS else view.say(f"explain.area.{area}")
    )
    yield (Piece("  "), Piece(title, f"{STRONG} {area_style(area)}"))
    for name, rubric in book.rubric.dimensions.items():
        if name == area:
            yield from flow(view.say("explain.weight", count=rubric.weight), view.columns, FAINT)
            yield BLANK
            yield from _levels(rubric, view)
    yield BLANK
    mine = [rule for rule in book.rules if rule.dimension == area]
    for rule in sorted(mine, key=lambda rule: (-rule.points, rule.id)):
        yield from _row(rule, view)
    yield BLANK


def _levels(rubric: DimensionRubric, view: View) -> Iterator[Line]:
    """A level a line: its number, the points it begins at, its name and meaning."""
    language = view.language
    for number, level in enumerate(rubric.levels):
        begins = (0, *rubric.thresholds)[number]
        first = (Piece(f"  {number}  ", STRONG), Piece(f"{begins:>3}  ", FAINT))
        meaning = level.interview.in_(language)
        said = f"{level.word.in_(language)}{view.colon} {meaning}"
        yield from flow(said, view.columns, indent=10, first=first)
    if rubric.thresholds_without_notes:
        points = ", ".join(map(str, rubric.thresholds_without_notes))
        said = view.say("explain.begins_without_notes", points=points)
        yield from flow(said, view.columns, FAINT)


def _row(rule: Rule, view: View) -> Iterator[Line]:
    """Points or severity and title, the id at the right edge or below."""
    weight = signed(rule.points)
    if rule.expects == "absent" or rule.dimension == "craft":
        weight = view.say(f"explain.severity.{rule.severity}")
    elif rule.dimension == "type":
        weight = ""
    first = (Piece(f"  {weight:>9}  "),)
    title = rule.title.in_(view.language)
    lines = flow(title, view.columns, indent=13, first=first)
    yield from with_id(lines, rule.id, view.columns, indent=13)
