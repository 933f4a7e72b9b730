"""Guards that ask about a whole sentence."""

from followup_kit.detecting.matching import find_all
from followup_kit.detecting.scene import Scene, SceneSentence
from followup_kit.models.conditions import Guards
from followup_kit.rulebook.compiled import Entry


def holds(entry: Entry, scene: Scene, sentence: SceneSentence) -> bool:
    """Whether the guards of an entry's rule that ask about the sentence hold."""
    guards = entry.rule.guards
    return (
        (guards.question is None or sentence.sentence.question == guards.question)
        and (guards.position is None or _stands(guards.position, scene, sentence))
        and (guards.grounded is None or _grounded(guards, sentence))
        and not any(
            next(find_all(pattern, scene, sentence), None) is not None for pattern in entry.unless
        )
    )


def _stands(position: str, scene: Scene, sentence: SceneSentence) -> bool:
    body = scene.body
    return bool(body) and sentence is (body[0] if position == "first" else body[-1])


def _grounded(guards: Guards, sentence: SceneSentence) -> bool:
    if guards.grounded == "none":
        return not sentence.grounds
    return bool(sentence.grounds_from(guards.grounded or "any"))
