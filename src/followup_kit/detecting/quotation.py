"""Quotations: a few words between quotation marks that the notes hold, or that are the reader's."""

import re
from collections.abc import Iterator

from followup_kit.detecting.hit import Hit, hit_in
from followup_kit.detecting.scene import Scene, SceneSentence
from followup_kit.models.rule import Rule

_QUOTED = re.compile(r"“([^“”]+)”|«([^«»]+)»|\"([^\"]+)\"|(?<!\w)[‘']([^‘’']+)[’'](?!\w)")
LONGEST = 15
"""Words from which a quotation is a paste."""
SHORTEST = 2
"""Words below which a quotation is taken for a title or a term, unless the word is particular."""
RUN = 3
"""Words in a row that the notes must hold too; all of a shorter quotation."""


def quotation(scene: Scene, rule: Rule) -> Iterator[Hit]:
    """Words of the reader in quotation marks: the notes have them, or the sentence gives them."""
    noted = any(line.source == "notes" for line in scene.particulars.lines)
    for sentence in scene.body:
        for first, end in _quotations(sentence):
            if _is_theirs(scene, sentence, first, end, noted=noted):
                yield hit_in(rule, sentence, first, end)
                break


def _quotations(sentence: SceneSentence) -> Iterator[tuple[int, int]]:
    """Words between quotation marks, as indices (half-open)."""
    base = sentence.sentence.start
    for match in _QUOTED.finditer(sentence.sentence.text):
        start, stop = base + match.start(), base + match.end()
        inside = [i for i, t in enumerate(sentence.tokens) if start < t.start and t.end < stop]
        if inside and len(inside) <= LONGEST:
            yield inside[0], inside[-1] + 1


def _is_theirs(scene: Scene, sentence: SceneSentence, first: int, end: int, *, noted: bool) -> bool:
    if not noted:
        return end - first >= SHORTEST and first > 0 and sentence.subjects[first - 1] == "reader"
    taken = any(first <= ground.word < end for ground in sentence.grounds)
    keys = tuple(token.key for token in sentence.tokens[first:end])
    if taken or len(keys) < SHORTEST:
        return taken
    size = min(RUN, len(keys))
    runs = (keys[at : at + size] for at in range(len(keys) - size + 1))
    return any(run in scene.particulars.phrases for run in runs)
