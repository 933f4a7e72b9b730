"""What anyone could build in an afternoon; the kit must do better."""

from collections.abc import Callable, Sequence

from sklearn.feature_extraction.text import TfidfVectorizer

from benchmarks.judgement import minilm
from benchmarks.judgement.agreement import best_thresholds, kappa, levels
from benchmarks.judgement.golden import FOLDS, Rated
from followup_kit.models.base import Dimension

WORDS: dict[Dimension, dict[str, str]] = {
    "specificity": {
        "en": "discussed mentioned conversation specific insightful topics explained interview",
        "fr": "évoqué mentionné échange entretien discuté précis abordé expliqué",
    },
    "motivation": {
        "en": "motivated excited interested enthusiastic passionate want love join opportunity",
        "fr": "motivé motivée intéressé intéresse enthousiaste passionné envie veux rejoindre",
    },
    "stakes": {
        "en": "challenge challenges goals priority priorities stakes problem risk deadline target",
        "fr": "enjeu enjeux défi défis priorité objectifs problème risque échéance besoin",
    },
}
"""The words a naive list would count."""
Scores = Callable[[Rated, Dimension], float]


def scores(messages: Sequence[Rated]) -> dict[str, Scores]:
    """Every baseline that can be had here, by the head of its column."""
    cosines = tfidf(messages)
    found: dict[str, Scores] = {
        "length": lambda rated, _: length(rated),
        "TF-IDF": lambda rated, _: cosines[rated.id],
        "words": word_list,
    }
    if minilm.installed():
        near = minilm.cosines([(rated.draft.text, known(rated)) for rated in messages])
        by_id = dict(zip((rated.id for rated in messages), near, strict=True))
        found["MiniLM"] = lambda rated, _: by_id[rated.id]
    return found


def crossed(mine: Sequence[Rated], dimension: Dimension, score: Scores) -> float:
    """Kappa of a plain score, with thresholds fitted on the other folds."""
    given: dict[str, int] = {}
    for fold in range(FOLDS):
        train = [rated for rated in mine if rated.fold != fold]
        marks = [score(rated, dimension) for rated in train]
        cuts = best_thresholds(marks, [rated.levels[dimension] for rated in train])
        test = [rated for rated in mine if rated.fold == fold]
        found = levels([score(rated, dimension) for rated in test], cuts)
        given.update(zip((rated.id for rated in test), found, strict=True))
    return kappa([given[r.id] for r in mine], [r.levels[dimension] for r in mine])


def known(rated: Rated) -> str:
    """Notes and posting together; empty when there are none."""
    return "\n".join(filter(None, (rated.context.notes, rated.context.posting)))


def length(rated: Rated) -> float:
    """Words of the message."""
    return float(len(rated.draft.text.split()))


def word_list(rated: Rated, dimension: Dimension) -> float:
    """How many words of the message are on the naive list."""
    listed = set(WORDS[dimension][rated.language].split())
    return float(
        sum(1 for word in rated.draft.text.lower().split() if word.strip(".,;!?") in listed)
    )


def tfidf(messages: Sequence[Rated]) -> dict[str, float]:
    """Cosine of each message with its notes and posting, words weighed by TF-IDF."""
    contexts = [known(rated) for rated in messages]
    texts = [rated.draft.text for rated in messages]
    vectors = TfidfVectorizer(sublinear_tf=True).fit(texts + contexts)
    left, right = vectors.transform(texts), vectors.transform(contexts)
    return {
        rated.id: float(left[row].multiply(right[row]).sum()) for row, rated in enumerate(messages)
    }
