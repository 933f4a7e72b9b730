"""Figures against the notes: the same thing counted, another number."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from followup_kit.detecting.concepts import concepts
from followup_kit.detecting.figure import Figure, NumberLike
from followup_kit.detecting.hit import Hit, hit_in
from followup_kit.detecting.number_names import DURATIONS, UNITS
from followup_kit.detecting.numbers import figures
from followup_kit.detecting.scene import Scene, SceneSentence
from followup_kit.detecting.surroundings import Surroundings
from followup_kit.models.rule import Rule

ROUNDED = 0.1
"""Share by which a figure may be rounded and still be the same."""
ROUGHLY = 0.3
"""The same behind a word such as "about" or "over"."""
FAR = 4
"""Times by which figures may differ and still be about the same thing."""
SHORTEST_NOUN = 3
NOUN_REACH = 2
"""Words after a figure among which its noun is looked for."""
LEAD = 3
"""Words before a figure among which a word that qualifies it is looked for."""
BESIDE = 4
"""Figures on either side of a figure that may show it to be a change, not a mistake."""
MOST = 200
"""Figures of the notes that are looked at."""
_BREAKS = frozenset(";:—()\n")
_ATTACHED = frozenset({"percent", "money"})
_RANGES = frozenset({"to", "and", "a", "et"})


@dataclass(frozen=True, slots=True)
class _Counted:
    """A figure of the notes or the message with what it counts."""

    figure: Figure
    shown: str
    noun: frozenset[str]
    near: frozenset[str]

    def counts_same(self, other: "_Counted") -> bool:
        """Whether both count one thing: by the noun after them, or by unit and surroundings."""
        mine, theirs = self.figure.unit, other.figure.unit
        if mine in _ATTACHED or theirs in _ATTACHED:
            return mine == theirs and bool(self.near & other.near)
        return bool(self.noun & other.noun)


def wrong_figure(scene: Scene, rule: Rule) -> Iterator[Hit]:
    """A figure that the notes give otherwise for the same thing ("12 shops" for "22 shops")."""
    noted = _noted(scene)
    asked = [s for s in scene.body if noted and not s.sentence.question]
    for sentence in asked:
        said = _counted(sentence.tokens, sentence.sentence.text, sentence.sentence.start, scene)
        reported = _Reported(scene, sentence)
        for index, counted in enumerate(said):
            figure = counted.figure
            if figure.first in sentence.dates or not reported.at(figure):
                continue
            same = [other for other in noted if counted.counts_same(other)]
            beside = [*said[max(index - BESIDE, 0) : index], *said[index + 1 : index + 1 + BESIDE]]
            if _contradicts(counted, same, beside, sentence, scene):
                details = (("expected", same[0].shown), ("found", counted.shown))
                yield hit_in(rule, sentence, figure.first, figure.end, details)


def _noted(scene: Scene) -> tuple[_Counted, ...]:
    """What the notes count, each once, and no more of it than a person would remember."""
    every = (
        (counted.figure.values, counted.noun, counted.near, counted)
        for line in scene.particulars.lines
        if line.source == "notes"
        for counted in _counted(line.words, line.text, 0, scene)
    )
    once = {(values, noun, near): counted for values, noun, near, counted in every}
    return tuple(islice(once.values(), MOST))


def _counted(words: Sequence[NumberLike], text: str, base: int, scene: Scene) -> list[_Counted]:
    """Figures of a line or sentence; those of a duration are said of anything and left out."""
    language = scene.parsed.language
    around = Surroundings(scene.compiled, language)
    found = figures(words, language, scene.compiled.keys("number_words"), text, base)
    counted = []
    for figure in _ranges(found, words):
        if not figure.counts or figure.unit in DURATIONS or figure.unit == "clock":
            continue
        shown = text[words[figure.first].start - base : words[figure.end - 1].end - base]
        near = frozenset(one for one in around.near(words, figure) if one[0] != "^")
        counted.append(_Counted(figure, shown, _noun(words, figure, scene), near))
    return counted


def _ranges(found: list[Figure], words: Sequence[NumberLike]) -> list[Figure]:
    """The first figure of a range has the unit of the second: « de 13 à 9 % »."""
    ranged = list(found)
    for index in range(len(found) - 1):
        left, right = found[index], found[index + 1]
        between = {word.key for word in words[left.end : right.first]}
        if left.unit is None and right.unit in _ATTACHED and between <= _RANGES:
            ranged[index] = replace(left, unit=right.unit)
    return ranged


def _noun(words: Sequence[NumberLike], figure: Figure, scene: Scene) -> frozenset[str]:
    """What the noun right after a figure is about: the first word there that has weight."""
    passed = scene.compiled.keys("function_words")
    for word in words[figure.end : figure.end + NOUN_REACH]:
        if word.key in UNITS or word.number:
            break
        if word.key not in passed and len(word.key) >= SHORTEST_NOUN:
            return concepts(word.key, scene.parsed.language, scene.compiled)
    return frozenset()


class _Reported:
    """Which figures of a sentence stand in a clause that reports what was said."""

    def __init__(self, scene: Scene, sentence: SceneSentence) -> None:
        text, base, tokens = sentence.sentence.text, sentence.sentence.start, sentence.tokens
        self.scene = scene
        self.sentence = sentence
        self.stops = [
            at
            for at in range(1, len(tokens))
            if not _BREAKS.isdisjoint(text[tokens[at - 1].end - base : tokens[at].start - base])
        ]
        self.known: dict[int, bool] = {}

    def at(self, figure: Figure) -> bool:
        """Whether the clause of a figure tells of no other case, wish or plan."""
        number = bisect_right(self.stops, figure.first)
        if number not in self.known:
            edges = [0, *self.stops, len(self.sentence.tokens)]
            first, end = edges[number], edges[number + 1]
            self.known[number] = not _own_case(self.sentence, self.scene, first, end)
        return self.known[number]


def _own_case(sentence: SceneSentence, scene: Scene, first: int, end: int) -> bool:
    """Whether a clause tells of another case, a wish or a plan, whose figures are its own."""
    own = scene.compiled.keys("own_case_words") | scene.compiled.keys("supposing_words")
    names = scene.particulars.names
    inside = range(max(first, 1), end)
    strangers = (
        sentence.tokens[at].key for at in sentence.names - sentence.figures if at in inside
    )
    if any(key not in names for key in strangers):
        return True
    return any(
        token.key in own
        or token.tense in ("future", "cond")
        or (token.tense == "past" and sentence.subjects[at] == "writer")
        for at, token in enumerate(sentence.tokens[first:end], start=first)
    )


def _contradicts(
    counted: _Counted,
    same: list[_Counted],
    beside: list[_Counted],
    sentence: SceneSentence,
    scene: Scene,
) -> bool:
    """Whether a figure differs, yet not so much that it must be about something else."""
    given = counted.figure.values
    noted = frozenset(value for other in same for value in other.figure.values)
    if not noted or (scene.particulars.has_value(given) and given & noted):
        return False
    if any(_swapped(a, b) for a in given for b in noted):
        return True
    before = {
        t.key for t in sentence.tokens[max(counted.figure.first - LEAD, 0) : counted.figure.first]
    }
    if before & scene.compiled.keys("part_words") or scene.particulars.has_value(given):
        return False
    right = [one for one in beside if one.figure.values & noted]
    if any(one.counts_same(counted) for one in right):
        return False
    allowed = ROUGHLY if before & scene.compiled.keys("roughly") else ROUNDED
    if any(_close(a, b, allowed) for a in given for b in noted):
        return False
    return any(max(a, b) <= FAR * min(a, b) for a in given for b in noted)


def _swapped(one: float, other: float) -> bool:
    """Whether two figures have the same digits in another order: 13 and 31, 27 and 72."""
    left, right = f"{one:g}", f"{other:g}"
    return one != other and len(left) > 1 and sorted(left) == sorted(right) and left[0] != "0"


def _close(a: float, b: float, allowed: float) -> bool:
    return abs(a - b) <= allowed * max(abs(a), abs(b))
