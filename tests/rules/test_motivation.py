"""Whose wish it is, and whether it is one: sentences that hold the words without the will."""

import pytest

from followup_kit import Context, Draft
from followup_kit.models.base import Language
from followup_kit.scorer import Scorer

NOT_ONES_OWN: list[tuple[Language, str]] = [
    ("en", "My boss wants me to stay but he would say that."),
    ("en", "He said he was fed up with the rota."),
    ("en", "My sister wants this job more than anyone, she applied twice."),
    ("en", "They chose the other supplier because it was cheaper."),
    ("en", "You said you were tired of agency staff who never see the same patient twice."),
    ("fr", "Mon patron veut que je reste, mais c'est normal."),
    ("fr", "Il disait qu'il en avait marre du planning."),
    ("fr", "Ils ont choisi l'autre fournisseur parce qu'il est moins cher."),
    ("fr", "Ma collègue leur a dit non."),
    ("fr", "Vous disiez être las des intérimaires qui ne voient jamais deux fois le même patient."),
]
NO_WISH: list[tuple[Language, str]] = [
    ("en", "I am not sure I want this."),
    ("en", "I don't think I can start before summer."),
    ("en", "If I wanted the money I'd have gone elsewhere."),
    ("en", "If somebody offered me more I would take it, naturally."),
    ("en", "The pumps can't be off for more than four minutes."),
    ("en", "The contract runs out in March and the year's gone."),
    ("en", "If you want I can send the plan again."),
    ("en", "I would start with the boilers."),
    ("fr", "Je ne suis pas sûr de vouloir cette place."),
    ("fr", "Je ne pourrai pas commencer avant l'été."),
    ("fr", "Si je voulais de l'argent, je serais allé ailleurs."),
    ("fr", "Si on m'offrait plus, je le prendrais, forcément."),
    ("fr", "Les pompes ne peuvent pas s'arrêter plus de quatre minutes."),
    ("fr", "L'idée des nuits ne m'enchante pas."),
    ("fr", "Si vous voulez, je vous renvoie le plan."),
    ("fr", "J'hésite entre les deux réponses."),
]
ONES_OWN: list[tuple[Language, str]] = [
    ("en", "I'm fed up of fitting plasterboard for show homes nobody will live in."),
    ("en", "If the job is mine, consider my notice handed in."),
    ("en", "Cooking for two hundred old people beats sending out foam to bankers."),
    ("en", "I would like my evenings to mean something."),
    ("fr", "J'en ai ras le bol de poser du placo dans des pavillons témoins."),
    ("fr", "Si la place est pour moi, je préviens mon chef le jour même."),
    ("fr", "J'aime mieux réparer que vendre, et vous réparez."),
    ("fr", "Rien n'est jamais fini dans mon poste actuel."),
]


def level(scorer: Scorer, language: Language, text: str) -> int:
    draft = Draft(text=text, channel="email", scenario="interview", language=language)
    return scorer.score(draft, Context()).dimensions["motivation"].level


@pytest.mark.parametrize(("language", "text"), NOT_ONES_OWN)
def test_what_others_want_is_not_the_writers_motivation(
    scorer: Scorer, language: Language, text: str
) -> None:
    assert level(scorer, language, text) == 0


@pytest.mark.parametrize(("language", "text"), NO_WISH)
def test_denied_supposed_or_technical_words_are_no_motivation(
    scorer: Scorer, language: Language, text: str
) -> None:
    assert level(scorer, language, text) == 0


@pytest.mark.parametrize(("language", "text"), ONES_OWN)
def test_a_plain_reason_or_will_counts_without_the_word_motivated(
    scorer: Scorer, language: Language, text: str
) -> None:
    assert level(scorer, language, text) >= 1
