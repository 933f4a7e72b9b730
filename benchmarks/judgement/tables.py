"""Tables that `python -m benchmarks.judgement` prints of the golden set."""

from collections.abc import Iterator, Sequence

from benchmarks.judgement import baselines, minilm
from benchmarks.judgement.agreement import distance, kappa, spearman
from benchmarks.judgement.calibration import apply
from benchmarks.judgement.crossing import crossed, tallies, transferred
from benchmarks.judgement.evidence import Counts, flags, spans
from benchmarks.judgement.golden import Rated
from benchmarks.judgement.observe import Observed
from benchmarks.judgement.raters import among_raters
from followup_kit.models.base import DIMENSIONS, LANGUAGES
from followup_kit.rulebook.book import RuleBook


def agreement(
    messages: Sequence[Rated], bare: Sequence[Rated], observed: Observed, book: RuleBook
) -> Iterator[str]:
    """Kappa by language and dimension: the kit four ways, then the baselines.

    Args:
        messages: the golden messages.
        bare: their copies without notes; the numbers are fitted on both.
        observed: what the kit saw in all of them.
        book: the rules.
    """
    seens, every = observed.seens, [*messages, *bare]
    folds, other = crossed(every, seens, book), transferred(every, seens, book)
    ways = [tallies(messages, fits, seens, book) for fits in (folds, {}, other)]
    ways.append(tallies(bare, folds, seens, book))
    plain = baselines.scores(messages)
    yield f"{'':14}{'kit':>8}{'shipped':>9}{'other':>9}{'without':>9}" + "".join(
        f"{name:>9}" for name in (*plain, "raters")
    )
    blank = " " * 9 * len(plain)
    yield f"{'':14}{'cv':>8}{'numbers':>9}{'language':>9}{'notes':>9}{blank}{'(*)':>9}"
    for language in LANGUAGES:
        mine = [rated for rated in messages if rated.language == language]
        stripped = [rated for rated in bare if rated.language == language]
        for dimension in DIMENSIONS:
            kit = [
                kappa(
                    [way[r.id].dimensions[dimension].level for r in group],
                    [r.levels[dimension] for r in group],
                )
                for way, group in zip(ways, (mine, mine, mine, stripped), strict=True)
            ]
            base = [baselines.crossed(mine, dimension, scores) for scores in plain.values()]
            ceiling = among_raters(mine, dimension)
            row = "".join(f"{value:z9.2f}" for value in (*kit[1:], *base))
            yield f"{language} {dimension:11}{kit[0]:8.2f}{row}{_share(ceiling):>9}"
        marks = [apply(folds[r.id], r, seens, book.rubric).score for r in mine]
        rank = spearman(marks, [r.overall for r in mine])
        wide, off = distance(marks, [r.overall for r in mine])
        yield (
            f"{language} {'overall':11}{rank:8.2f}  (Spearman, cv); "
            f"{wide:.1f} points from the raters' mark, {off:+.1f} on average"
        )
    yield "(*) mean kappa of pairs of raters: the ceiling of raters of one kind (language models)"
    if not minilm.installed():
        yield minilm.MISSING


def proof(messages: Sequence[Rated], observed: Observed) -> Iterator[str]:
    """Evidence sentences and flags against the raters'."""
    mine = {x: [rated for rated in messages if rated.language == x] for x in LANGUAGES}
    yield "Sentences the kit marked against those two raters quoted:"
    yield _heads("evidence")
    for dimension in DIMENSIONS:
        yield _row(dimension, [spans(mine[x], observed, dimension) for x in LANGUAGES])
    yield ""
    yield "Messages the kit flags against those most raters flag:"
    yield _heads("flag")
    counts = {language: flags(mine[language], observed) for language in LANGUAGES}
    for flag in counts["en"]:
        yield _row(flag, [counts[x][flag] for x in LANGUAGES])


def _heads(first: str) -> str:
    heads = (f"{x:>6}{'precision':>10}{'recall':>8}{'both/kit/raters':>17}" for x in LANGUAGES)
    return f"{first:18}" + "".join(heads)


def _row(name: str, cells: Sequence[Counts]) -> str:
    return f"{name:18}" + "".join(
        f"{'':6}{_share(c.precision):>10}{_share(c.recall):>8}{f'{c.both}/{c.kit}/{c.raters}':>17}"
        for c in cells
    )


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"
