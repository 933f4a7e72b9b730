"""A finding of a rule of templates, worded; and the order that problems stand in."""

from collections.abc import Mapping

from followup_kit.models.advice import Edit
from followup_kit.models.base import Language
from followup_kit.models.listing import Problem
from followup_kit.models.span import Span
from followup_kit.models.template import TemplateRule


def problem_of(
    rule: TemplateRule,
    speaks: Language,
    *,
    span: Span,
    fingerprint: str,
    blanks: Mapping[str, object],
    edits: tuple[Edit, ...] = (),
) -> Problem:
    """A problem as its rule words it: what is found here, and why it counts.

    Args:
        rule: the rule.
        speaks: the language to word it in.
        span: where it stands.
        fingerprint: what it is known by.
        blanks: what fills the blanks of the rule's sentence.
        edits: what mends it.
    """
    said = rule.found.said(speaks, **blanks).strip()
    return Problem(
        rule=rule.id,
        severity=rule.severity,
        title=rule.title.in_(speaks),
        message=f"{said} {rule.why.in_(speaks)}",
        advice=rule.advice.in_(speaks),
        span=span,
        edits=edits,
        fingerprint=fingerprint,
    )


def by_place(problem: Problem) -> tuple[int, int, str]:
    """Sorts problems in the order of the text; those of one place by their rule."""
    return problem.span.start, problem.span.end, problem.rule
