"""Which problems of a template are silenced, and which comments silence nothing."""

from collections.abc import Collection, Iterable, Sequence

from rapidfuzz import process

from followup_kit.errors import UsageError
from followup_kit.library.files import TemplateFile
from followup_kit.library.judged import Directive, Judged
from followup_kit.library.settings import Settings
from followup_kit.models.listing import Problem

SUPPRESSION = "template.unused_suppression"
"""The rule of comments that silence nothing; a comment cannot silence it."""


def sifted(
    judged: Judged, problems: Sequence[Problem], settings: Settings
) -> tuple[tuple[Problem, ...], int, tuple[Directive, ...]]:
    """Part the problems that are shown from those that are silenced.

    Args:
        judged: the template, with its comments.
        problems: all of them, those of the whole library too.
        settings: those in force for the file.

    Returns:
        The problems that are left, with the severity that the settings give; how many more are
        silenced; and the comments that silence nothing.
    """
    kept: list[Problem] = []
    used: set[int] = set()
    for problem in problems:
        said = [n for n, one in enumerate(judged.directives) if _speaks_of(one, problem)]
        used.update(said)
        if not said and not settings.ignores(problem.rule):
            severity = settings.severity.get(problem.rule, problem.severity)
            kept.append(problem.model_copy(update={"severity": severity}))
    idle = tuple(one for n, one in enumerate(judged.directives) if n not in used)
    return tuple(kept), len(problems) - len(kept), idle


def meant_by(directive: Directive, known: Collection[str]) -> str | None:
    """The rule that was meant by a name that is no rule's; nothing when all names are rules'."""
    wrong = _unknown(directive.rules, known)
    return _nearest(wrong, known) if wrong else None


def check_names(files: Iterable[TemplateFile], known: Collection[str]) -> None:
    """Check that the settings speak of rules that exist.

    Raises:
        UsageError: they do not; the message names the nearest one.
    """
    seen: set[str] = set()
    for file in files:
        names = {*file.settings.ignore, *file.settings.severity} - seen
        wrong = _unknown(sorted(names), known)
        if wrong:
            meant = _nearest(wrong, known)
            why = f"no rule {wrong!r}; did you mean {meant}? `followup-kit rules list` shows all"
            raise UsageError(f"settings: {why}")
        seen |= names


def _unknown(names: Iterable[str], known: Collection[str]) -> str | None:
    """The first name that is neither a rule's nor an area's."""
    areas = {rule.partition(".")[0] for rule in known}
    return next((n for n in names if n not in known and n.rstrip(".*") not in areas), None)


def _nearest(name: str, known: Collection[str]) -> str:
    return str(process.extractOne(name, sorted(known))[0])


def _speaks_of(directive: Directive, problem: Problem) -> bool:
    if directive.rules and not _named(problem, directive.rules):
        return False
    if not directive.line:
        return True
    return directive.line <= problem.span.end_line and problem.span.line <= directive.last_line


def _named(problem: Problem, names: Collection[str]) -> bool:
    """Whether a rule is named, by its id or its area."""
    area = problem.rule.partition(".")[0]
    return any(name.rstrip(".*") in (problem.rule, area) for name in names)
