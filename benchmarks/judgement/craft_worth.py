"""Rules of form: they touch no level, so they are held against the raters' marks and flags."""

from collections.abc import Iterator, Sequence
from statistics import fmean

from benchmarks.judgement.evidence import FLAGS, Counts, counted
from benchmarks.judgement.golden import Rated
from benchmarks.judgement.observe import Observed
from followup_kit.models.base import DIMENSIONS, LANGUAGES
from followup_kit.models.rule import Rule
from followup_kit.rulebook.book import RuleBook


def craft_table(messages: Sequence[Rated], observed: Observed, book: RuleBook) -> Iterator[str]:
    """Rules that are of no dimension: how often they speak, and of what kind of message.

    A rule whose finding is good (there is a greeting) speaks where it is missing.
    """
    yield f"{'':42}{'messages':>10}{'mean overall mark':>20}{'raters flag it':>16}"
    yield f"{'rule of form':42}{'en':>5}{'fr':>5}{'there':>10}{'elsewhere':>10}{'share':>16}  look"
    for rule in book.rules:
        if rule.dimension not in DIMENSIONS:
            yield _row(rule, messages, observed)


def _row(rule: Rule, messages: Sequence[Rated], observed: Observed) -> str:
    speaks = {rated.id: _speaks(rule, rated, observed) for rated in messages}
    fired = "".join(
        f"{sum(1 for r in messages if r.language == x and speaks[r.id]):5}" for x in LANGUAGES
    )
    there = [rated.overall for rated in messages if speaks[rated.id]]
    elsewhere = [rated.overall for rated in messages if not speaks[rated.id]]
    share = _flagged(rule, messages, speaks).precision if _flag(rule) else None
    look = "" if there else "never fires"
    marks = f"{_mean(there):>10}{_mean(elsewhere):>10}"
    return f"{rule.id:42}{fired}{marks}{_share(share):>16}  {look}".rstrip()


def _speaks(rule: Rule, rated: Rated, observed: Observed) -> bool:
    lacks = rule.dimension == "craft" and rule.expects == "present"
    return any(
        hit.rule.id == rule.id and (hit.lack or not lacks) for hit in observed.hits[rated.id]
    )


def _flag(rule: Rule) -> str | None:
    return next((flag for flag, rules in FLAGS.items() if rule.id in rules), None)


def _flagged(rule: Rule, messages: Sequence[Rated], speaks: dict[str, bool]) -> Counts:
    return counted((speaks[rated.id], _flag(rule) in rated.flags) for rated in messages)


def _mean(marks: Sequence[float]) -> str:
    return f"{fmean(marks):.0f}" if marks else "–"


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"
