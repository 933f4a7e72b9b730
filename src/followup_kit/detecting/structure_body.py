"""Checks of a body as a whole: pasted, stuffed, repeated, hollow, full of courtesies, a chaser."""

from collections.abc import Iterator

from followup_kit.detecting.asked import Asked
from followup_kit.detecting.hit import Hit, hit_in
from followup_kit.detecting.phrase import matches
from followup_kit.detecting.scene import COPIED, Scene, SceneSentence
from followup_kit.models.rule import Rule

PASTED_SHARE = 0.5
"""Share of the body's words from which copied lines make it a paste."""
PASTED_WORDS = 12
"""Copied words below which a quotation is no paste."""
SALAD_WORDS = 7
"""Different stock words from which a body is a salad; decent messages hold six at most."""
SALAD_SHARE = 0.035
"""Share of stock words in the body below which length explains their number."""
CONCRETE = 3
"""Figures and names that a salad may hold: a plan "30-60-90", a product."""
COURTEOUS_SHARE = 0.35
"""Share of the body's words that courtesies beyond the first may take up."""


def pasted(scene: Scene, rule: Rule) -> Iterator[Hit]:
    """Most of the body stands in the notes or the posting in the same words."""
    copied = [s for s in scene.body if s.copied >= COPIED]
    words = sum(len(sentence.tokens) for sentence in copied)
    total = _words(scene)
    if copied and words >= PASTED_WORDS and words >= PASTED_SHARE * total:
        yield Hit(rule, copied[0].sentence.start, copied[-1].sentence.end)


def salad(scene: Scene, rule: Rule) -> Iterator[Hit]:
    """Many stock words of the genre, and nothing concrete between them."""
    stock = scene.compiled.union("interest_words", "empty_praise", "stake_nouns", "buzzwords")
    met = [token for sentence in scene.body for token in sentence.tokens if token.key in stock]
    different = {token.key for token in met}
    concrete = sum(len(s.figures | s.names) + len(s.grounds) for s in scene.body)
    many = len(different) >= max(SALAD_WORDS, SALAD_SHARE * _words(scene))
    if many and concrete <= CONCRETE:
        details = (("found", ", ".join(dict.fromkeys(token.text for token in met))),)
        yield Hit(rule, met[0].start, met[-1].end, details=details)


def repeated(scene: Scene, rule: Rule) -> Iterator[Hit]:
    """The same sentence twice, in much the same words."""
    for sentence in scene.body:
        if sentence.again:
            yield hit_in(rule, sentence, 0, len(sentence.tokens))


def only_filler(scene: Scene, rule: Rule) -> Iterator[Hit]:
    """Every sentence of the body could be sent to anyone."""
    if _hollow(scene):
        yield Hit(rule, scene.body[0].sentence.start, scene.body[-1].sentence.end)


def courtesies(scene: Scene, rule: Rule) -> Iterator[Hit]:
    """Courtesies with nothing in them, told by the rule's patterns, beyond the first."""
    empty = [
        sentence
        for sentence in scene.body
        if not Asked(scene, sentence).concrete_from(0) and _matched(scene, sentence, rule)
    ]
    words = sum(len(sentence.tokens) for sentence in empty[1:])
    if empty[1:] and words > COURTEOUS_SHARE * _words(scene):
        for sentence in empty[1:]:
            yield hit_in(rule, sentence, 0, len(sentence.tokens))


def chaser(scene: Scene, rule: Rule) -> Iterator[Hit]:
    """A body that asks for the answer, told by the rule's patterns, and holds nothing else."""
    if not _hollow(scene):
        return
    for sentence in scene.body:
        found = _matched(scene, sentence, rule)
        if found:
            yield hit_in(rule, sentence, *found)


def _hollow(scene: Scene) -> bool:
    """Whether no sentence of the body holds a figure, a name, a particular or two rare words."""
    return bool(scene.body) and not any(
        Asked(scene, sentence).concrete_from(0) for sentence in scene.body
    )


def _matched(scene: Scene, sentence: SceneSentence, rule: Rule) -> tuple[int, int] | None:
    """The first match of the rule's patterns in a sentence."""
    found = (
        (first, end)
        for entry, first, end in matches(scene, sentence, "structure")
        if entry.rule.id == rule.id
    )
    return next(found, None)


def _words(scene: Scene) -> int:
    return sum(len(sentence.tokens) for sentence in scene.body)
