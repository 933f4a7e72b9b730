"""Reports of drafts → the Listing of what is wrong in them."""

from collections.abc import Iterable, Mapping, Sequence

from followup_kit.fingerprints import fingerprint, unique
from followup_kit.models.advice import Edit
from followup_kit.models.base import Language
from followup_kit.models.listing import Listed, Listing, Problem, card_of
from followup_kit.models.report import Finding, Reason, Report, Ruleset
from followup_kit.models.span import Span, locate
from followup_kit.rendering.view import View
from followup_kit.rulebook.book import RuleBook
from followup_kit.version import __version__


def listing_of(
    reports: Mapping[str, Report],
    book: RuleBook,
    messages: Language,
    unread: Mapping[str, str] | None = None,
) -> Listing:
    """List what speaks against each draft; evidence for it is left out.

    What is missing stands as an empty stretch at the start of the body. What stands in a subject
    that was given apart is told at the start of the text, with the subject's words.

    Args:
        reports: by the paths that the drafts are to be listed under.
        book: the rules that judged.
        messages: the language that the reports speak.
        unread: why drafts could not be read, by their paths.
    """
    view = View(book.strings, messages)
    files = [_listed(path, report, book, view) for path, report in reports.items()]
    files += [_unread(path, why) for path, why in (unread or {}).items()]
    named = {problem.rule for file in files for problem in file.problems}
    return Listing(
        tool_version=__version__,
        messages=messages,
        ruleset=Ruleset(version=book.version, fingerprint=book.fingerprint, rules=len(book.rules)),
        rules=tuple(card_of(book.by_id[rule], messages) for rule in sorted(named)),
        files=tuple(sorted(files, key=lambda file: file.path)),
    )


def _unread(path: str, why: str) -> Listed:
    return Listed(path=path, status="not_judged", reason=Reason(code="unreadable", message=why))


def _listed(path: str, report: Report, book: RuleBook, view: View) -> Listed:
    judged = report.status == "scored"
    found = [finding for finding in report.findings if finding.severity and not finding.good]
    problems = [_problem(finding, report, book, view) for finding in found]
    problems.sort(key=lambda problem: (problem.span.start, problem.span.end))
    return Listed(
        path=path,
        status="judged" if judged else "not_judged",
        reason=report.reason,
        language=report.language,
        channel=report.channel,
        scenario=report.scenario,
        score=report.score,
        levels={name: dimension.level for name, dimension in report.dimensions.items()},
        problems=unique(_with_edits(problems, report)),
    )


def _problem(finding: Finding, report: Report, book: RuleBook, view: View) -> Problem:
    advised = _advised(finding, report)
    rule = book.by_id[finding.rule]
    span, message = finding.span, finding.message
    stands = span if span and span.part == "text" else _start(report, span)
    source, place = report.text, stands
    if span and span.part == "subject":
        message = view.say("list.subject", words=span.text, message=message)
        source, place = report.subject or "", span
    return Problem(
        rule=finding.rule,
        severity=finding.severity or rule.severity,
        title=finding.title,
        message=message,
        advice=advised or rule.advice.in_(view.language),
        span=stands,
        fingerprint=fingerprint(finding.rule, source, place.start, place.end),
    )


def _advised(finding: Finding, report: Report) -> str | None:
    """What the report suggests about just this finding; with others of its rule, by the place."""
    alike = [other for other in report.findings if other.rule == finding.rule and other.severity]
    for suggestion in report.suggestions:
        if suggestion.rule == finding.rule and (len(alike) == 1 or suggestion.span == finding.span):
            return suggestion.message
    return None


def _start(report: Report, span: Span | None) -> Span:
    """Where what is nowhere in the text is told: its start, or the body's for what is missing."""
    bodies = [zone.span.start for zone in report.zones if zone.zone == "body"]
    at = bodies[0] if bodies and span is None else 0
    return locate(report.text, at, at)


def _with_edits(problems: Sequence[Problem], report: Report) -> Iterable[Problem]:
    """The problems with the edits that mend them and are ready to be made.

    A rule has one suggestion, whose edits may mend several of its problems: each goes to the one
    that stands where it does, or to the first.
    """
    edits: dict[int, list[Edit]] = {}
    for suggestion in report.suggestions:
        if suggestion.kind != "replacement" or not suggestion.ready:
            continue
        mine = [n for n, problem in enumerate(problems) if problem.rule == suggestion.rule]
        for edit in suggestion.edits:
            if mine and edit.part == "text":
                there = [n for n in mine if _touches(problems[n].span, edit)]
                edits.setdefault((there or mine)[0], []).append(edit)
    for number, problem in enumerate(problems):
        yield problem.model_copy(update={"edits": tuple(edits.get(number, ()))})


def _touches(span: Span, edit: Edit) -> bool:
    return edit.start <= span.end and span.start <= edit.end
