"""What separates a dimension from its next level, and the sentence that comes nearest to it."""

from collections import Counter
from collections.abc import Iterable

from followup_kit.coaching.coach import Coach
from followup_kit.detecting.scene import SceneSentence
from followup_kit.detecting.signs import leanings
from followup_kit.models.base import Dimension
from followup_kit.models.report import DimensionScore
from followup_kit.models.rubric import Level


def ahead(coach: Coach, name: Dimension, score: DimensionScore) -> DimensionScore:
    """A dimension's score with what lies ahead of it, unless it is at the top."""
    levels = coach.book.rubric.dimensions[name].levels
    if score.level == len(levels) - 1:
        return score
    held = _held_back(coach, name)
    said = held or _next(levels[score.level], coach)
    nearest = _nearest(coach, name)
    place = coach.wording.place(nearest.sentence.start, nearest.sentence.end) if nearest else None
    return score.model_copy(update={"next_level": said, "nearest": place})


def _held_back(coach: Coach, name: Dimension) -> str | None:
    """What to do about a finding that caps the dimension; evidence alone would not lift it."""
    for term in reversed(coach.tally.dimensions[name].terms):
        if term.key == "cap" and term.rule:
            return coach.book.by_id[term.rule].advice.in_(coach.wording.language)
    return None


def _next(level: Level, coach: Coach) -> str | None:
    sales = coach.wording.scenario == "sales"
    text = level.next_sales if sales else level.next_interview
    return text.in_(coach.wording.language) if text else None


def _nearest(coach: Coach, name: Dimension) -> SceneSentence | None:
    """The sentence that brings the dimension most points, or else shows most signs of it."""
    worth: Counter[int] = Counter()
    for hit in coach.hits:
        if hit.good and hit.sentence and hit.rule.dimension == name:
            points = hit.rule.worth(verified=coach.verified)
            worth[hit.sentence.sentence.start] += points
    for sentence, rule, weight in leanings(coach.scene) if not +worth else ():
        if rule.dimension == name:
            worth[sentence.sentence.start] += weight
    best = max(worth.values(), default=0)
    return _first(coach.scene.body, worth, best) if best > 0 else None


def _first(
    sentences: Iterable[SceneSentence], worth: Counter[int], best: int
) -> SceneSentence | None:
    return next((s for s in sentences if worth[s.sentence.start] == best), None)
