"""Attacks that send a good message of one conversation after another one.

Without notes nobody could tell, so these have notes. Short messages hold too little to tell, and
two conversations that share a longer word or a figure are left out: by chance or not, what is
shared is in the notes. What the writer says of itself stays true
wherever it is said, so motivation may be directed (level 2); the score is held like any other.
"""

import re
from collections.abc import Iterator

from text_to_num import alpha2digit

from benchmarks.judgement.attacks.attack import Attack
from benchmarks.judgement.attacks.texts import letter, noted
from benchmarks.judgement.golden import Rated
from followup_kit.models.base import Language
from followup_kit.reading import read

GOOD = 3
"""Level of specificity from which a golden message is worth borrowing."""
LONG = 80
"""Words of a body from which it can be told whose it is."""
TRIED = 3
"""Other conversations that each message is tried after."""


def attacks(language: Language) -> Iterator[Attack]:
    """The body of each good golden message, greeted and sent after some other conversations."""
    every = noted(language)
    for place, rated in enumerate(every):
        if rated.levels["specificity"] < GOOD:
            continue
        body = read(rated.draft).zone_text("body", "postscript")
        if len(body.split()) < LONG:
            continue
        others = [r for r in (*every[place + 1 :], *every[:place]) if _another(rated, r)]
        for other in others[:TRIED]:
            draft = letter(language, other.draft.scenario, other.context, body)
            name = f"{rated.id} after {other.id}"
            yield Attack("borrowed", language, name, draft, other.context, {"motivation": 2})


def _another(rated: Rated, other: Rated) -> bool:
    """Whether another conversation, of the same scenario, was about something else."""
    known = f"{other.context.notes} {other.context.posting or ''}"
    same = _words(rated.draft.text, rated.language) & _words(known, rated.language)
    return rated.draft.scenario == other.draft.scenario and not same


def _words(text: str, language: Language) -> set[str]:
    """Beginnings of the longer words of a text, and its figures."""
    digits = alpha2digit(text.lower(), language)
    return {word[:5] for word in re.findall(r"[^\W\d_]{5,}|\d\d+", f"{text.lower()} {digits}")}
