"""The notation of patterns: from the text an author writes to items a matcher walks.

    you @say_verbs … <content>

- ``word``     every inflected form of the word, with or without its accents
- ``=word``    this form alone
- ``a|b|=c``   one of several
- ``@class``   a word or phrase of ``lexicon/class.yaml``
- ``<SLOT>``   NUM, NAME, DATE, VERB, NOUN, ADJ, PAST, COND, FUTURE, ANY, content,
               RARE, NOTED, STAKED
- ``item?``    may be missing
- ``…``        up to six words of anything; ``…3`` up to three
- ``^``, ``$`` the sentence begins, ends here

Words are split as in messages, so ``l'enjeu`` is two items and both apostrophes match.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from followup_kit.models.base import Language
from followup_kit.words import fold, split_words

GAP = 6
LONGEST_GAP = 12
MOST_GAPS = 3
"""At most three gaps of at most twelve words: a pattern cannot take long, whatever it is given."""

WORD_SLOTS = ["VERB", "NOUN", "ADJ", "PAST", "COND", "FUTURE", "ANY", "CONTENT"]
MEANING_SLOTS = ["NUM", "NAME", "DATE", "RARE", "NOTED", "STAKED"]
SLOTS = frozenset([*WORD_SLOTS, *MEANING_SLOTS])

Forms = frozenset[str]
Step = Forms | str
"""What one word must be: one of some keys, or a slot's name."""


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a pattern: alternatives laid out for looking up by a word's key, or a gap.

    Attributes:
        words: keys of the alternatives of one word.
        phrases: alternatives of several words, by each key the first of them may have.
        slots: names of slots among the alternatives.
        longest: the most words it can take.
        opening: the keys its first word may have, where words alone decide and one must stand.
    """

    words: Forms = frozenset()
    phrases: Mapping[str, tuple[tuple[Forms, ...], ...]] = field(default_factory=dict)
    slots: tuple[str, ...] = ()
    optional: bool = False
    gap: int = 0
    longest: int = 1
    opening: Forms | None = None


def lay_out(ways: Iterable[tuple[Step, ...]], *, optional: bool = False) -> Item:
    """Lay alternatives out as an item."""
    words: set[str] = set()
    phrases: dict[str, list[tuple[Forms, ...]]] = {}
    slots: list[str] = []
    longest = 1
    for way in ways:
        forms = tuple(step for step in way if not isinstance(step, str))
        if len(forms) < len(way):
            slots += [step for step in way if isinstance(step, str)]
        elif len(forms) == 1:
            words |= forms[0]
        else:
            longest = max(longest, len(forms))
            for key in forms[0]:
                phrases.setdefault(key, []).append(forms)
    laid = {key: tuple(sorted(found, key=len, reverse=True)) for key, found in phrases.items()}
    free = optional or bool(slots)
    opening = None if free else frozenset(words) | frozenset(laid)
    return Item(frozenset(words), laid, tuple(slots), optional, 0, longest, opening)


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern.

    ``anchor`` is the index of the item whose words are looked up; ``anchor_keys`` are the keys
    that may stand at its beginning; ``least`` and ``reach`` are how few and how many words can
    precede it; ``opening`` holds the keys the match may begin with, where words alone decide. A
    pattern that begins with a slot and holds no obligatory word is looked up by that slot
    (``by_slot``).
    """

    source: str
    items: tuple[Item, ...]
    anchor: int
    anchor_keys: Forms
    reach: int
    least: int = 0
    opening: Forms | None = None
    at_start: bool = False
    at_end: bool = False
    by_slot: str = ""


class NotationError(ValueError):
    """A pattern is not well formed; the message says what was expected."""


@dataclass(frozen=True)
class Vocabulary:
    """What words stand for in one language: inflected forms, classes, and the commonest words."""

    language: Language
    inflect: Callable[[str], frozenset[str]]
    classes: Mapping[str, tuple[str, ...]]
    frequent: frozenset[str]
    _ways: dict[str, tuple[tuple[Step, ...], ...]] = field(default_factory=dict, repr=False)

    def ways(self, name: str) -> tuple[tuple[Step, ...], ...]:
        """The members of a class as sequences of steps; compiled once, however many rules ask."""
        if name not in self._ways:
            members = self.classes.get(name)
            if members is None:
                known = ", ".join(sorted(self.classes))
                raise NotationError(f"unknown class '@{name}'; the lexicon has: {known}")
            self._ways[name] = tuple(_member_steps(member, self) for member in members)
        return self._ways[name]


