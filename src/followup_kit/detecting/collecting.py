"""From notes and posting to their particulars; what is met first keeps its place."""

import re
from collections import defaultdict
from collections.abc import Iterator

from followup_kit.detecting.concepts import concepts
from followup_kit.detecting.figure import Figure
from followup_kit.detecting.numbers import figures
from followup_kit.detecting.particulars import Line, Particular, Particulars, Source, codes
from followup_kit.detecting.surroundings import Surroundings
from followup_kit.models.base import LANGUAGES, Language
from followup_kit.models.draft import Context
from followup_kit.reading.unseen import visible
from followup_kit.rulebook.compiled import CompiledBook
from followup_kit.words import Word, split_words

SHORTEST_WORD = 4
LEAST = 2.0
_SLASHED = re.compile(r"\d/$")
_SLASH = re.compile(r"/\d")
SAMPLE = 4000
"""Characters of the notes by which their language is told."""
_SENTENCE = re.compile(r"(?<=\.) (?![a-zà-ÿ\d])|(?<=\w{6}\.) ")
"""Where a line is parted: after a point that is not an abbreviation's."""
MOST = 30
"""Places of the context with one figure that are told apart."""
ENOUGH = 100
"""Words that begin alike and are searched one by one: a long context must not take long."""
SHORTEST_NAME = 3
SHORTEST_SHORT = 3
LONGEST_SHORT = 7
SHORTEST_BARE = 6
"""Letters from which a word without a point after it may be the beginning of a longer one."""
_VOWELS = frozenset("aeiouy")


def particulars(
    context: Context,
    compiled: CompiledBook,
    usual: frozenset[str],
    administrative: frozenset[str],
) -> Particulars:
    """Collect what is particular in a context; notes come before the posting.

    Args:
        context: what is known of the conversation.
        compiled: the rules of the message's language.
        usual: keys that are never particular.
        administrative: keys that name the reader, the company or the role.
    """
    collector = _Collector(compiled, usual, administrative)
    if context.notes:
        collector.add("notes", context.notes)
    if context.posting:
        collector.add("posting", context.posting)
    return collector.particulars()


