"""How much of a body is particular: things, people, places and figures, not fine words."""

import re
from collections.abc import Iterator

from followup_kit.detecting.hit import Hit
from followup_kit.detecting.scene import Scene, SceneSentence
from followup_kit.models.base import Language
from followup_kit.models.rule import Rule
from followup_kit.rulebook.compiled import CompiledBook

LEAST = 0.022
"""Particulars a word below which a body holds nothing: one in 45 words. Messages of the golden set
that say anything hold more; fine language and markers strung together hold less."""
SHORTEST = 12
"""Words below which a body is too short to be told."""
SHORTEST_NOUN = 3
_ABSTRACT: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"(?:ness|it(?:y|ie)|ism|hood|ship|tude|[st]ion|ment|[ae]nce|[ae]nc(?:y|ie))s*$"
    ),
    "fr": re.compile(r"(?:ite|[st]ion|ment|[ae]nce|esse|isme|tude)s?$"),
}
"""Endings of nouns of quality and action, folded."""
_VERBAL: dict[Language, re.Pattern[str]] = {
    "en": re.compile(r"(?!)"),
    "fr": re.compile(r"(?:iez|aient|[ei]rai[st]?|issent|(?:[vsd]|ch|gu)ait)$"),
}
"""Endings that a small French tagger takes for a noun's though they are none."""
_AIRY = (
    "airy_nouns", "generic_nouns", "vague_topics", "function_words", "empty_praise", "buzzwords",
    "interest_words", "stake_nouns", "meeting_nouns", "thanks_words", "told_forms", "say_verbs",
)  # fmt: skip


def nothing_particular(scene: Scene, rule: Rule) -> Iterator[Hit]:
    """A body that could be anyone's, however well it is written."""
    words = sum(len(sentence.tokens) for sentence in scene.body)
    if words < SHORTEST:
        return
    named: set[str] = set()
    bare: set[str] = set()
    for sentence in scene.body:
        taken = {ground.word for ground in sentence.grounds} - sentence.figures
        named |= things(sentence, scene.compiled) | {sentence.tokens[at].key for at in taken}
        bare |= {sentence.tokens[at].key for at in sentence.figures}
    bare -= named
    if len(named) + min(len(bare), len(named)) < LEAST * words:
        yield Hit(rule, scene.body[0].sentence.start, scene.body[-1].sentence.end)


def things(sentence: SceneSentence, compiled: CompiledBook) -> frozenset[str]:
    """Keys of nouns that name something one could point at, or a piece of work."""
    return frozenset(sentence.tokens[at].key for at in _things(sentence, compiled))


def _things(sentence: SceneSentence, compiled: CompiledBook) -> Iterator[int]:
    airy = compiled.union(*_AIRY)
    abstract, tangible = _ABSTRACT[compiled.language], compiled.keys("tangible_nouns")
    bare = sentence.figures | sentence.names | sentence.dates
    common = compiled.keys("common_words")
    verbal, before = _VERBAL[compiled.language], compiled.keys("before_verbs")
    for at, token in enumerate(sentence.tokens):
        if (
            at not in bare
            and (token.pos == "noun" or (token.pos == "name" and at in sentence.rare))
            and (not token.text.istitle() or (at == 0 and token.key in common))
            and len(token.key) >= SHORTEST_NOUN
            and token.key not in airy
            and not (at and sentence.tokens[at - 1].key in before)
            and not verbal.search(token.key)
            and (token.key in tangible or not abstract.search(token.key))
        ):
            yield at
