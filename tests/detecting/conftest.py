"""A message's words seen against notes, without a language model."""

from collections.abc import Callable

import pytest

from followup_kit.detecting.collecting import particulars
from followup_kit.detecting.lens import Ground, Lens
from followup_kit.detecting.scene import ordinary
from followup_kit.models.base import Language
from followup_kit.models.draft import Context
from followup_kit.parsing.parsed import Token
from followup_kit.scorer import Scorer
from followup_kit.words import split_words

TakenUp = Callable[[Language, Context, str], list[tuple[str, Ground]]]


@pytest.fixture(scope="session")
def taken_up(scorer: Scorer) -> TakenUp:
    """What a sentence takes up of a context, with the word that does."""
    usual = ordinary((scorer.compiled("en"), scorer.compiled("fr")))

    def see(language: Language, context: Context, text: str) -> list[tuple[str, Ground]]:
        compiled = scorer.compiled(language)
        known = particulars(context, compiled, usual, frozenset())
        lens = Lens(compiled, known, usual, frozenset())
        tokens = tuple(
            Token(w.start, w.end, w.text, w.key, w.number, "other", "none")
            for w in split_words(text, language)
        )
        numbers = lens.numbers(tokens, text)
        found = lens.grounds(tokens, numbers, lens.dates(tokens, numbers), text)
        return [(tokens[ground.word].text, ground) for ground in found]

    return see
