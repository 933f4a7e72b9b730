"""How each score adds up, term by term, like a bill."""

from collections import Counter
from collections.abc import Iterator, Sequence

from followup_kit.models.base import Dimension
from followup_kit.models.report import Contribution, DimensionScore, Report
from followup_kit.rendering.ledger import Ledger, clipped, ledger, rubric, share, threshold
from followup_kit.rendering.marks import Mark
from followup_kit.rendering.paint import FAINT, STRONG, Line, Piece, area_style, flow, with_id
from followup_kit.rendering.safe import on_one_line
from followup_kit.rendering.typography import quoted, signed
from followup_kit.rendering.view import View
from followup_kit.rendering.wrapping import cells

_POINTS = 4
_INDENT = 4 + _POINTS


def sums(report: Report, found: Sequence[Mark], view: View) -> Iterator[Line]:
    """The sum of each dimension, then that of the score."""
    book = ledger(report, found)
    yield (Piece(view.say("title.sum"), STRONG),)
    shares = ", ".join(view.percent(percent) for percent in rubric().saturation)
    yield ()
    yield from flow(view.say("explain.shares", shares=shares), view.columns, FAINT)
    for name, dimension in report.dimensions.items():
        level = view.say("title.level", level=dimension.level)
        yield ()
        yield (
            Piece("  "),
            Piece(view.say(f"dimension.{name}"), area_style(name)),
            Piece(f", {level}", FAINT),
        )
        yield from _terms(dimension.contributions, book, view)
        yield from _spent(dimension, view)
        yield from _total(dimension.score)
        yield from _ahead(name, dimension, book, view)
    yield ()
    yield (Piece("  "), Piece(view.say("title.score"), STRONG))
    yield from _terms(report.contributions, book, view)
    yield from _total(report.score or 0)
    yield ()
    yield from flow(view.say("explain.how"), view.columns, FAINT)


def _terms(terms: Sequence[Contribution], book: Ledger, view: View) -> Iterator[Line]:
    """Each term with its rule, and below it the words it stands on; limits show where they lead."""
    if not terms:
        first = (Piece(f"  {0:>{_POINTS}}  "),)
        nothing = view.say("explain.nothing")
        yield from flow(nothing, view.columns, FAINT, indent=_INDENT, first=first)
    times: Counter[str] = Counter()
    total, above = 0, ""
    for term in terms:
        total += term.points
        label = on_one_line(term.label)
        if term.source == "rule" and term.rule:
            if times[term.rule]:
                percent = share(times[term.rule])
                label = view.say("explain.again", title=label, percent=percent)
            times[term.rule] += 1
        elif term.source == "limit":
            label = f"{label} → {total}"
        yield from _titled(term, label, view)
        words = book.words(term)
        if words:
            yield _standing_on(book.number(term), words, view, again=words == above)
        above = words


def _titled(term: Contribution, label: str, view: View) -> Iterator[Line]:
    """Points and title; the rule's id at the right edge, or below where there is no room."""
    first = (Piece(f"  {signed(term.points):>{_POINTS}}  "),)
    style = area_style(term.dimension) if term.dimension else ""
    lines = flow(label, view.columns, style, indent=_INDENT, first=first)
    yield from with_id(lines, term.rule or "", view.columns, indent=_INDENT)


def _standing_on(number: str, words: str, view: View, *, again: bool) -> Line:
    """The number of the mark and the first words of its sentence, unless they stand just above."""
    lead = f"{number:>2}  " if number else ""
    said = view.say("explain.same") if again else _quote(words, len(lead), view)
    return (Piece(" " * _INDENT), Piece(lead + said, FAINT))


def _quote(words: str, used: int, view: View) -> str:
    """As much of the words as the rest of a line holds, between quotation marks."""
    marks = cells(quoted("", view.language))
    return quoted(clipped(words, view.columns - _INDENT - used - marks), view.language)


def _spent(dimension: DimensionScore, view: View) -> Iterator[Line]:
    """What was seen once more than counts."""
    paid = {term.finding for term in dimension.contributions}
    rules = {term.rule for term in dimension.contributions if term.source == "rule"}
    titles = dict.fromkeys(
        on_one_line(finding.title)
        for finding in dimension.findings
        if finding.good and finding.rule in rules and finding.id not in paid
    )
    if titles:
        said = view.say("explain.spent", titles=", ".join(titles))
        first = (Piece(f"  {0:>{_POINTS}}  "),)
        yield from flow(said, view.columns, FAINT, indent=_INDENT, first=first)


def _total(points: int) -> Iterator[Line]:
    yield (Piece(f"  {'─' * _POINTS}", FAINT),)
    yield (Piece(f"  {points:>{_POINTS}}", STRONG),)


def _ahead(name: Dimension, dimension: DimensionScore, book: Ledger, view: View) -> Iterator[Line]:
    """What the next level asks for, how far it is, and the sentence that comes nearest to it."""
    if not dimension.next_level:
        return
    what = on_one_line(dimension.next_level)
    level = dimension.level + 1
    begins = threshold(name, level, verified=dimension.verified)
    missing = begins - dimension.score
    label = view.say("title.next")
    held = any(term.source == "limit" for term in dimension.contributions[-1:])
    if missing > 0 and not held:  # below a limit, more of the same brings nothing
        label = view.say("explain.next", level=level, points=begins, count=missing)
    yield from flow(f"{label}{view.colon} {what}", view.columns, indent=_INDENT)
    words = book.text(dimension.nearest)
    if words:
        label = f"{view.say('title.nearest')}{view.colon} "
        quote = _quote(words, cells(label), view)
        yield from flow(f"{label}{quote}", view.columns, FAINT, indent=_INDENT)
