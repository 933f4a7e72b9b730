"""What a rule is worth, in sentences: points, limits, costs, and its standing in the ruleset."""

from collections.abc import Iterator

from followup_kit.models.base import DIMENSIONS
from followup_kit.models.rule import Rule
from followup_kit.rendering.view import View
from followup_kit.rulebook.book import RuleBook

TOP = 4
"""The highest level of a dimension."""


def worth(rule: Rule, book: RuleBook, view: View) -> Iterator[str]:
    """What it brings or takes away, then its status."""
    area = view.say(f"dimension.{rule.dimension}") if rule.dimension in DIMENSIONS else ""
    if rule.names:
        yield view.say("explain.names", type=view.say(f"type.{rule.names}"))
    if rule.expects == "present" and area:
        yield from _points(rule, area, book, view)
    if rule.cap is not None:
        yield view.say("explain.cap", dimension=area, level=rule.cap)
    if rule.dimension == "craft" or (area and rule.expects == "absent"):
        yield from _cost(rule, book, view)
    yield view.say(f"explain.status.{rule.status}", version=rule.since)


def _points(rule: Rule, area: str, book: RuleBook, view: View) -> Iterator[str]:
    if not rule.points:
        yield view.say("explain.no_points")
        return
    yield view.say("explain.points", count=rule.points, dimension=area)
    if rule.points_without_notes is not None:
        yield view.say("explain.without_notes", points=rule.points_without_notes)
    shares = ", ".join(view.percent(percent) for percent in book.rubric.saturation)
    yield view.say("explain.shares", shares=shares)
    if rule.reaches < TOP:
        yield view.say("explain.reaches", level=rule.reaches)


def _cost(rule: Rule, book: RuleBook, view: View) -> Iterator[str]:
    """What finding it, or missing it, takes off the overall score."""
    rubric = book.rubric
    cost = rubric.costs[rule.severity]
    severity = view.say(f"explain.severity.{rule.severity}")
    when = view.say(f"explain.when.{rule.expects}")
    if not cost:
        yield view.say("explain.free", severity=severity, when=when)
        return
    yield view.say("explain.cost", severity=severity, when=when, count=cost)
    if rule.severity == "blocker":
        yield view.say("explain.blocker", cap=rubric.blocker_cap)
    yield view.say("explain.craft_limit", limit=rubric.craft_limit)
