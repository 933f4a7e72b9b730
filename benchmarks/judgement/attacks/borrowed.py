"""Attacks that send a good message of one conversation after another one.

Without notes nobody could tell, so these have notes. What the writer says of itself stays true
wherever it is said; specificity and stakes are another reader's.
"""

from collections.abc import Iterator

from benchmarks.judgement.attacks.attack import Attack
from benchmarks.judgement.attacks.texts import letter, noted
from followup_kit.models.base import Language
from followup_kit.reading import read

GOOD = 3
"""Level of specificity from which a golden message is worth borrowing."""
STEPS = (1, 4)
"""How far down the list the other conversation stands."""


def attacks(language: Language) -> Iterator[Attack]:
    """The body of each good golden message, greeted and sent after two other conversations."""
    every = noted(language)
    for place, rated in enumerate(every):
        if rated.levels["specificity"] < GOOD:
            continue
        body = read(rated.draft).zone_text("body", "postscript")
        others = [
            r for r in (*every[place:], *every[:place]) if r.draft.scenario == rated.draft.scenario
        ]
        for step in STEPS:
            other = others[step % len(others)]
            if other.id == rated.id:
                continue
            draft = letter(language, other.draft.scenario, other.context, body)
            name = f"{rated.id} after {other.id}"
            yield Attack("borrowed", language, name, draft, other.context)
