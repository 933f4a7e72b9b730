"""What a clause is made of: what it is about, its figures and names, whether it is a stake."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from followup_kit.coaching.missed_clauses import Text
from followup_kit.coaching.missed_phrases import phrases, said
from followup_kit.detecting.concepts import concepts
from followup_kit.detecting.figure import Figure, NumberLike
from followup_kit.detecting.number_names import DURATIONS, UNITS
from followup_kit.detecting.numbers import figures
from followup_kit.detecting.scene import Scene
from followup_kit.rulebook.compiled import CompiledBook
from followup_kit.words import Word

SHORTEST = 3
OF_A_MONTH = 2
"""Words before a month among which its day is: « 1er mars » is three words."""
Day = tuple[int, str]
"""The day of a month, and the month's name in ``lexicon/month.yaml``."""
_DAY = re.compile(r"(?:0?[1-9]|[12]\d|3[01])[./](?:0?[1-9]|1[0-2])")
TROUBLE = ("trouble_nouns", "trouble_words")
STAKES = ("stake_nouns", "stake_verbs", "stake_adjs", "necessity")
OF_THE_MEETING = ("meeting_nouns", "titles", "weekdays", "months")
EMPTY = ("generic_nouns", "light_words", "titles", "weekdays", "months", "relative_dates")


def days(words: Sequence[NumberLike], kin: Mapping[str, frozenset[str]]) -> frozenset[Day]:
    """A figure beside a month, in whichever order: « 1er mars », "March 1"."""
    found = set()
    for index, word in enumerate(words):
        months = [one for one in kin.get(word.key, ()) if one.startswith("month.")]
        for near in (*words[max(index - OF_A_MONTH, 0) : index], *words[index + 1 : index + 2]):
            if months and near.number and len(near.key) <= len("31"):
                found.add((int(near.key), months[0]))
    return frozenset(found)


def is_year(key: str) -> bool:
    """Whether a figure is written as the years of our time are."""
    return len(key) == len("2026") and key.isdigit() and key[:2] in ("19", "20")


@dataclass(frozen=True)
class Sense:
    """What words of one text mean; its language may not be the message's."""

    scene: Scene
    text: Text

    @cached_property
    def compiled(self) -> CompiledBook:
        """The words of the text's language."""
        return self.scene.compiled.speaking(self.text.language)

    @cached_property
    def small(self) -> frozenset[str]:
        """Small words, number words and measures."""
        listed = self.compiled.listed("function_words", self.text.language)
        numbers = self.compiled.listed("number_words", self.text.language)
        return listed | numbers | UNITS.keys()

    @cached_property
    def _empty(self) -> frozenset[str]:
        return (
            self.compiled.union(*EMPTY) | self.compiled.weekdays.keys() | self.scene.administrative
        )

    @cached_property
    def of_the_meeting(self) -> frozenset[str]:
        """Words that say who met, when and for which job."""
        found = self.compiled.union(*OF_THE_MEETING) | self.compiled.weekdays.keys()
        return found | self.scene.administrative

    @cached_property
    def _due(self) -> frozenset[str]:
        return self.compiled.keys("deadline_words") - self.small

    @cached_property
    def days_named(self) -> frozenset[str]:
        """Names of days and months."""
        return self.compiled.union("weekdays", "months") | self.compiled.weekdays.keys()

    def weighty(self, words: Sequence[Word]) -> list[Word]:
        """Words that say something: no small ones, no figures, no days, nobody's titles."""
        return [
            word
            for word in words
            if not word.number
            and len(word.key) >= SHORTEST
            and word.key not in self.small
            and word.key not in self._empty
        ]

    def about(self, word: Word) -> frozenset[str]:
        """Everything by which a word may be met again."""
        return concepts(word.key, self.text.language, self.compiled)

    def administrative(self, word: Word) -> bool:
        """Whether a word names the reader, the company or the role, written out or short."""
        known = self.scene.administrative
        short = self.text.text[word.end : word.end + 1] == "."
        return word.key in known or (short and any(one.startswith(word.key) for one in known))

    def rare(self, word: Word) -> bool:
        """Whether a word is out of the ordinary."""
        known = self.scene.particulars
        return word.key in known.names or any(one in known.words for one in self.about(word))

    def name(self, word: Word) -> bool:
        """Whether a word is written as a name that stands in the notes."""
        return word.text[:1].isupper() and word.key in self.scene.particulars.names

    def numbers(self, words: Sequence[Word]) -> list[Figure]:
        """Every figure."""
        numbers = self.compiled.listed("number_words", self.text.language)
        return figures(words, self.text.language, numbers, self.text.text)

    def figures(self, words: Sequence[Word]) -> list[Figure]:
        """Figures that tell something: no ones and twos, no days, no times of day."""
        return [
            figure
            for figure in self.numbers(words)
            if (figure.counts or figure.marks) and not self._of_a_date(words, figure)
        ]

    def content(self, words: Sequence[Word]) -> list[Word]:
        """Words that are more than links, however ordinary, days and months among them."""
        return [
            word
            for word in words
            if not word.number and len(word.key) >= SHORTEST and word.key not in self.small
        ]

    def days(self, words: Sequence[Word]) -> frozenset[Day]:
        """The days of a month that are named."""
        return days(words, self.compiled.kin(self.text.language))

    def telling(self, words: Sequence[Word]) -> bool:
        """Whether there is a figure that is no mere length of time."""
        return any(figure.unit not in DURATIONS for figure in self.figures(words))

    def _of_a_date(self, words: Sequence[Word], figure: Figure) -> bool:
        """Whether a figure is a day, a year, a time of day, or part of a name: "b4"."""
        beside = [
            word
            for word in (*words[max(figure.first - 1, 0) : figure.first], *words[figure.end :][:1])
            if not self._parted(word, words[figure.first], words[figure.end - 1])
        ]
        year = is_year(words[figure.first].key) and figure.unit is None
        start, end = words[figure.first].start, words[figure.end - 1].end
        text = self.text.text
        slashed = text[end : end + 1] == "/" and text[end + 1 : end + 2].isdigit()
        slashed |= text[start - 1 : start] == "/" and text[start - 2 : start - 1].isdigit()
        slashed |= text[start - 1 : start].isalpha() or bool(_DAY.fullmatch(text[start:end]))
        clock = figure.unit == "clock" or any(mark.startswith("clock") for mark in figure.marks)
        spelled = words[figure.first].key in self.days_named  # « sept » is September
        return (
            spelled
            or clock
            or slashed
            or year
            or any(word.key in self.days_named for word in beside)
        )

    def _parted(self, word: Word, first: Word, last: Word) -> bool:
        """Whether a comma or a colon stands between a word and a figure."""
        between = self.text.text[min(word.end, last.end) : max(word.start, first.start)]
        return any(sign in between for sign in ",:;")

    def stake(self, words: Sequence[Word]) -> int:
        """How much a clause speaks of a problem, an aim, a risk or a deadline."""
        keys = {word.key for word in words}
        signs = phrases(self.scene.compiled.book.anchors.signs["stake"])
        trouble = bool(keys & self.compiled.union(*TROUBLE))
        pressing = bool(keys & self.compiled.union(*STAKES))
        due = bool(keys & (self._due | self.days_named))
        aim = bool(keys & self._due and keys & self.compiled.keys("aim_verbs"))
        told = signs.within(said(words))
        sure = 2 * trouble + 2 * told + pressing + aim + due
        return sure + (sure > 1 and self.telling(words))
