"""What anyone could build in an afternoon; the kit must do better."""

from collections.abc import Sequence

from sklearn.feature_extraction.text import TfidfVectorizer

from benchmarks.judgement.golden import Rated
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
    contexts = [f"{r.context.notes or ''} {r.context.posting or ''}" for r in messages]
    texts = [rated.draft.text for rated in messages]
    vectors = TfidfVectorizer(sublinear_tf=True).fit(texts + contexts)
    left, right = vectors.transform(texts), vectors.transform(contexts)
    return {
        rated.id: float(left[row].multiply(right[row]).sum()) for row, rated in enumerate(messages)
    }
