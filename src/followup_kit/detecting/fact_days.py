"""The day and the date of the meeting against the notes."""

from collections.abc import Iterable, Iterator, Sequence

from followup_kit.detecting.figure import NumberLike
from followup_kit.detecting.hit import Hit, hit_in
from followup_kit.detecting.particulars import Line
from followup_kit.detecting.scene import Scene, SceneSentence
from followup_kit.models.rule import Rule
from followup_kit.words import Word, fold

OPENING = 3
"""Sentences of the body among which the meeting is dated."""
LAST_DAY = 31
_PLAIN = 4
"""Letters from which a day's name is no other word."""
_SHORT = frozenset({"tue", "tues", "wed", "weds", "thu", "thur", "thurs", "fri"})
"""Short names of days that are no other word."""
_LINKS = frozenset({"of", "th", "st", "nd", "rd", "er", "the"})
HEAD = 4
"""Words of the first line of notes among which a day is the meeting's, not a topic's."""
_POINTED = frozenset(".,:/")


def wrong_day(scene: Scene, rule: Rule) -> Iterator[Hit]:
    """The meeting's day or date, named otherwise than in the first line of the notes."""
    lines = [x for x in scene.particulars.lines if x.source == "notes" and x.words]
    if not lines:
        return
    meeting = scene.compiled.union("meeting_nouns", "thanks_words")
    for sentence in scene.body[:OPENING]:
        about = any(token.key in meeting for token in sentence.tokens)
        if about and not sentence.sentence.question and _looks_back(sentence, scene):
            found = _day(scene, rule, sentence, lines), _date(scene, rule, sentence, lines)
            yield from filter(None, found)
            if any(found):
                return


def _day(scene: Scene, rule: Rule, sentence: SceneSentence, lines: list[Line]) -> Hit | None:
    noted = {day for day, word in _days(lines[0], scene) if word in lines[0].words[:HEAD]}
    if len(noted) != 1:
        return None
    others = {day for line in lines for day, _ in _days(line, scene)}
    named = [(_named(token, scene), at) for at, token in enumerate(sentence.tokens)]
    if any(day in noted for day, _ in named):
        return None
    for day, at in named:
        if day is not None and day not in others:
            expected = _name_of(next(iter(noted)), scene)
            details = (("expected", expected), ("found", sentence.tokens[at].text))
            return hit_in(rule, sentence, at, at + 1, details)
    return None


def _date(scene: Scene, rule: Rule, sentence: SceneSentence, lines: list[Line]) -> Hit | None:
    """A day of a month that the notes do not have, though their first line has one."""
    noted = [date for date, _ in _dates(lines[0].words, scene)]
    every = {date for line in lines for date, _ in _dates(line.words, scene)}
    if len(set(noted)) != 1:
        return None
    for date, at in _dates(sentence.tokens, scene):
        if date not in every and date[1] == noted[0][1]:
            details = (("expected", f"{noted[0][0]}"), ("found", sentence.tokens[at].text))
            return hit_in(rule, sentence, at, at + 1, details)
    return None


def _days(line: Line, scene: Scene) -> Iterator[tuple[int, Word]]:
    """Weekdays of a line of notes; short names that are words too need a point or a figure."""
    for index, word in enumerate(line.words):
        day = scene.compiled.weekdays.get(word.key)
        if day is None:
            continue
        after = line.words[index + 1] if index + 1 < len(line.words) else None
        marked = line.text[word.end : word.end + 1] in _POINTED or (after and after.number)
        if marked or word.key in _SHORT or len(word.key) > _PLAIN:
            yield day, word


def _named(token: NumberLike, scene: Scene) -> int | None:
    """The weekday that a word of the message names by its full or an unmistakable short name."""
    if token.key in _SHORT or len(token.key) > _PLAIN:
        return scene.compiled.weekdays.get(token.key)
    return None


def _dates(words: Sequence[NumberLike], scene: Scene) -> Iterator[tuple[tuple[int, str], int]]:
    """Days of a month with the month's name beside them, and the word of the day."""
    for at, word in enumerate(words):
        if not word.number or not word.key.isdigit() or not 1 <= int(word.key) <= LAST_DAY:
            continue
        after = [other.key for other in words[at + 1 : at + 4] if other.key not in _LINKS][:1]
        before = [other.key for other in words[max(at - 1, 0) : at] if other.end + 1 == word.start]
        month = next((m for key in (*after, *before) for m in _months(key, scene)), None)
        if month:
            yield (int(word.key), month), at


def _months(key: str, scene: Scene) -> Iterable[str]:
    kin = scene.compiled.kin(scene.parsed.language).get(key, frozenset())
    return (name for name in kin if name.startswith("month."))


def _name_of(day: int, scene: Scene) -> str:
    """A weekday's name as the message's language writes it."""
    name = scene.compiled.words(f"day.{day}")[0]
    return name.capitalize() if scene.parsed.language == "en" else fold(name)


def _looks_back(sentence: SceneSentence, scene: Scene) -> bool:
    """Whether the sentence thanks, or a verb of it stands in the past, and none in the future."""
    thanks = scene.compiled.keys("thanks_words")
    return any(token.tense == "past" or token.key in thanks for token in sentence.tokens)
