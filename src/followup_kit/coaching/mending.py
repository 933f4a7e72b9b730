"""What stands against the context or was said twice → the words that mend it."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from followup_kit.coaching import placing
from followup_kit.coaching.fitting import fitting, ordinal
from followup_kit.coaching.naming import called, family
from followup_kit.detecting.hit import Hit
from followup_kit.detecting.number_names import COLLECTIVES, DURATIONS, UNITS
from followup_kit.detecting.scene import Scene, SceneSentence
from followup_kit.models.advice import Edit
from followup_kit.reading.placeholders import find_placeholders
from followup_kit.words import split_words

_BESIDE = frozenset(
    {"name", "names", "full", "first", "last", "given", "title", "job", "hiring"}
) | {*("here", "insert", "nom", "titre", "complet", "ici", "inserer", "famille")}
"""Words of a field beside the one that says what it stands for."""
_FAMILY = frozenset({"last", "lastname", "surname", "famille"})
_BULLET = re.compile(r"[-–—*•·]?|\d{1,2}[.)]")
_LINE_REST = re.compile(r"[^\r\n]*")
_GOES_ON = re.compile(r"\s*(?:[\w(«“\"‘\[]|\Z)|[^\S\r\n]*[\r\n]")
"""What may stand behind a sentence that is taken away: another one, or the end of its line."""
_PERCENT = re.compile(r"%|p(?:er|our) ?cent", re.IGNORECASE)
_JOINTS = (" ", "-", "\u00a0")
"""What stands between two words of one name."""
_BACK = 3
"""Words before a company among which a length of time, or an act of the writer's that is past,
shows that it may be a former employer."""


_INITIALS = frozenset({"it", "us"})
"""Everyday words that in capitals may stand for something else."""


def mended(scene: Scene, hit: Hit) -> tuple[str, Edit | None] | None:
    """The new words for what a hit marks, and the edit that puts them there if one can be made."""
    check = MENDED.get(hit.rule.check or "")
    if check is None or hit.start is None or hit.end is None or hit.part != "text":
        return None
    return check(scene, hit, hit.start, hit.end)


def _reader(scene: Scene, hit: Hit, start: int, end: int) -> tuple[str, Edit | None] | None:
    """The reader's name, unless it stands behind a title or a particle that is another's."""
    details = dict(hit.details)
    new = called(details["expected"], details["found"], scene)
    before = scene.parsed.message.text[:start].split()[-1:]
    if new is None or scene.compiled.keys("name_particles") & set(before):
        return None
    return new, placing.replace(scene.parsed.message, start, end, new)


def _expected(scene: Scene, hit: Hit, start: int, end: int) -> tuple[str, Edit | None]:
    """What the context says, where the message says something else."""
    new, message = dict(hit.details)["expected"], scene.parsed.message
    if find_placeholders(f"at {new}"):
        return new, None
    first, linked = fitting(scene, start, new)
    return new, placing.replace(message, first, end, linked)


def _figure(scene: Scene, hit: Hit, start: int, end: int) -> tuple[str, Edit | None]:
    """The figure of the notes; by the writer where it is a noun, or where a unit would go."""
    new, found = dict(hit.details)["expected"], dict(hit.details)["found"]
    keys = {word.key for word in split_words(new, scene.parsed.language)}
    if keys & COLLECTIVES.keys() or bool(_PERCENT.search(new)) != bool(_PERCENT.search(found)):
        return new, None
    return _expected(scene, hit, start, end)


def _day(scene: Scene, hit: Hit, start: int, end: int) -> tuple[str, Edit | None]:
    """The day of the notes, by its name or by its number."""
    new = dict(hit.details)["expected"]
    if not new.isdigit():
        return _expected(scene, hit, start, end)
    last, said = ordinal(scene, end, new)
    return new, placing.replace(scene.parsed.message, start, last, said)


def _once(scene: Scene, _: Hit, start: int, end: int) -> tuple[str, Edit | None]:
    """Nothing, where a sentence stands for the second time; its end mark goes with it.

    A line that holds nothing else goes as a whole; what stands between brackets or quotation
    marks, or with a picture behind it, is left to the writer.
    """
    text = scene.parsed.message.text
    while end < len(text) and text[end] in ".!?…":
        end += 1
    first = len(text[:start].rstrip(" \t\u00a0\u202f"))
    begin = max(text.rfind("\n", 0, first), text.rfind("\r", 0, first)) + 1
    behind = next(_LINE_REST.finditer(text, end))
    if _BULLET.fullmatch(text[begin:first].strip()) and not behind[0].strip():
        first, end = len(text[:begin].rstrip()), behind.end()
    elif (first and text[first - 1] in "([{«“‘\"'*_") or not _GOES_ON.match(text, end):
        return "", None
    return "", placing.replace(scene.parsed.message, first, end, "")


def _lowered(scene: Scene, _: Hit, start: int, end: int) -> tuple[str, Edit | None] | None:
    """Small letters for ordinary words in capitals; the first word of a sentence keeps its own.

    Where one of them may be a name or initials (IT, US), only the writer knows.
    """
    old, language = scene.parsed.message.text[start:end], scene.parsed.language
    ordinary = scene.compiled.union("common_words", "function_words", "generic_nouns")
    if language == "fr":
        ordinary |= scene.compiled.union("weekdays", "months") | scene.compiled.weekdays.keys()
    pieces, at = [], 0
    for word in split_words(old, language):
        if word.key not in ordinary or word.key in _INITIALS:
            return None
        pieces += [old[at : word.start], "I" if word.text == "I" else word.text.lower()]
        at = word.end
    new = "".join([*pieces, old[at:]])
    if any(s.sentence.start == start for s in scene.sentences):
        new = new[:1].upper() + new[1:]
    return new, placing.replace(scene.parsed.message, start, end, new)


def _field(scene: Scene, hit: Hit, start: int, end: int) -> tuple[str, Edit | None] | None:
    """What the context knows of a field left in; a name only where the reader is greeted.

    A field that says more than that, such as "[company website]", is for the writer to fill.
    """
    text, message = dict(hit.details)["found"], scene.parsed.message
    keys = {word.key for word in split_words(text.replace("_", " "), scene.parsed.language)}
    greeted = any(s.zone == "greeting" and s.start <= start < s.end for s in message.segments)
    kinds = {
        kind: keys & scene.compiled.keys(f"field_words.{kind}")
        for kind in ("writer", "company", "role", "reader")
    }
    kind = next((kind for kind, said in kinds.items() if said), None)
    if kind is None or kind == "writer" or greeted != (kind == "reader"):
        return None
    if keys - kinds[kind] - _BESIDE - scene.compiled.keys("function_words"):
        return None
    new = _known(kind, keys, scene)
    if not new:
        return None
    first, linked = fitting(scene, start, new)
    return new, placing.replace(message, first, end, linked)


def _known(kind: str, keys: Collection[str], scene: Scene) -> str | None:
    context = scene.context
    if kind != "reader":
        return context.company if kind == "company" else context.role
    if _FAMILY & set(keys):
        return family(context.recipient, scene)
    return called(context.recipient or "", "", scene)


def elsewhere(scene: Scene, hits: Sequence[Hit]) -> Iterator[Edit]:
    """Edits for the other places where a wrong company is named, in full or by its first word."""
    marked = {at for hit in hits if hit.start is not None for at in (hit.start, hit.end)}
    once = {dict(hit.details).get("found"): hit for hit in reversed(hits)}
    for hit in once.values() if hits[0].rule.check == "company" else ():
        found = split_words(dict(hit.details)["found"], scene.parsed.language)
        keys = [word.key for word in found]
        for sentence in scene.body:
            tokens = sentence.tokens
            for at, token in enumerate(tokens):
                if token.key != keys[0] or at not in sentence.names:
                    continue
                whole = [other.key for other in tokens[at : at + len(keys)]] == keys
                last = at + len(keys) - 1 if whole else at
                if _of_another(sentence, at, last) or _of_the_past(sentence, at):
                    continue
                if not marked & {token.start, tokens[last].end}:
                    _, edit = _expected(scene, hit, token.start, tokens[last].end)
                    if edit:
                        yield edit


def _of_another(sentence: SceneSentence, first: int, last: int) -> bool:
    """Whether words are part of a longer name: « Saint-Denis », "Air Liquide", "Tom Quintal"."""
    tokens = sentence.tokens
    for left, right in ((first - 1, first), (last, last + 1)):
        if left < 0 or right >= len(tokens):
            continue
        beside = left if left < first else right
        gap = sentence.sentence.text[
            tokens[left].end - sentence.sentence.start : tokens[right].start
            - sentence.sentence.start
        ]
        if gap in _JOINTS and tokens[beside].text[:1].isupper() and tokens[beside].pos == "name":
            return True
        if gap in ("-", ".", "@"):
            return True
    return False


def _of_the_past(sentence: SceneSentence, at: int) -> bool:
    """Whether a company may be one the writer worked for: "six years at Quintal", "I left it"."""
    return any(
        (token.pos == "noun" and UNITS.get(token.key) in DURATIONS)
        or (token.tense == "past" and sentence.subjects[index] == "writer")
        for index, token in enumerate(sentence.tokens[:at])
        if index >= at - _BACK
    )


Mend = Callable[[Scene, Hit, int, int], tuple[str, Edit | None] | None]
MENDED: Mapping[str, Mend] = {
    "company": _expected,
    "reader": _reader,
    "figure": _figure,
    "day": _day,
    "placeholder": _field,
    "repeated": _once,
    "shouting": _lowered,
}
"""Checks whose findings may have one right wording; the rest is for the writer to say."""
