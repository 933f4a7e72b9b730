"""A miss in plain text: what was known, and every sentence with what either side saw in it."""

import textwrap
from collections.abc import Iterator, Mapping

from benchmarks.judgement.misses import Miss
from benchmarks.judgement.observe import Observed
from benchmarks.judgement.sentences import Pointed, pointed
from followup_kit.detecting import Hit

WIDTH = 100
GUTTER = 10
KEY = """\
  both   the raters quoted the sentence and the kit marked it
  RATERS the raters alone quoted it: what should the kit have seen?
  KIT    the kit alone marked it: is that worth its points?"""


def shown(miss: Miss, observed: Observed) -> Iterator[str]:
    """One miss, in lines of at most ``WIDTH`` columns."""
    rated, tally = miss.rated, miss.tally
    yield _rule(f"{rated.id} · {rated.language} {miss.dimension} ")
    verb = "needs" if miss.away > 0 else "has"
    excess = "more" if miss.away > 0 else "too many"
    yield (
        f"given {tally.level}, wanted {miss.wanted} · {tally.score} points, "
        f"{verb} {abs(miss.away)} {excess} · {rated.draft.scenario}, {rated.draft.channel}"
    )
    for name in ("notes", "posting"):
        known: str | None = getattr(rated.context, name)
        yield from _lines(name, " / ".join(known.split("\n")) if known else "(none)")
    yield ""
    points = {term.hit: term.points for term in tally.terms if term.origin == "rule"}
    for one in pointed(rated, observed, miss.dimension):
        yield from _sentence(one, points)
    yield from _rest(miss, observed, points)
    yield ""


def _sentence(one: Pointed, points: Mapping[int | None, int]) -> Iterator[str]:
    sides = {(True, True): "both", (True, False): "RATERS", (False, True): "KIT"}
    yield from _lines(sides.get((one.quoted, one.marked), ""), one.sentence.text, bar="│")
    for index, hit in one.hits:
        yield from _lines("", f"→ {_named(hit, points.get(index, 0))}", bar="│")


def _named(hit: Hit, points: int) -> str:
    rule = hit.rule
    cap = f", caps at level {rule.cap}" if rule.cap is not None else ""
    reach = f" (up to level {rule.reaches})" if rule.points else ""
    worth = f" {points:+d}" if hit.good else ""
    return f"{rule.id}{worth}{reach}{cap}"


def _rest(miss: Miss, observed: Observed, points: Mapping[int | None, int]) -> Iterator[str]:
    """What counts and stands in no sentence of the body, and what limits the sum."""
    bodies = observed.sentences[miss.rated.id]
    for index, hit in enumerate(observed.hits[miss.rated.id]):
        start = hit.start if hit.part == "text" else None
        inside = start is not None and any(s.start <= start < s.end for s in bodies)
        if hit.rule.dimension == miss.dimension and not inside:
            yield from _lines("", f"→ elsewhere: {_named(hit, points.get(index, 0))}", bar="│")
    for term in miss.tally.terms:
        if term.origin == "limit":
            why = f"{term.key}{f' of {term.rule}' if term.rule else ''}"
            yield from _lines("", f"→ limit {why} {term.points:+d}", bar="│")


def _rule(title: str) -> str:
    return f"── {title}".ljust(WIDTH, "─")


def _lines(name: str, text: str, bar: str = " ") -> Iterator[str]:
    """``text`` wrapped beside a gutter that names it on the first line."""
    hang = "    " if text.startswith("→") else ""
    wrapped = textwrap.wrap(
        text, WIDTH - GUTTER, initial_indent=hang and "  ", subsequent_indent=hang
    )
    for number, line in enumerate(wrapped or [""]):
        yield f"{name if number == 0 else '':{GUTTER - 2}}{bar} {line}".rstrip()
