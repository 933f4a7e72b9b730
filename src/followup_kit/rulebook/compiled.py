"""A RuleBook made ready for one language: patterns compiled and indexed by their rarest word.

Only patterns whose rarest word occurs in a sentence are tried there, so that the cost of a
message does not grow with the number of rules.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from followup_kit.errors import RuleFileError
from followup_kit.models.base import LANGUAGES, Language
from followup_kit.models.rule import Kind, Rule
from followup_kit.rulebook.book import RuleBook
from followup_kit.rulebook.inflect import inflections
from followup_kit.rulebook.notation import NotationError, Pattern, Vocabulary, compile_pattern
from followup_kit.words import fold, split_words


@dataclass(frozen=True, slots=True)
class Entry:
    """One pattern of one rule, with the compiled guards of the rule and the sign it shows."""

    rule: Rule
    pattern: Pattern
    unless: tuple[Pattern, ...]
    along: tuple[Pattern, ...]
    sign: str | None = None


Index = Mapping[Kind, Mapping[str, tuple[Entry, ...]]]


@dataclass(frozen=True)
class CompiledBook:
    """What detectors read.

    Attributes:
        index: for each kind of rule and each key, the entries whose pattern is looked up by it.
        slots: for each slot, the entries whose pattern holds slots alone and begins with it.
        vocabulary: what words stand for, for whoever compiles a pattern later.
    """

    book: RuleBook
    language: Language
    index: Index
    vocabulary: Vocabulary
    slots: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)
    _keys: dict[str, frozenset[str]] = field(default_factory=dict, repr=False, compare=False)
    _weekdays: dict[str, int] = field(default_factory=dict, repr=False, compare=False)
    _others: dict[Language, "CompiledBook"] = field(default_factory=dict, repr=False, compare=False)
    _kin: dict[Language, dict[str, frozenset[str]]] = field(
        default_factory=dict, repr=False, compare=False
    )

    def speaking(self, language: Language) -> "CompiledBook":
        """The words of a language, which may be another than the message's: notes often are."""
        if language == self.language:
            return self
        if language not in self._others:
            self._others[language] = words_of(self.book, language)
        return self._others[language]

    @property
    def weekdays(self) -> Mapping[str, int]:
        """ISO number of each weekday's name and abbreviation, in both languages: notes mix them."""
        if not self._weekdays:
            for number in range(1, 8):
                for names in self.book.classes[f"day.{number}"].values():
                    self._weekdays.update({fold(name): number for name in names})
        return self._weekdays

    def kin(self, language: Language) -> Mapping[str, frozenset[str]]:
        """The groups of ``kin.yaml`` and the months and days that a key of a language is in."""
        if language not in self._kin:
            groups: defaultdict[str, set[str]] = defaultdict(set)
            for name, members in self.book.classes.items():
                if name.startswith(("kin.", "month.", "day.")):
                    for member in members[language]:
                        for form in {member, *inflections(member, language)}:
                            groups[fold(form)].add(name)
            self._kin[language] = {key: frozenset(names) for key, names in groups.items()}
        return self._kin[language]

    def keys(self, name: str) -> frozenset[str]:
        """Keys of every inflected form of the one-word members of a lexicon class."""
        if name not in self._keys:
            members = self.book.words(name, self.language)
            bare = (member.removeprefix("=") for member in members)
            single = [member for member in bare if len(split_words(member, self.language)) == 1]
            forms = {form for member in single for form in self.vocabulary.inflect(member)}
            self._keys[name] = frozenset(fold(form) for form in (*single, *forms))
        return self._keys[name]

    def listed(self, name: str, language: Language) -> frozenset[str]:
        """Keys of the members of a class as they are listed, in any language."""
        place = f"{name} {language}"
        if place not in self._keys:
            words = self.book.words(name, language)
            self._keys[place] = frozenset(fold(word.removeprefix("=")) for word in words)
        return self._keys[place]

    def telling(self, language: Language) -> frozenset[str]:
        """Keys that one language has and the other lacks: small words, numbers, nouns of trades."""
        place = f"telling {language}"
        if place not in self._keys:
            known = {
                name: self.listed("function_words", name)
                | self.listed("number_words", name)
                | frozenset(self.kin(name))
                for name in LANGUAGES
            }
            shared = frozenset.intersection(*known.values())
            self._keys[place] = known[language] - shared
        return self._keys[place]

    def words(self, name: str) -> tuple[str, ...]:
        """The members of a lexicon class as they are written."""
        return self.book.words(name, self.language)

    def union(self, *names: str) -> frozenset[str]:
        """Keys of several classes together."""
        together = " ".join(names)
        if together not in self._keys:
            self._keys[together] = frozenset().union(*(self.keys(name) for name in names))
        return self._keys[together]