class _Collector:
    """Gathers particulars from one text after the other."""

    def __init__(
        self, compiled: CompiledBook, usual: frozenset[str], administrative: frozenset[str]
    ) -> None:
        self.compiled = compiled
        self.usual = usual
        self.dates = compiled.union("weekdays", "months") | compiled.weekdays.keys()
        self.passed = administrative | self.dates | compiled.keys("titles")
        self.stakes = compiled.union("stake_nouns", "stake_verbs", "necessity", "deadline_words")
        self.lines: list[Line] = []
        self.figures: defaultdict[float | str, list[Particular]] = defaultdict(list)
        self.words: dict[str, Particular] = {}
        self.names: dict[str, Particular] = {}
        self.short: defaultdict[str, list[Particular]] = defaultdict(list)
        self.spelled: defaultdict[tuple[str, int], list[Particular]] = defaultdict(list)
        self.named: defaultdict[tuple[str, int], list[Particular]] = defaultdict(list)
        self.pairs: dict[frozenset[str], Particular] = {}
        self.phrases: set[tuple[str, ...]] = set()

    def particulars(self) -> Particulars:
        """What was gathered, for good."""
        return Particulars(
            lines=tuple(self.lines),
            figures={key: tuple(items) for key, items in self.figures.items()},
            words=self.words,
            names=self.names,
            short={key: tuple(items) for key, items in self.short.items()},
            spelled={key: tuple(items) for key, items in self.spelled.items()},
            named={key: tuple(items) for key, items in self.named.items()},
            pairs=self.pairs,
            phrases=frozenset(self.phrases),
        )

    def add(self, source: Source, text: str) -> None:
        """Gather from one text, line by line (of a posting, sentence by sentence)."""
        language = language_of(text, self.compiled)
        around = Surroundings(self.compiled, language)
        for part in _SENTENCE.sub("\n", visible(text)).splitlines():
            words = tuple(split_words(part, language))
            line = Line(source, part, words)
            stake = any(word.key in self.stakes for word in words)
            self.lines.append(line)
            self.phrases |= runs([word.key for word in words])
            self._figures(line, around, stake=stake)
            for index, word in enumerate(words):
                if word.key not in around.number_words:
                    self._word(line, word, language, opens=index == 0, stake=stake)
            for key, _ in codes(words):
                item = Particular(key, key.upper(), "name", source, part, stake)
                self.names.setdefault(key, item)
            for one, first, end in around.pairs(words, self.passed, part):
                shown = part[words[first].start : words[end].end]
                item = Particular(shown, shown, "pair", source, part, stake)
                self.pairs.setdefault(one, item)

    def _figures(self, line: Line, around: Surroundings, *, stake: bool) -> None:
        number_words = around.number_words
        for figure in figures(line.words, around.language, number_words, line.text):
            if (not figure.marks and max(figure.values) < LEAST) or self._is_date(line, figure):
                continue
            shown = line.text[line.words[figure.first].start : line.words[figure.end - 1].end]
            near = around.near(line.words, figure)
            item = Particular(shown, shown, "figure", line.source, line.text, stake, figure, near)
            for mark in figure.known_by:
                known = self.figures[mark]
                if len(known) < MOST and all(other.near != near for other in known):
                    known.append(item)

    def _is_date(self, line: Line, figure: Figure) -> bool:
        """Whether a figure stands beside a day, a month or a slash: « mar. 14 », "12/3".

        A time of day in a line with a day is the appointment's.
        """
        words = line.words
        start, end = words[figure.first].start, words[figure.end - 1].end
        beside = [
            word
            for word in (
                *words[figure.first - 1 : figure.first],
                *words[figure.end : figure.end + 1],
            )
            if "," not in line.text[min(word.end, end) : max(word.start, start)]
        ]
        if any(mark.startswith("clock") for mark in figure.marks):
            beside = list(words)
        named = any(word.key in self.dates for word in beside)
        slashed = _SLASHED.search(line.text[max(start - 2, 0) : start]) or _SLASH.match(
            line.text, end
        )
        shared = any(mark.startswith("share") for mark in figure.marks)
        return named or (bool(slashed) and words[figure.first].number and not shared)

    def _word(
        self, line: Line, word: Word, language: Language, *, opens: bool, stake: bool
    ) -> None:
        if word.number or word.key in self.passed:
            return
        source, text = line.source, line.text
        pointed = text[word.end : word.end + 1] in (".", "°") and word.end + 1 < len(text)
        if self._is_short(word, pointed=pointed):
            item = Particular(word.key, word.text, "word", source, text, stake)
            _add(self.short[word.key[0]], item)
        if word.key in self.usual or len(word.key) < SHORTEST_NAME:
            return
        named = text[word.end : word.end + 1] == ":" or len(word.key) < SHORTEST_WORD
        if is_capitalised(word) and (named or not opens):
            self._name(Particular(word.key, word.text, "name", source, text, stake))
        elif len(word.key) >= SHORTEST_WORD:
            item = Particular(word.key, word.text, "word", source, text, stake)
            for one in concepts(word.key, language, self.compiled):
                self.words.setdefault(one, item)
            _add(self.spelled[word.key[0], len(word.key)], item)

    def _name(self, item: Particular) -> None:
        if self.names.setdefault(item.key, item) is item:
            _add(self.named[item.key[0], len(item.key)], item)

    def _is_short(self, word: Word, *, pointed: bool) -> bool:
        """Whether a word may be written short: "accom.", "mgmt", « labo »."""
        key = word.key
        if not SHORTEST_SHORT <= len(key) <= LONGEST_SHORT or not key.isalpha():
            return False
        if any(key in self.compiled.kin(language) for language in LANGUAGES):
            return False
        if word.text.isupper() or (word.text[0].isupper() and not pointed):
            return False
        if pointed or not _VOWELS & set(key):
            return True
        bare = len(key) >= SHORTEST_BARE or (key[-1] == "o" and len(key) >= SHORTEST_WORD)
        return bare and key not in self.usual


RUN = 4
"""Words in a row that make a copy rather than a coincidence."""


def runs(keys: list[str]) -> frozenset[tuple[str, ...]]:
    """Every run of one to four words."""
    return frozenset(_runs(keys))


def _runs(keys: list[str]) -> Iterator[tuple[str, ...]]:
    for length in range(1, RUN + 1):
        for at in range(len(keys) - length + 1):
            yield tuple(keys[at : at + length])


def is_capitalised(word: Word) -> bool:
    """Whether a word is written as a name: a capital, then something else than capitals only."""
    return word.text[:1].isupper() and len(word.text) > 1


def _add(items: list[Particular], item: Particular) -> None:
    """Keep an item unless there is one like it, or enough of its kind for one look-up."""
    if len(items) < ENOUGH and all(other.key != item.key for other in items):
        items.append(item)


def language_of(text: str, compiled: CompiledBook) -> Language:
    """The language notes are in, by words that only one has; else the message's."""
    keys = [word.key for word in split_words(text[:SAMPLE], compiled.language)]
    counts = {
        language: sum(1 for key in keys if key in compiled.telling(language))
        for language in LANGUAGES
    }
    own = compiled.language
    return max(LANGUAGES, key=lambda language: (counts[language], language == own))
