"""Figures and days against the notes."""

from collections.abc import Iterator, Sequence

from followup_kit.detecting.concepts import root
from followup_kit.detecting.figure import Figure, NumberLike
from followup_kit.detecting.hit import Hit, hit_in
from followup_kit.detecting.numbers import figures
from followup_kit.detecting.scene import Scene, SceneSentence
from followup_kit.models.rule import Rule
from followup_kit.words import Word

ROUNDED = 0.1
"""Share by which a figure may be rounded and still be the same."""
FAR = 4
"""Times by which figures may differ and still be about the same thing."""
SHORTEST_NOUN = 3
NOUN_REACH = 2
"""Words after a figure among which its noun is looked for."""


def wrong_figure(scene: Scene, rule: Rule) -> Iterator[Hit]:
    """A figure that the notes give otherwise for the same thing ("12 shops" for "22 shops")."""
    counted = _counted_in_notes(scene)
    if not counted:
        return
    language = scene.parsed.language
    for sentence in scene.body:
        if _own_case(sentence, scene):
            continue
        found = figures(sentence.tokens, language, scene.compiled.keys("number_words"))
        for figure in found:
            if not figure.counts:
                continue
            noun = _noun(sentence.tokens, figure, scene)
            values, shown = counted.get(noun or "", (frozenset(), ""))
            if values and _contradicts(figure.values, values, scene):
                text = " ".join(t.text for t in sentence.tokens[figure.first : figure.end])
                details = (("expected", shown), ("found", text))
                yield hit_in(rule, sentence, figure.first, figure.end, details)


def wrong_day(scene: Scene, rule: Rule) -> Iterator[Hit]:
    """The day of the meeting named otherwise than in the first line of the notes, or anywhere."""
    first = next((x for x in scene.particulars.lines if x.source == "notes" and x.words), None)
    if first is None:
        return
    noted = {scene.compiled.weekdays[w.key]: w.text for w in first.words if _is_day(w, scene)}
    if len(noted) != 1:
        return
    others = {
        scene.compiled.weekdays[w.key]
        for line in scene.particulars.lines
        for w in line.words
        if _is_day(w, scene)
    }
    meeting = scene.compiled.keys("meeting_nouns") | scene.compiled.keys("thanks_words")
    for sentence in scene.body[:2]:
        keys = [token.key for token in sentence.tokens]
        named = {scene.compiled.weekdays.get(key) for key in keys}
        if named & set(noted) or not any(key in meeting for key in keys):
            continue
        for index, token in enumerate(sentence.tokens):
            day = scene.compiled.weekdays.get(token.key)
            if day is not None and day not in others and _past(sentence, scene):
                details = (("expected", next(iter(noted.values()))), ("found", token.text))
                yield hit_in(rule, sentence, index, index + 1, details)
                return


def _counted_in_notes(scene: Scene) -> dict[str, tuple[frozenset[float], str]]:
    """Stem of what is counted → every value the notes give for it, and the first as written."""
    counted: dict[str, tuple[frozenset[float], str]] = {}
    language = scene.parsed.language
    for line in scene.particulars.lines:
        if line.source != "notes":
            continue
        for figure in figures(line.words, language, scene.compiled.keys("number_words")):
            if not figure.counts:
                continue
            noun = _noun(line.words, figure, scene)
            if noun:
                values, shown = counted.get(noun, (frozenset(), ""))
                start, end = line.words[figure.first].start, line.words[figure.end - 1].end
                counted[noun] = (values | figure.values, shown or line.text[start:end])
    return counted


def _noun(words: "Sequence[NumberLike]", figure: Figure, scene: Scene) -> str | None:
    """Stem of the noun a figure counts: the first content word right after it."""
    passed = scene.compiled.keys("function_words")
    for word in words[figure.end : figure.end + NOUN_REACH]:
        if word.key not in passed and len(word.key) >= SHORTEST_NOUN:
            return root(word.key)
    return None


def _own_case(sentence: SceneSentence, scene: Scene) -> bool:
    """Whether a sentence tells of the writer's own case or plan, whose figures are its own."""
    own = scene.compiled.keys("own_case_words")
    return any(token.key in own for token in sentence.tokens) or any(
        token.tense in ("past", "future", "cond") and subject == "writer"
        for token, subject in zip(sentence.tokens, sentence.subjects, strict=True)
    )


def _contradicts(given: frozenset[float], noted: frozenset[float], scene: Scene) -> bool:
    """Whether figures differ, though not so much that they must be about something else."""
    if scene.particulars.has_value(given):
        return False
    if any(_close(a, b) for a in given for b in noted):
        return False
    return any(max(a, b) <= FAR * min(a, b) for a in given for b in noted)


def _close(a: float, b: float) -> bool:
    return abs(a - b) <= ROUNDED * max(abs(a), abs(b))


def _is_day(word: Word, scene: Scene) -> bool:
    return word.key in scene.compiled.weekdays


def _past(sentence: SceneSentence, scene: Scene) -> bool:
    """Whether the sentence looks back: it thanks, or a verb of it stands in the past."""
    thanks = scene.compiled.keys("thanks_words")
    return any(token.tense == "past" or token.key in thanks for token in sentence.tokens)
