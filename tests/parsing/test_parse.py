"""What a message's words are said to be."""

import pytest

from followup_kit.models.draft import Draft
from followup_kit.parsing.parse import parse
from followup_kit.reading import read


def tenses(text: str) -> dict[str, str]:
    (parsed,) = parse([read(Draft(text=text, language="fr"))], "fr")
    return {token.text: token.tense for sentence in parsed.sentences for token in sentence.tokens}


@pytest.mark.parametrize(
    "verb", ["mesurerais", "viderais", "commencerais", "prendrais", "mettrais", "choisirais"]
)
def test_a_french_conditional_is_seen_whatever_the_verb(verb: str) -> None:
    assert tenses(f"Je {verb} d'abord les caisses du quai.")[verb] == "cond"


@pytest.mark.parametrize("verb", ["espérais", "montrais", "encadrais"])
def test_an_imperfect_in_r_is_no_conditional(verb: str) -> None:
    assert tenses(f"Je {verb} une équipe au quai.")[verb] != "cond"
