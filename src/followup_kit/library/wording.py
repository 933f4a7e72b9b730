"""What checks and rules found in a template → problems of a file, in the language asked for."""

from collections.abc import Iterator

from followup_kit import reporting
from followup_kit.errors import InputError
from followup_kit.fingerprints import fingerprint
from followup_kit.library.checks import CHECKS
from followup_kit.library.potential import Case
from followup_kit.library.problem import by_place, problem_of
from followup_kit.library.view import Found, TemplateView
from followup_kit.models.advice import edit
from followup_kit.models.base import Language
from followup_kit.models.listing import Problem
from followup_kit.models.span import Span, locate
from followup_kit.models.template import TemplateRule
from followup_kit.rulebook.book import RuleBook
from followup_kit.rulebook.template_rules import TemplateRules

_LANGUAGES = ("language", "expected")
"""Blanks that hold the code of a language."""

MOST = 500
"""Problems of one rule in one file; what has more is no template, and measuring each takes time."""


def problems_of(
    view: TemplateView, rules: TemplateRules, book: RuleBook, speaks: Language
) -> tuple[Problem, ...]:
    """Everything wrong with a template by itself, in the order of the text, each once.

    Raises:
        InputError: more of one rule than any template has.
    """
    found = [*_of_checks(view, rules, book, speaks)]
    for case in view.cases:
        found += _of_messages(view, case, book, speaks)
    once = {(p.rule, p.span.start, p.span.end): p for p in reversed(found)}
    return tuple(sorted(once.values(), key=by_place))


def worded(
    found: Found, rule: TemplateRule, text: str, book: RuleBook, speaks: Language
) -> Problem:
    """A finding of a check as a problem of the file it stands in."""
    blanks = {
        name: book.say(f"library.lang.{value}", speaks) if name in _LANGUAGES else value
        for name, value in found.blanks.items()
    }
    edits = () if found.edit is None else (edit(text, found.start, found.end, found.edit),)
    place = locate(text, found.start, found.end)
    name = fingerprint(rule.id, text, found.start, found.end)
    return problem_of(rule, speaks, span=place, fingerprint=name, blanks=blanks, edits=edits)


def _of_checks(
    view: TemplateView, rules: TemplateRules, book: RuleBook, speaks: Language
) -> Iterator[Problem]:
    text = view.source.draft.text
    for rule in rules.by_id.values():
        if rule.check in CHECKS:
            for number, found in enumerate(CHECKS[rule.check](view, rule)):
                if number == MOST:
                    why = f"more than {MOST} times {rule.id}; is it a template?"
                    raise InputError(f"{view.source.draft.name}: {why}")
                yield worded(found, rule, text, book, speaks)


def _of_messages(
    view: TemplateView, case: Case, book: RuleBook, speaks: Language
) -> Iterator[Problem]:
    """What rules of messages say against what could go out."""
    wording = reporting.Wording(book, speaks, case.filled.message)
    text = view.source.draft.text
    for finding in reporting.findings(case.hits, wording):
        if finding.severity is None:
            continue
        span = _in_file(finding.span, view)
        yield Problem(
            rule=finding.rule,
            severity=finding.severity,
            title=finding.title,
            message=finding.message,
            advice=book.by_id[finding.rule].advice.in_(speaks),
            span=span,
            fingerprint=fingerprint(finding.rule, text, span.start, span.end),
        )


def _in_file(span: Span | None, view: TemplateView) -> Span:
    """A span of a message as it stands in the file; what is missing has the template's anchor."""
    text = view.source.draft.text
    if span is None:
        return locate(text, view.anchor, view.anchor)
    if span.part == "subject":
        key = view.source.front.key("subject")
        return locate(text, key.value_start, key.value_end) if key else locate(text, 0, 0)
    return locate(text, span.start, span.end)
