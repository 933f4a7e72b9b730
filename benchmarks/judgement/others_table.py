"""The block on other authors' messages: figures only."""

from collections.abc import Iterator, Sequence

from benchmarks.judgement.agreement import distance, exact, kappa, spearman
from benchmarks.judgement.crossing import tallies
from benchmarks.judgement.golden import Rated, Source
from benchmarks.judgement.observe import Observed
from benchmarks.judgement.raters import among_raters
from followup_kit.models.base import DIMENSIONS, LANGUAGES, Language
from followup_kit.rulebook.book import RuleBook
from followup_kit.scoring import Tally

SETS: tuple[tuple[Source, str], ...] = (
    ("read", "read by who writes the rules"),
    ("unread", "read by nobody who writes the rules"),
)


def others(messages: Sequence[Rated], observed: Observed, book: RuleBook) -> Iterator[str]:
    """Agreement of the shipped numbers with other authors, set by set and language by language.

    Args:
        messages: of other authors; may be none.
        observed: what the kit saw in them.
        book: the rules.
    """
    yield "Other authors (shipped numbers; fitted on the read set too, never on the unread one)"
    if not messages:
        yield "no messages in benchmarks/judgement/others/"
        return
    given = tallies(messages, {}, observed.seens, book)
    yield f"{'':32}{'kappa':>8}{'exact':>8}{'raters':>9}"
    for source, meaning in SETS:
        for language in LANGUAGES:
            mine = [r for r in messages if r.source == source and r.language == language]
            if mine:
                yield f"{source} {language}: {len(mine)} messages, {meaning}"
                yield from _block(mine, given, source, language)


def _block(
    mine: Sequence[Rated], given: dict[str, Tally], source: Source, language: Language
) -> Iterator[str]:
    for dimension in DIMENSIONS:
        levels = [given[rated.id].dimensions[dimension].level for rated in mine]
        wanted = [rated.levels[dimension] for rated in mine]
        raters = among_raters(mine, dimension)
        among = "–" if raters is None else f"{raters:.2f}"
        row = f"{kappa(levels, wanted):z8.2f}{exact(levels, wanted):8.0%}"
        yield f"  {source:8}{language:4}{dimension:18}{row}{among:>9}"
    marks = [given[rated.id].score for rated in mine]
    rank = spearman(marks, [rated.overall for rated in mine])
    wide, off = distance(marks, [rated.overall for rated in mine])
    yield (
        f"  {source:8}{language:4}{'overall':18}{rank:z8.2f}  (Spearman); "
        f"{wide:.1f} points from the raters' mark, {off:+.1f} on average"
    )
