"""``grounded``: sentences that take up what is particular in the notes or the posting."""

from collections.abc import Iterator

from followup_kit.detecting.hit import Hit, hit_in
from followup_kit.detecting.lens import Ground
from followup_kit.detecting.scene import CONTENT, Scene, SceneSentence
from followup_kit.models.conditions import Grounding
from followup_kit.models.rule import Rule


def detect(scene: Scene) -> Iterator[Hit]:
    """One hit for each sentence that is grounded as a rule asks."""
    draft = scene.parsed.message.draft
    rules = [
        rule
        for rule in scene.compiled.book.rules
        if rule.grounded and draft.scenario in rule.scenarios and draft.channel in rule.channels
    ]
    for sentence in scene.sentences:
        for rule in rules:
            if sentence.sentence.zone not in rule.zones:
                continue
            grounds = _fitting(rule, sentence)
            if grounds:
                words = [ground.word for ground in grounds]
                taken = ", ".join(ground.particular.text for ground in grounds)
                yield hit_in(rule, sentence, min(words), max(words) + 1, (("taken_up", taken),))


def _fitting(rule: Rule, sentence: SceneSentence) -> tuple[Ground, ...]:
    """The grounds of a sentence when they are what the rule asks for, else nothing."""
    wanted = rule.grounded or Grounding()
    grounds = sentence.grounds_from(wanted.source)
    if wanted.stake:
        grounds = tuple(g for g in grounds if g.particular.stake)
    enough = (
        len(grounds) >= wanted.at_least
        and sum(ground.particular.weight for ground in grounds) >= wanted.weight
        and (not wanted.figure or any(g.particular.kind == "figure" for g in grounds))
        and own_words(sentence) >= wanted.own_words
    )
    return grounds if enough else ()


def own_words(sentence: SceneSentence) -> int:
    """Content words of a sentence that the context does not hold."""
    taken = {ground.word for ground in sentence.grounds}
    return sum(
        1
        for index, token in enumerate(sentence.tokens)
        if token.pos in CONTENT and index not in taken
    )
