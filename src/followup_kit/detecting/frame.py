"""``frame``: words that say it under conditions: who acts, negated or not, about what."""

from collections.abc import Iterator

from followup_kit.detecting.asked import Asked
from followup_kit.detecting.hit import Hit, hit_in
from followup_kit.detecting.phrase import matches
from followup_kit.detecting.scene import Scene, SceneSentence
from followup_kit.models.conditions import Guards
from followup_kit.rulebook.compiled import Entry

NAMED_REACH = 8
"""Words after a match among which the one word that names its topic is looked for."""


def detect(scene: Scene) -> Iterator[Hit]:
    """One hit for each sentence in which a frame occurs and all its guards hold."""
    for sentence in scene.sentences:
        asked = Asked(scene, sentence)
        done: set[str] = set()
        for entry, first, end in matches(scene, sentence, "frame"):
            if entry.rule.id in done or not _holds(entry, asked, first, end):
                continue
            done.add(entry.rule.id)
            yield hit_in(entry.rule, sentence, first, end)


def _holds(entry: Entry, asked: Asked, first: int, end: int) -> bool:
    guards, sentence = entry.rule.guards, asked.sentence
    return (
        (guards.negated is None or any(sentence.negated[first:end]) == guards.negated)
        and (guards.subject is None or _acts(guards.subject, sentence, first, end))
        and (guards.complement is None or _complement(guards, asked, end))
        and asked.allows(entry)
        and (not entry.along or asked.beside(entry, first, end))
    )


def _acts(subject: str, sentence: SceneSentence, first: int, end: int) -> bool:
    """Whether the match begins or ends as an act of the subject."""
    return subject in (sentence.subjects[first], sentence.subjects[end - 1])


def _complement(guards: Guards, asked: Asked, end: int) -> bool:
    if guards.complement == "named":
        return asked.names_something(end, end + NAMED_REACH)
    concrete = asked.concrete_from(0 if guards.complement == "sentence" else end)
    return not concrete if guards.complement == "none" else concrete
