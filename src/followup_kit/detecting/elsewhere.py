"""Messages full of particulars of which the notes know next to nothing: another conversation's."""

from collections.abc import Iterator

from followup_kit.detecting.concepts import concepts
from followup_kit.detecting.hit import Hit
from followup_kit.detecting.scene import Scene
from followup_kit.detecting.substance import things
from followup_kit.models.rule import Rule

MANY = 8
"""Particulars of a message from which some must be those of the conversation."""
KNOWN_SHARE = 0.08
"""Share of them that comes back in the notes of the right conversation at the least; in those of
another one there is none, or one by chance."""
LEAST_NOTED = 5
"""Particular words of notes below which they say too little to hold a message against."""
SHORTEST = 3
_USUAL = (
    "function_words", "generic_nouns", "common_words", "thanks_words", "meeting_nouns",
    "say_verbs", "told_forms", "do_verbs", "vague_topics", "weekdays", "months", "relative_dates",
    "number_words",
)  # fmt: skip


def elsewhere(scene: Scene, rule: Rule) -> Iterator[Hit]:
    """Next to nothing of what the message tells stands in the notes or the posting."""
    if not any(line.source == "notes" for line in scene.particulars.lines):
        return
    told = {key for sentence in scene.body for key in things(sentence, scene.compiled)}
    told |= {
        sentence.tokens[at].key
        for sentence in scene.body
        for at in sentence.figures | sentence.names
    }
    noted = _particular(scene, (w.key for line in scene.particulars.lines for w in line.words))
    if len(told) < MANY or len(noted) < LEAST_NOTED:
        return
    known = frozenset().union(*(_about(scene, key) for key in noted))
    said = _particular(scene, (t.key for s in scene.body for t in s.tokens))
    shared = sum(1 for key in said if _about(scene, key) & known)
    if shared + len(_taken(scene)) < KNOWN_SHARE * len(told):
        yield Hit(rule, scene.body[0].sentence.start, scene.body[-1].sentence.end)


def _taken(scene: Scene) -> frozenset[str]:
    """Particulars that are taken up; small figures come up anywhere."""
    taken = (ground.particular for sentence in scene.body for ground in sentence.grounds)
    return frozenset(particular.key for particular in taken if not particular.small)


def _particular(scene: Scene, keys: Iterator[str]) -> frozenset[str]:
    """Words that are not usual and do not name the reader, the house or the role."""
    usual = scene.compiled.union(*_USUAL) | scene.administrative
    return frozenset(
        key for key in keys if len(key) >= SHORTEST and not key[0].isdigit() and key not in usual
    )


def _about(scene: Scene, key: str) -> frozenset[str]:
    return concepts(key, scene.parsed.language, scene.compiled)
