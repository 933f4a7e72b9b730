"""Detectors: (Scene) → Hits; one file a kind of rule, pure functions."""

from collections.abc import Callable, Iterator, Mapping

from followup_kit.detecting import fact, frame, grounded, measure, phrase, signs, structure
from followup_kit.detecting.hit import Hit
from followup_kit.detecting.scene import COPIED, Scene, SceneSentence
from followup_kit.models.rule import Kind

KINDS: Mapping[Kind, Callable[[Scene], Iterator[Hit]]] = {
    "phrase": phrase.detect,
    "frame": frame.detect,
    "signs": signs.detect,
    "grounded": grounded.detect,
    "fact": fact.detect,
    "measure": measure.detect,
    "structure": structure.detect,
}


def detect(scene: Scene) -> tuple[Hit, ...]:
    """Every hit of every rule, in the order of the text; what has no place comes last."""
    found = (hit for find in KINDS.values() for hit in find(scene))
    hits = [hit for hit in found if not (hit.good and hit.sentence and _not_said(hit.sentence))]
    hits += _lacks(scene, {hit.rule.id for hit in hits})
    return tuple(sorted(hits, key=_order))


def _not_said(sentence: SceneSentence) -> bool:
    """Whether a sentence says nothing itself: it copies the context, or an earlier sentence."""
    return sentence.again or sentence.copied >= COPIED


def _lacks(scene: Scene, seen: set[str]) -> Iterator[Hit]:
    """What craft asks for and the message does not have."""
    draft = scene.parsed.message.draft
    for rule in scene.compiled.book.rules:
        if (
            rule.dimension == "craft"
            and rule.expects == "present"
            and rule.id not in seen
            and draft.scenario in rule.scenarios
            and draft.channel in rule.channels
        ):
            yield Hit(rule, lack=True)


def _order(hit: Hit) -> tuple[bool, int, int, str]:
    return (hit.start is None, hit.start or 0, hit.end or 0, hit.rule.id)


__all__ = ["KINDS", "Hit", "detect"]
