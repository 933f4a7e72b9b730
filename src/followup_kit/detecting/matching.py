"""Walking a pattern over the words of a sentence. Bounded: a few gaps of a few words each."""

from collections.abc import Iterator, Sequence

from followup_kit.detecting.scene import Scene, SceneSentence
from followup_kit.rulebook.notation import Item, Pattern


def find_all(pattern: Pattern, scene: Scene, sentence: SceneSentence) -> Iterator[tuple[int, int]]:
    """Matches of a pattern in a sentence, as word indices (half-open), from left to right."""
    for at, token in enumerate(sentence.tokens):
        if token.key in pattern.anchor_keys:
            found = match_at(pattern, scene, sentence, at)
            if found:
                yield found


def match_at(
    pattern: Pattern, scene: Scene, sentence: SceneSentence, anchor: int
) -> tuple[int, int] | None:
    """The match of a pattern whose anchor item begins at word ``anchor``, or ``None``."""
    first = 0 if pattern.at_start else max(anchor - pattern.reach, 0)
    last = min(sentence.opening, anchor) if pattern.at_start else anchor
    for start in range(first, last + 1):
        end = _walk(pattern.items, 0, start, scene, sentence)
        if end is None or not start <= anchor < end:
            continue
        if pattern.at_end and end != len(sentence.tokens):
            continue
        return start, end
    return None


def _walk(
    items: Sequence[Item], index: int, at: int, scene: Scene, sentence: SceneSentence
) -> int | None:
    """Where the items from ``index`` on end when they begin at word ``at``."""
    if index == len(items):
        return at
    item = items[index]
    if item.gap:
        longest = min(at + item.gap, len(sentence.tokens))
        for resume in range(at, longest + 1):
            end = _walk(items, index + 1, resume, scene, sentence)
            if end is not None:
                return end
        return None
    for end in _ends(item, at, scene, sentence):
        found = _walk(items, index + 1, end, scene, sentence)
        if found is not None:
            return found
    return _walk(items, index + 1, at, scene, sentence) if item.optional else None


def _ends(item: Item, at: int, scene: Scene, sentence: SceneSentence) -> Iterator[int]:
    """Where an item that begins at word ``at`` may end; its longest phrase first."""
    tokens = sentence.tokens
    if at >= len(tokens):
        return
    key = tokens[at].key
    for phrase in item.phrases.get(key, ()):
        end = at + len(phrase)
        if end <= len(tokens) and all(
            tokens[at + step].key in forms for step, forms in enumerate(phrase)
        ):
            yield end
    if key in item.words or any(scene.fills(slot, sentence, at) for slot in item.slots):
        yield at + 1
