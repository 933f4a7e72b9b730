"""Numbers for messages that had no part in fitting them."""

from collections.abc import Mapping, Sequence

from benchmarks.judgement.calibration import Fit, Seens, apply, fit
from benchmarks.judgement.golden import FOLDS, Rated
from followup_kit.models.base import DIMENSIONS, LANGUAGES, Dimension
from followup_kit.rulebook.book import RuleBook
from followup_kit.scoring import Tally


def crossed(
    messages: Sequence[Rated],
    seens: Seens,
    book: RuleBook,
    dimensions: Sequence[Dimension] = DIMENSIONS,
) -> dict[str, Fit]:
    """For each message, the numbers fitted on the other folds of both languages.

    A message and its copy without notes are in one fold.
    """
    by_fold = {}
    for fold in range(FOLDS):
        train = [rated for rated in messages if rated.fold != fold]
        by_fold[fold] = fit(train, seens, book.rules, book.rubric, dimensions)
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


def tallies(
    messages: Sequence[Rated], fits: Mapping[str, Fit], seens: Seens, book: RuleBook
) -> dict[str, Tally]:
    """Each message scored with its numbers; with the shipped ones where there are no others."""
    return {rated.id: apply(fits.get(rated.id), rated, seens, book.rubric) for rated in messages}
