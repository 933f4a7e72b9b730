"""``frame``: words that say it under conditions: who acts, negated or not, about what."""

from collections.abc import Iterator

from followup_kit.detecting.hit import Hit, hit_in
from followup_kit.detecting.matching import find_all
from followup_kit.detecting.phrase import matches
from followup_kit.detecting.scene import Scene, SceneSentence
from followup_kit.detecting.sentence_guards import holds
from followup_kit.models.conditions import Guards
from followup_kit.rulebook.compiled import Entry
from followup_kit.rulebook.notation import Pattern

COMPLEMENT_RARE = 2
"""Words out of the ordinary that make a complement concrete when no figure or name does."""
NAMED_REACH = 8
"""Words after a match among which the one word that names its topic is looked for."""


def detect(scene: Scene) -> Iterator[Hit]:
    """One hit for each sentence in which a frame occurs and all its guards hold."""
    for sentence in scene.sentences:
        done: set[str] = set()
        for entry, first, end in matches(scene, sentence, "frame"):
            if entry.rule.id in done or not _holds(entry, scene, sentence, first, end):
                continue
            done.add(entry.rule.id)
            yield hit_in(entry.rule, sentence, first, end)


def _holds(entry: Entry, scene: Scene, sentence: SceneSentence, first: int, end: int) -> bool:
    guards = entry.rule.guards
    return (
        (guards.negated is None or any(sentence.negated[first:end]) == guards.negated)
        and (guards.subject is None or _acts(guards.subject, sentence, first, end))
        and (guards.complement is None or _complement(guards, sentence, end))
        and holds(entry, scene, sentence)
        and (not entry.along or any(_beside(p, scene, sentence, first, end) for p in entry.along))
    )


def _acts(subject: str, sentence: SceneSentence, first: int, end: int) -> bool:
    """Whether the match begins or ends as an act of the subject."""
    return subject in (sentence.subjects[first], sentence.subjects[end - 1])


def _complement(guards: Guards, sentence: SceneSentence, end: int) -> bool:
    if guards.complement == "named":
        near = range(end, end + NAMED_REACH)
        return any(index in near for index in (*_strong(sentence), *sentence.rare))
    concrete = is_concrete(sentence, 0 if guards.complement == "sentence" else end)
    return not concrete if guards.complement == "none" else concrete


def is_concrete(sentence: SceneSentence, after: int = 0) -> bool:
    """Whether the words from ``after`` on hold a figure, a name, a particular or two rare words."""
    if any(index >= after for index in _strong(sentence)):
        return True
    return sum(1 for index in sentence.rare if index >= after) >= COMPLEMENT_RARE


def _strong(sentence: SceneSentence) -> frozenset[int]:
    """Words that are concrete by themselves: figures, names, particulars of the context."""
    return sentence.figures | sentence.names | {g.word for g in sentence.grounds}


def _beside(pattern: Pattern, scene: Scene, sentence: SceneSentence, first: int, end: int) -> bool:
    """Whether a pattern of ``along`` matches outside of the match itself."""
    found = find_all(pattern, scene, sentence)
    return any(start >= end or stop <= first for start, stop in found)
