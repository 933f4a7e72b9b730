"""Two reports → which draft is better, and why, dimension by dimension."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from followup_kit.data import shipped_yaml
from followup_kit.errors import UsageError
from followup_kit.models.base import DIMENSIONS, Area, Dimension
from followup_kit.models.comparison import Comparison, DimensionChange, Shift, Shown
from followup_kit.models.report import Contribution, Finding, Report
from followup_kit.words import fold


@dataclass(frozen=True)
class _Told:
    """A finding, the words it stands on, and the sentence or words to show for it."""

    finding: Finding
    words: str
    place: str | None


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
    gone, new = _changed(_told(before), _told(after))
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
        mended=_shown(_of("craft", gone, good=False)),
        broken=_shown(_of("craft", new, good=False)),
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
    gone: Sequence[_Told],
    new: Sequence[_Told],
) -> DimensionChange:
    one, other = before.dimensions[name], after.dimensions[name]
    lost, gained = _of(name, gone, good=True), _of(name, new, good=True)
    lost, gained = lost + _of(name, new, good=False), gained + _of(name, gone, good=False)
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


def _of(area: Area, told: Iterable[_Told], *, good: bool) -> list[_Told]:
    return [one for one in told if one.finding.area == area and one.finding.good == good]


def _told(report: Report) -> list[_Told]:
    """Evidence that brought points, and all that speaks against the message."""
    terms = [term for score in report.dimensions.values() for term in score.contributions]
    earned = {term.finding for term in terms if term.points > 0}
    told = []
    for finding in report.findings:
        if not finding.good or finding.id in earned:
            place = finding.sentence or finding.span
            words = fold(report.words(finding.span)) if finding.span else ""
            shown = " ".join(report.words(place).split()) if place else ""
            told.append(_Told(finding, " ".join(words.split()), shown or None))
    return told


def _changed(before: Sequence[_Told], after: Sequence[_Told]) -> tuple[list[_Told], list[_Told]]:
    """What is gone and what is new: first the same words cancel out, then the same rule."""
    for key in (_by_words, _by_rule):
        before, after = _unlike(before, after, key), _unlike(after, before, key)
    return list(before), list(after)


def _unlike(
    told: Iterable[_Told], others: Iterable[_Told], key: Callable[[_Told], object]
) -> list[_Told]:
    """What the others do not have, each as often as it is not there."""
    left = Counter(map(key, others))
    unlike = []
    for one in told:
        if left[key(one)]:
            left[key(one)] -= 1
        else:
            unlike.append(one)
    return unlike


def _by_words(told: _Told) -> tuple[str, bool, str]:
    return told.finding.rule, told.finding.good, told.words


def _by_rule(told: _Told) -> tuple[str, bool]:
    return told.finding.rule, told.finding.good


def _shown(told: Iterable[_Told]) -> tuple[Shown, ...]:
    """Findings put together by the sentence they stand in, in the order of the text."""
    places: dict[tuple[object, ...], list[_Told]] = {}
    for one in told:
        where = one.finding.sentence or one.finding.span
        place = (where.part, where.start, where.end) if where else (one.finding.id,)
        places.setdefault((*place, one.finding.good), []).append(one)
    return tuple(_together(found) for found in places.values())


def _together(found: Sequence[_Told]) -> Shown:
    first = found[0].finding
    return Shown(
        rules=tuple(dict.fromkeys(one.finding.rule for one in found)),
        area=first.area,
        good=first.good,
        severity=first.severity,
        titles=tuple(dict.fromkeys(one.finding.title for one in found)),
        words=found[0].place,
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
