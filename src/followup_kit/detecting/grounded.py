"""``grounded``: sentences that take up what is particular in the notes or the posting."""

from collections.abc import Iterator

from followup_kit.detecting.hit import Hit, hit_in
from followup_kit.detecting.lens import Ground
from followup_kit.detecting.scene import Scene, SceneSentence
from followup_kit.models.conditions import Grounding
from followup_kit.models.rule import Rule

SHORTEST_OWN = 3


def detect(scene: Scene) -> Iterator[Hit]:
    """One hit for each sentence that is grounded as a rule asks."""
    draft = scene.parsed.message.draft
    rules = [
        rule
        for rule in scene.compiled.book.rules
        if rule.grounded and draft.scenario in rule.scenarios and draft.channel in rule.channels
    ]
    small = scene.compiled.keys("function_words")
    for sentence in scene.sentences:
        for rule in rules:
            if sentence.sentence.zone not in rule.zones:
                continue
            grounds = _fitting(rule, sentence, small)
            if grounds:
                words = [ground.word for ground in grounds]
                taken = ", ".join(ground.particular.text for ground in grounds)
                yield hit_in(rule, sentence, min(words), max(words) + 1, (("taken_up", taken),))


def _fitting(rule: Rule, sentence: SceneSentence, small: frozenset[str]) -> tuple[Ground, ...]:
    """The grounds of a sentence when they are what the rule asks for, else nothing."""
    wanted = rule.grounded or Grounding()
    grounds = sentence.grounds_from(wanted.source)
    if wanted.stake:
        grounds = tuple(g for g in grounds if g.particular.stake)
    enough = (
        len(grounds) >= wanted.at_least
        and sum(ground.particular.weight for ground in grounds) >= wanted.weight
        and (not wanted.figure or any(g.particular.kind == "figure" for g in grounds))
        and own_words(sentence, small) >= wanted.own_words
    )
    return grounds if enough else ()


def own_words(sentence: SceneSentence, small: frozenset[str]) -> int:
    """Words of a sentence that say something and that the context does not hold.

    Told by their letters, not by a tagger, which takes many for something else where accents are
    left out.
    """
    taken = {ground.word for ground in sentence.grounds} | sentence.figures
    return sum(
        1
        for index, token in enumerate(sentence.tokens)
        if index not in taken and len(token.key) >= SHORTEST_OWN and token.key not in small
    )