def compile_book(book: RuleBook, language: Language) -> CompiledBook:
    """Compile every pattern of a book for one language.

    Raises:
        RuleFileError: a pattern is not well formed; names the rule, its key and what is expected.
    """
    vocabulary = vocabulary_of(book, language)
    made = [entry for rule in book.rules for entry in entries(rule, vocabulary)]
    return CompiledBook(book, language, by_key(made), vocabulary, by_slot(made))


def by_key(made: Iterable[Entry]) -> dict[Kind, dict[str, tuple[Entry, ...]]]:
    """Entries by their rule's kind and each key their pattern is looked up by."""
    index: defaultdict[Kind, defaultdict[str, list[Entry]]] = defaultdict(lambda: defaultdict(list))
    for entry in made:
        for key in entry.pattern.anchor_keys:
            index[entry.rule.kind][key].append(entry)
    return {
        kind: {key: tuple(found) for key, found in keys.items()} for kind, keys in index.items()
    }


def by_slot(made: Iterable[Entry]) -> dict[str, tuple[Entry, ...]]:
    """Entries whose pattern holds slots alone, by the first of them."""
    slots: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in made:
        if entry.pattern.by_slot:
            slots[entry.pattern.by_slot].append(entry)
    return {slot: tuple(found) for slot, found in slots.items()}


def words_of(book: RuleBook, language: Language) -> CompiledBook:
    """The words of a language without its patterns: enough to know what is ordinary in it."""
    return CompiledBook(book, language, {}, vocabulary_of(book, language))


def vocabulary_of(book: RuleBook, language: Language) -> Vocabulary:
    """The vocabulary in which a book's patterns are written."""
    return Vocabulary(
        language=language,
        inflect=lambda word: inflections(word, language),
        classes={name: members[language] for name, members in book.classes.items()},
        frequent=frozenset(fold(word) for word in book.words("function_words", language)),
    )


def entries(rule: Rule, vocabulary: Vocabulary) -> list[Entry]:
    """Compile one rule for one language; a rule without patterns gives none.

    Raises:
        RuleFileError: a pattern is not well formed.
    """
    language = vocabulary.language
    part = rule.part(language)
    unless = _compiled(rule, "guards.unless", rule.guards.unless.get(language, ()), vocabulary)
    along = _compiled(rule, "guards.along", rule.guards.along.get(language, ()), vocabulary)
    patterns = _compiled(rule, f"{language}.patterns", part.patterns, vocabulary)
    return [Entry(rule, pattern, unless, along) for pattern in patterns] + [
        Entry(rule, pattern, unless, along, sign)
        for sign, sources in part.signs.items()
        for pattern in _compiled(rule, f"{language}.signs.{sign}", sources, vocabulary)
    ]


def _compiled(
    rule: Rule, key: str, sources: tuple[str, ...], vocabulary: Vocabulary
) -> tuple[Pattern, ...]:
    compiled = []
    for number, source in enumerate(sources):
        try:
            compiled.append(compile_pattern(source, vocabulary, slots_alone=rule.kind == "signs"))
        except NotationError as error:
            shown = f"{rule.id.replace('.', '/')}.yaml"
            raise RuleFileError(shown, 1, 1, f"{key}.{number}: {error}") from error
    return tuple(compiled)
