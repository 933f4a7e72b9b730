"""The scene: a parsed message seen against its context, word by word; what every detector reads."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from followup_kit.detecting.grammar import negated_words, subjects
from followup_kit.detecting.numbers import Figure, figures
from followup_kit.detecting.particulars import (
    RUN,
    Particular,
    Particulars,
    is_capitalised,
    particulars,
    runs,
    stem_of,
)
from followup_kit.models.draft import Context
from followup_kit.parsing.parsed import Parsed, Sentence, Token
from followup_kit.rulebook.compiled import CompiledBook

Subject = Literal["writer", "reader", "other"]
CONTENT = frozenset({"noun", "name", "verb", "adj"})
SHORTEST_RARE = 4


@dataclass(frozen=True, slots=True)
class Ground:
    """A particular of the context that a sentence takes up, and the word that does."""

    word: int
    particular: Particular


@dataclass(frozen=True, slots=True)
class SceneSentence:
    """A sentence and what is known of its words (all tuples run along ``tokens``).

    Attributes:
        opening: the last word index at which a pattern that begins a sentence may begin (a
            leading "and", "but", "donc" or a greeting run into the sentence is passed over).
        negated: whether a negation governs the word.
        subjects: whose act the word belongs to, if that can be told.
        figures: word indices that belong to a figure above two.
        names: word indices of names that are not the reader's, the company's or the role's.
        rare: word indices of content words out of the ordinary.
        dates: word indices that name a day, a month or a time to come.
        grounds: particulars of the context that the sentence takes up, each once.
        copied: share of its words (0 to 1) that stand in the same order in notes or posting.
    """

    sentence: Sentence
    tokens: tuple[Token, ...]
    opening: int
    negated: tuple[bool, ...]
    subjects: tuple[Subject | None, ...]
    figures: frozenset[int]
    names: frozenset[int]
    rare: frozenset[int]
    dates: frozenset[int]
    grounds: tuple[Ground, ...]
    copied: float

    def grounds_from(self, source: str) -> tuple[Ground, ...]:
        """Grounds in the notes, the posting, or either (``any``)."""
        return tuple(g for g in self.grounds if source in ("any", g.particular.source))


@dataclass(frozen=True)
class Scene:
    """A message, its context and the rules of its language.

    Attributes:
        sentences: those of every zone, in order.
        body: those of body and postscript.
        particulars: what the context offers.
    """

    parsed: Parsed
    context: Context
    compiled: CompiledBook
    particulars: Particulars
    sentences: tuple[SceneSentence, ...]

    @property
    def body(self) -> tuple[SceneSentence, ...]:
        """Sentences of body and postscript."""
        return tuple(s for s in self.sentences if s.sentence.zone in ("body", "postscript"))

    def fills(self, slot: str, sentence: SceneSentence, at: int) -> bool:
        """Whether the word at ``at`` fills a slot of a pattern."""
        token = sentence.tokens[at]
        match slot:
            case "ANY":
                return True
            case "NUM":
                return token.number or at in sentence.figures
            case "NAME":
                return at in sentence.names or token.pos == "name"
            case "DATE":
                return at in sentence.dates
            case "CONTENT":
                return token.pos in CONTENT and token.key not in generic(self.compiled)
            case "PAST" | "COND" | "FUTURE":
                return token.tense == slot.lower()
            case _:
                return token.pos == slot.lower()


def generic(compiled: CompiledBook) -> frozenset[str]:
    """Words that any message of this kind holds: they give a sentence no content."""
    return compiled.keys("generic_nouns") | compiled.keys("function_words")


def ordinary(books: Iterable[CompiledBook]) -> frozenset[str]:
    """Words, of every language at hand, that are never particular."""
    return frozenset().union(
        *(
            b.keys(name)
            for b in books
            for name in ("common_words", "function_words", "generic_nouns")
        )
    )


def build_scene(
    parsed: Parsed, context: Context, compiled: CompiledBook, usual: frozenset[str]
) -> Scene:
    """See a parsed message against its context.

    Args:
        parsed: the message.
        context: what is known of the conversation.
        compiled: the rules of the message's language.
        usual: words that are never particular, see :func:`ordinary`.
    """
    known = particulars(context, compiled, usual)
    people = _own_names(context)
    sentences = tuple(
        _sentence(sentence, known, compiled, usual, people) for sentence in parsed.sentences
    )
    return Scene(parsed, context, compiled, known, sentences)


def _own_names(context: Context) -> str:
    """Reader, company and role: naming them is no detail."""
    return " ".join(filter(None, (context.recipient, context.company, context.role)))


def _sentence(
    sentence: Sentence,
    known: Particulars,
    compiled: CompiledBook,
    usual: frozenset[str],
    people: str,
) -> SceneSentence:
    from followup_kit.words import split_words  # noqa: PLC0415

    tokens = sentence.tokens
    language = compiled.language
    administrative = {word.key for word in split_words(people, language)}
    numbers = figures(tokens, language, compiled.keys("number_words"))
    dates = _dates(tokens, numbers, compiled)
    in_figures = frozenset(i for f in numbers for i in range(f.first, f.end)) - dates
    names = frozenset(
        index
        for index, token in enumerate(tokens)
        if _is_name(index, tokens)
        and token.key not in administrative
        and index not in dates
        and token.key not in compiled.keys("function_words")
    )
    rare = frozenset(
        index
        for index, token in enumerate(tokens)
        if not token.number
        and len(token.key) >= SHORTEST_RARE
        and token.key not in usual
        and token.key not in administrative
        and index not in dates
        and index not in in_figures
    )
    return SceneSentence(
        sentence=sentence,
        tokens=tokens,
        opening=_opening(tokens, compiled),
        negated=negated_words(tokens, compiled),
        subjects=subjects(tokens, compiled, known.names),
        figures=in_figures,
        names=names,
        rare=rare,
        dates=dates,
        grounds=tuple(_grounds(tokens, numbers, known, compiled, usual, administrative)),
        copied=_copied(tokens, known),
    )


def _is_name(index: int, tokens: tuple[Token, ...]) -> bool:
    token = tokens[index]
    if index == 0:
        return token.pos == "name" and token.text[:1].isupper()
    return token.text[:1].isupper() and token.text.lower() not in ("i",) and not token.number


def _opening(tokens: tuple[Token, ...], compiled: CompiledBook) -> int:
    at = 0
    while at < len(tokens) and tokens[at].key in compiled.keys("openers"):
        at += 1
    return at


def _dates(
    tokens: tuple[Token, ...], numbers: list[Figure], compiled: CompiledBook
) -> frozenset[int]:
    """Words that name a day, a month or a moment, with the figures right beside them."""
    named = compiled.keys("weekdays") | compiled.keys("months") | compiled.keys("relative_dates")
    found = {index for index, token in enumerate(tokens) if token.key in named}
    beside = {index + step for index in found for step in (-1, 1)}
    months = compiled.keys("months")
    for index, token in enumerate(tokens):
        if token.key in months and index >= 2 and tokens[index - 1].key in ("of", "de"):
            beside.add(index - 2)
    spelled = {i for figure in numbers for i in range(figure.first, figure.end)}
    digits = {index for index, token in enumerate(tokens) if token.number}
    return frozenset(found | (beside & (digits | spelled)))


def _grounds(
    tokens: tuple[Token, ...],
    numbers: list[Figure],
    known: Particulars,
    compiled: CompiledBook,
    usual: frozenset[str],
    administrative: set[str],
) -> Iterable[Ground]:
    met: set[int] = set()
    at_figure: Mapping[int, Figure] = {figure.first: figure for figure in numbers}
    for index, token in enumerate(tokens):
        particular: Particular | None = None
        if index in at_figure:
            particular = known.figure(at_figure[index].values)
        elif not token.number and token.key not in administrative:
            if token.key in known.names or token.key not in usual:
                particular = known.word(token.key, compiled.language)
        if particular is not None and id(particular) not in met:
            met.add(id(particular))
            yield Ground(index, particular)


def _copied(tokens: tuple[Token, ...], known: Particulars) -> float:
    """Share of the words that lie in a run of four that the notes or the posting hold too."""
    if len(tokens) < RUN:
        return 0.0
    keys = [token.key for token in tokens]
    source = frozenset().union(*known.phrases.values()) if known.phrases else frozenset()
    covered: set[int] = set()
    for at in range(len(keys) - RUN + 1):
        if tuple(keys[at : at + RUN]) in source:
            covered.update(range(at, at + RUN))
    return len(covered) / len(keys)


__all__ = [
    "Ground",
    "Scene",
    "SceneSentence",
    "build_scene",
    "generic",
    "is_capitalised",
    "ordinary",
    "runs",
    "stem_of",
]
