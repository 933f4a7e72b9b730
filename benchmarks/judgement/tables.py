"""Tables that `python -m benchmarks.judgement` prints."""

from collections.abc import Callable, Iterator, Sequence

from benchmarks.judgement import baselines
from benchmarks.judgement.agreement import best_thresholds, kappa, levels, spearman
from benchmarks.judgement.calibration import Fit, Seens, apply, fit
from benchmarks.judgement.evidence import flags, spans
from benchmarks.judgement.golden import FOLDS, Rated
from benchmarks.judgement.observe import Observed
from followup_kit.models.base import DIMENSIONS, LANGUAGES, Dimension
from followup_kit.rulebook.book import RuleBook

Scores = Callable[[Rated], float]


def crossed(messages: Sequence[Rated], seens: Seens, book: RuleBook) -> dict[str, Fit]:
    """For each message, the numbers fitted on the other folds of both languages.

    A message and its copy without notes are in one fold.
    """
    by_fold = {
        fold: fit([r for r in messages if r.fold != fold], seens, book.rules, book.rubric)
        for fold in range(FOLDS)
    }
    return {rated.id: by_fold[rated.fold] for rated in messages}


def transferred(messages: Sequence[Rated], seens: Seens, book: RuleBook) -> dict[str, Fit]:
    """For each message, the numbers fitted on the other language alone."""
    by_language = {
        language: fit(
            [r for r in messages if r.language != language], seens, book.rules, book.rubric
        )
        for language in LANGUAGES
    }
    return {rated.id: by_language[rated.language] for rated in messages}


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
    seens = observed.seens
    every = [*messages, *bare]
    folds, other = crossed(every, seens, book), transferred(every, seens, book)
    tfidf = baselines.tfidf(messages)
    yield (
        f"{'':14}{'kit':>8}{'shipped':>9}{'other':>9}{'without':>9}"
        f"{'length':>9}{'TF-IDF':>9}{'words':>9}"
    )
    yield f"{'':14}{'cv':>8}{'numbers':>9}{'language':>9}{'notes':>9}"
    for language in LANGUAGES:
        mine = [rated for rated in messages if rated.language == language]
        stripped = [rated for rated in bare if rated.language == language]
        for dimension in DIMENSIONS:
            wanted = [rated.levels[dimension] for rated in mine]
            kit = [
                kappa([_level(fits, r, seens, book, dimension) for r in mine], wanted)
                for fits in (folds, {}, other)
            ]
            kit.append(
                kappa(
                    [_level(folds, r, seens, book, dimension) for r in stripped],
                    [r.levels[dimension] for r in stripped],
                )
            )
            base = [
                _baseline(mine, dimension, scores)
                for scores in (
                    baselines.length,
                    lambda r: tfidf[r.id],
                    lambda r, d=dimension: baselines.word_list(r, d),
                )
            ]
            row = "".join(f"{value:9.2f}" for value in (*kit[1:], *base))
            yield f"{language} {dimension:11}{kit[0]:8.2f}{row}"
        marks = [apply(folds[r.id], r, seens, book.rubric).score for r in mine]
        rank = spearman(marks, [r.overall for r in mine])
        yield f"{language} {'overall':11}{rank:8.2f}  (Spearman, cv)"


def proof(messages: Sequence[Rated], observed: Observed) -> Iterator[str]:
    """Evidence sentences and flags against the raters'."""
    yield f"{'evidence':14}{'precision':>10}{'recall':>8}"
    for language in LANGUAGES:
        mine = [rated for rated in messages if rated.language == language]
        for dimension in DIMENSIONS:
            precision, recall = spans(mine, observed, dimension)
            yield f"{language} {dimension:11}{precision:10.2f}{recall:8.2f}"
    yield ""
    yield f"{'flag':18}" + "".join(f"{language + ' both/kit/raters':>22}" for language in LANGUAGES)
    counts = {
        language: flags([r for r in messages if r.language == language], observed)
        for language in LANGUAGES
    }
    for flag in counts["en"]:
        cells = "".join("{:>22}".format("{}/{}/{}".format(*counts[x][flag])) for x in LANGUAGES)
        yield f"{flag:18}{cells}"


def _level(
    fits: dict[str, Fit], rated: Rated, seens: Seens, book: RuleBook, dimension: Dimension
) -> int:
    return apply(fits.get(rated.id), rated, seens, book.rubric).dimensions[dimension].level


def _baseline(mine: Sequence[Rated], dimension: Dimension, scores: Scores) -> float:
    """Cross-validated kappa of a plain score, with thresholds fitted on the other folds."""
    given = {}
    for fold in range(FOLDS):
        train = [rated for rated in mine if rated.fold != fold]
        cuts = best_thresholds([scores(r) for r in train], [r.levels[dimension] for r in train])
        for rated in mine:
            if rated.fold == fold:
                given[rated.id] = levels([scores(rated)], cuts)[0]
    return kappa([given[r.id] for r in mine], [r.levels[dimension] for r in mine])
