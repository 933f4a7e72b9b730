"""Walking a pattern over the words of a sentence. Bounded: a few gaps of a few words each."""

from collections.abc import Iterator, Sequence

from followup_kit.detecting.scene import Scene, SceneSentence
from followup_kit.parsing.parsed import Token
from followup_kit.rulebook.notation import Forms, Item, Pattern


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
    last = anchor - pattern.least
    if pattern.at_start:
        last = min(sentence.opening, last)
    opening = pattern.opening
    for start in range(first, last + 1):
        if opening is not None and sentence.tokens[start].key not in opening:
            continue
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
        return _after_gap(items, index, at, scene, sentence)
    if at < len(sentence.tokens):
        end = _over(items, index, at, scene, sentence)
        if end is not None:
            return end
    return _walk(items, index + 1, at, scene, sentence) if item.optional else None


def _over(
    items: Sequence[Item], index: int, at: int, scene: Scene, sentence: SceneSentence
) -> int | None:
    """Where the items end when one of them stands at word ``at``; its longest phrase first."""
    item, tokens = items[index], sentence.tokens
    key = tokens[at].key
    for phrase in item.phrases.get(key, ()):
        end = at + len(phrase)
        if _stands(phrase, tokens, at, end):
            found = _walk(items, index + 1, end, scene, sentence)
            if found is not None:
                return found
    if key in item.words or any(scene.fills(slot, sentence, at) for slot in item.slots):
        return _walk(items, index + 1, at + 1, scene, sentence)
    return None


def _after_gap(
    items: Sequence[Item], index: int, at: int, scene: Scene, sentence: SceneSentence
) -> int | None:
    """Where the items end after a gap; only words that the next item may begin with are tried."""
    tokens = sentence.tokens
    longest = min(at + items[index].gap, len(tokens))
    opening = items[index + 1].opening if index + 1 < len(items) else None
    for resume in range(at, longest + 1):
        if opening is not None and (resume == len(tokens) or tokens[resume].key not in opening):
            continue
        end = _walk(items, index + 1, resume, scene, sentence)
        if end is not None:
            return end
    return None


def _stands(phrase: tuple[Forms, ...], tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether a phrase of several words stands at ``at``."""
    return end <= len(tokens) and all(
        tokens[at + step].key in forms for step, forms in enumerate(phrase)
    )
