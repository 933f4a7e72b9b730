"""Two reports → which draft is better, and why, dimension by dimension."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Literal

from followup_kit.data import shipped_yaml
from followup_kit.errors import UsageError
from followup_kit.models.base import DIMENSIONS, Dimension
from followup_kit.models.comparison import Comparison, DimensionChange, Shift, Shown
from followup_kit.models.report import Contribution, Finding, Report
from followup_kit.words import fold


def compare(before: Report, after: Report) -> Comparison:
    """Say which of two drafts is better.

    Findings are matched by rule and by the words they stand on: a sentence that only moved is no
    change.

    Args:
        before: the report on the first draft.
        after: the report on the second, of the same conversation.

    Raises:
        UsageError: one was not scored, or they were not judged by the same rules, in the same
            scenario, on the same channel, in one language of reports.
    """
    _check(before, after)
    first, second = before.score or 0, after.score or 0
    gone, new = _changed(_telling(before), _telling(after))
    too_close = _too_close()
    return Comparison(
        messages=after.messages,
        before=before.name,
        after=after.name,
        score_before=first,
        score_after=second,
        better=_better(second - first, too_close),
        too_close=too_close,
        dimensions={name: _dimension(name, before, after, gone, new) for name in DIMENSIONS},
        mended=_shown(finding for finding in gone if _at_fault(finding)),
        broken=_shown(finding for finding in new if _at_fault(finding)),
        shifts=tuple(_shifts(before.contributions, after.contributions)),
    )


def _check(before: Report, after: Report) -> None:
    for report in (before, after):
        if report.status != "scored":
            why = report.reason.message if report.reason else ""
            raise UsageError(f"{report.name or 'a draft'}: not scored, so not compared: {why}")
    for what, one, other in (
        ("rules", before.ruleset.fingerprint, after.ruleset.fingerprint),
        ("scenario", before.scenario, after.scenario),
        ("channel", before.channel, after.channel),
        ("messages", before.messages, after.messages),
    ):
        if one != other:
            raise UsageError(f"two reports with different {what} do not compare: {one}, {other}")


def _too_close() -> int:
    points: int = shipped_yaml("rubric.yaml")["too_close"]
    return points


def _better(difference: int, too_close: int) -> Literal["before", "after"] | None:
    if abs(difference) < too_close:
        return None
    return "after" if difference > 0 else "before"


def _dimension(
    name: Dimension,
    before: Report,
    after: Report,
    gone: Sequence[Finding],
    new: Sequence[Finding],
) -> DimensionChange:
    one, other = before.dimensions[name], after.dimensions[name]
    lost = [f for f in gone if f.area == name and f.good]
    lost += [f for f in new if f.area == name and not f.good]
    gained = [f for f in new if f.area == name and f.good]
    gained += [f for f in gone if f.area == name and not f.good]
    return DimensionChange(
        level_before=one.level,
        level_after=other.level,
        word_before=one.level_word,
        word_after=other.level_word,
        score_before=one.score,
        score_after=other.score,
        gained=_shown(gained),
        lost=_shown(lost),
    )


def _at_fault(finding: Finding) -> bool:
    return finding.area == "craft" and not finding.good


def _telling(report: Report) -> list[Finding]:
    """Evidence that brought points, and all that speaks against the message."""
    terms = [term for score in report.dimensions.values() for term in score.contributions]
    earned = {term.finding for term in terms if term.points > 0}
    return [finding for finding in report.findings if not finding.good or finding.id in earned]


def _changed(
    before: Sequence[Finding], after: Sequence[Finding]
) -> tuple[list[Finding], list[Finding]]:
    """What is gone and what is new: first the same words cancel out, then the same rule."""
    for key in (_words, _rule):
        before, after = _unlike(before, after, key), _unlike(after, before, key)
    return list(before), list(after)


def _unlike(
    findings: Iterable[Finding], others: Iterable[Finding], key: Callable[[Finding], object]
) -> list[Finding]:
    """Findings that the others do not have, each as often as it is not there."""
    left = Counter(map(key, others))
    unlike = []
    for finding in findings:
        if left[key(finding)]:
            left[key(finding)] -= 1
        else:
            unlike.append(finding)
    return unlike


def _words(finding: Finding) -> tuple[str, bool, str]:
    """The rule, and the words it stands on without their spaces."""
    words = " ".join(fold(finding.span.text).split()) if finding.span else ""
    return finding.rule, finding.good, words


def _rule(finding: Finding) -> tuple[str, bool]:
    return finding.rule, finding.good


def _shown(findings: Iterable[Finding]) -> tuple[Shown, ...]:
    """Findings put together by the place they stand in, in the order of the text."""
    places: dict[tuple[object, ...], list[Finding]] = {}
    for finding in findings:
        place = finding.sentence or finding.span
        where = (place.part, place.start, place.end) if place else (finding.id,)
        places.setdefault((*where, finding.good), []).append(finding)
    return tuple(_together(found) for found in places.values())


def _together(found: Sequence[Finding]) -> Shown:
    first = found[0]
    place = first.sentence or first.span
    return Shown(
        rules=tuple(dict.fromkeys(finding.rule for finding in found)),
        area=first.area,
        good=first.good,
        severity=first.severity,
        titles=tuple(dict.fromkeys(finding.title for finding in found)),
        words=(" ".join(place.text.split()) or None) if place else None,
    )


def _shifts(before: Sequence[Contribution], after: Sequence[Contribution]) -> Iterator[Shift]:
    """The terms that differ, each held against its like in the other sum."""
    one, other = _sums(before), _sums(after)
    known = {_term(term): term for term in (*before, *after)}
    for key, term in known.items():
        points = other[key] - one[key]
        if points:
            yield Shift(points=points, label=term.label, dimension=term.dimension, rule=term.rule)


def _sums(terms: Iterable[Contribution]) -> Counter[tuple[str, ...]]:
    sums: Counter[tuple[str, ...]] = Counter()
    for term in terms:
        sums[_term(term)] += term.points
    return sums


def _term(term: Contribution) -> tuple[str, ...]:
    """What two terms share that stand for one thing."""
    if term.dimension:
        return ("dimension", term.dimension)
    return (term.source, term.rule or term.label)