def compile_pattern(source: str, vocabulary: Vocabulary, *, slots_alone: bool = False) -> Pattern:
    """Compile one pattern.

    Args:
        source: the pattern as written.
        vocabulary: what its words stand for.
        slots_alone: whether the pattern may hold slots and no word.

    Raises:
        NotationError: it is not well formed, names an unknown class or slot, or has no word.
    """
    pieces = source.split()
    at_start, at_end = pieces[:1] == ["^"], pieces[-1:] == ["$"]
    pieces = pieces[1:] if at_start else pieces
    pieces = pieces[:-1] if at_end else pieces
    items = tuple(item for piece in pieces for item in _items(piece, vocabulary))
    if sum(1 for item in items if item.gap) > MOST_GAPS:
        raise NotationError(f"at most {MOST_GAPS} gaps (…) expected in {source!r}")
    if slots_alone and items and all(item.gap or item.slots for item in items) and items[0].slots:
        return Pattern(source, items, 0, frozenset(), 0, by_slot=items[0].slots[0])
    anchor = _anchor(source, items, vocabulary)
    return Pattern(
        source=source,
        items=items,
        anchor=anchor,
        anchor_keys=_first_keys(items[anchor]),
        reach=sum(item.longest for item in items[:anchor]),
        least=sum(_shortest(item) for item in items[:anchor]),
        opening=items[0].opening,
        at_start=at_start,
        at_end=at_end,
    )


def _shortest(item: Item) -> int:
    """The fewest words an item takes."""
    if item.gap or item.optional:
        return 0
    if item.words or item.slots:
        return 1
    return min(len(phrase) for phrases in item.phrases.values() for phrase in phrases)


def _items(piece: str, vocabulary: Vocabulary) -> list[Item]:
    """The items of one blank-separated piece; only a plain word can give several."""
    if piece.startswith("…"):
        size = _gap(piece)
        return [Item(gap=size, longest=size)]
    optional = len(piece) > 1 and piece.endswith("?")
    body = piece[:-1] if optional else piece
    if "|" not in body and body[0] not in "=@<":
        steps = _word_steps(body, vocabulary)
        if optional and len(steps) > 1:
            return [lay_out([tuple(steps)], optional=True)]
        return [lay_out([(step,)], optional=optional) for step in steps]
    ways = [way for choice in body.split("|") for way in _ways(choice, vocabulary)]
    return [lay_out(ways, optional=optional)]


def _gap(piece: str) -> int:
    size = piece[1:]
    if not size:
        return GAP
    if not size.isdigit() or not 1 <= int(size) <= LONGEST_GAP:
        raise NotationError(
            f"a gap of 1 to {LONGEST_GAP} words expected, as in '…3', not {piece!r}"
        )
    return int(size)


def _ways(choice: str, vocabulary: Vocabulary) -> list[tuple[Step, ...]]:
    """The alternatives that one choice of an item stands for."""
    if not choice:
        raise NotationError("a word expected on both sides of '|'")
    if choice.startswith("@"):
        return list(vocabulary.ways(choice[1:]))
    if choice.startswith("<"):
        return [(_slot(choice),)]
    return [tuple(_word_steps(choice, vocabulary))]


def _slot(choice: str) -> str:
    name = choice.strip("<>").upper()
    if not choice.endswith(">") or name not in SLOTS:
        raise NotationError(f"unknown slot {choice!r}; the slots are: {', '.join(sorted(SLOTS))}")
    return name


def _member_steps(member: str, vocabulary: Vocabulary) -> tuple[Step, ...]:
    return tuple(step for word in member.split() for step in _word_steps(word, vocabulary))


def _word_steps(text: str, vocabulary: Vocabulary) -> list[Step]:
    """Forms of each word in ``text``, which holds no blank but may hold apostrophes or hyphens."""
    exact = text.startswith("=")
    words = split_words(text[1:] if exact else text, vocabulary.language)
    if not words:
        raise NotationError(f"a word expected, not {text!r}")
    return [
        frozenset({word.key})
        if exact
        else frozenset(fold(form) for form in vocabulary.inflect(word.text.lower())) | {word.key}
        for word in words
    ]


def _anchor(source: str, items: tuple[Item, ...], vocabulary: Vocabulary) -> int:
    """The obligatory item that messages hold most rarely, guessed from how common its words are."""
    costs = {
        index: sum(50 if key in vocabulary.frequent else 1 for key in _first_keys(item))
        for index, item in enumerate(items)
        if not item.gap and not item.optional and _first_keys(item)
    }
    if not costs:
        raise NotationError(f"at least one word that may not be missing expected in {source!r}")
    return min(costs, key=lambda index: (costs[index], index))


def _first_keys(item: Item) -> Forms:
    """Keys an item can begin with; none when a slot can begin it."""
    return frozenset() if item.slots else item.words | item.phrases.keys()
