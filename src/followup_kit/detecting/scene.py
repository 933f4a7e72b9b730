"""The scene: a parsed message seen against its context, word by word; what every detector reads."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from followup_kit.detecting.collecting import particulars
from followup_kit.detecting.copying import Copying
from followup_kit.detecting.echo import echoes
from followup_kit.detecting.grammar import Subject, negated_words, subjects
from followup_kit.detecting.lens import Ground, Lens
from followup_kit.detecting.particulars import Particulars
from followup_kit.models.draft import Context
from followup_kit.parsing.parsed import Parsed, Sentence, Token
from followup_kit.rulebook.compiled import CompiledBook
from followup_kit.words import split_words

CONTENT = frozenset({"noun", "name", "verb", "adj"})
BODY = ("body", "postscript")
COPIED = 0.6
"""Share of a sentence in the very words of its source from which it is a copy."""
TENSES = frozenset({"PAST", "COND", "FUTURE"})


@dataclass(frozen=True, slots=True)
class SceneSentence:
    """A sentence and what is known of its words (tuples run along ``tokens``, sets hold indices).

    Attributes:
        opening: the last word index at which a pattern that begins a sentence may begin.
        lower: whether no word begins with a capital.
        negated: whether a negation governs the word.
        subjects: whose act the word belongs to, if that can be told.
        figures: words of figures above two that are no dates.
        names: names that are not the reader's, the company's or the role's.
        rare: content words out of the ordinary.
        dates: words that name a day, a month or a time to come.
        grounds: particulars of the context that the sentence takes up, each once.
        copied: share of its words (0 to 1) that stand in the same order in notes or posting.
        again: whether it says an earlier sentence again.
    """

    sentence: Sentence
    tokens: tuple[Token, ...]
    opening: int
    lower: bool
    negated: tuple[bool, ...]
    subjects: tuple[Subject | None, ...]
    figures: frozenset[int]
    names: frozenset[int]
    rare: frozenset[int]
    dates: frozenset[int]
    grounds: tuple[Ground, ...]
    copied: float
    again: bool

    def grounds_from(self, source: str) -> tuple[Ground, ...]:
        """Grounds in the notes, the posting, or either (``any``)."""
        return tuple(g for g in self.grounds if source in ("any", g.particular.source))

    def marked(self, slot: str) -> Collection[int]:
        """Words that are dates, out of the ordinary, or take up the context or a stake in it."""
        if slot == "DATE":
            return self.dates
        if slot == "RARE":
            return self.rare
        return [g.word for g in self.grounds if slot == "NOTED" or g.particular.stake]


@dataclass(frozen=True)
class Scene:
    """A message, its context and the rules of its language.

    Attributes:
        particulars: what the context offers.
        sentences: those of every zone, in order.
        administrative: keys that name the reader, the company or the role.
    """

    parsed: Parsed
    context: Context
    compiled: CompiledBook
    particulars: Particulars
    sentences: tuple[SceneSentence, ...]
    administrative: frozenset[str]

    @property
    def body(self) -> tuple[SceneSentence, ...]:
        """Sentences of body and postscript."""
        return tuple(s for s in self.sentences if s.sentence.zone in BODY)

    def fills(self, slot: str, sentence: SceneSentence, at: int) -> bool:
        """Whether the word at ``at`` fills a slot of a pattern."""
        token = sentence.tokens[at]
        if slot in TENSES:
            return token.tense == slot.lower()
        match slot:
            case "ANY":
                fits = True
            case "NUM":
                fits = token.number or at in sentence.figures
            case "NAME":
                fits = at in sentence.names or (token.pos == "name" and _as_name(sentence, at))
            case "CONTENT":
                fits = self._says(sentence, at) and token.key not in generic(self.compiled)
            case "DATE" | "RARE" | "NOTED" | "STAKED":
                fits = at in sentence.marked(slot)
            case _:
                fits = token.pos == slot.lower()
        return fits

    def _says(self, sentence: SceneSentence, at: int) -> bool:
        """Whether a word is a noun, verb or adjective, or an adverb after an article.

        Taggers take an unknown noun for an adverb when it ends like one: « l'affrètement ».
        """
        if sentence.tokens[at].pos != "adv" or at == 0:
            return sentence.tokens[at].pos in CONTENT
        return sentence.tokens[at - 1].key in self.compiled.keys("le")


def _as_name(sentence: SceneSentence, at: int) -> bool:
    """Whether a word is written as a name, or its sentence knows no capitals at all."""
    if sentence.tokens[at].text[:1].isupper():
        return len(sentence.tokens[at].text) > 1
    return sentence.lower


def generic(compiled: CompiledBook) -> frozenset[str]:
    """Words that any message of this kind holds: they give a sentence no content."""
    return compiled.union("generic_nouns", "function_words")


def ordinary(books: Iterable[CompiledBook]) -> frozenset[str]:
    """Words, of every language at hand, that are never particular."""
    return frozenset().union(
        *(book.union("common_words", "function_words", "generic_nouns") for book in books)
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
    own = " ".join(filter(None, (context.recipient, context.company, context.role)))
    administrative = frozenset(word.key for word in split_words(own, compiled.language))
    known = particulars(context, compiled, usual, administrative)
    lens = Lens(compiled, known, usual, administrative)
    again = echoes(parsed.sentences)
    body = [s for s in parsed.sentences if s.zone in BODY]
    copying = Copying(known, compiled.keys("function_words"))
    pasted = copying.pasted(token for sentence in body for token in sentence.tokens)
    sentences = tuple(
        _seen(
            sentence,
            lens,
            again=index in again,
            copied=1.0 if pasted else copying.copied(sentence),
        )
        for index, sentence in enumerate(parsed.sentences)
    )
    return Scene(parsed, context, compiled, known, sentences, administrative)


def _seen(sentence: Sentence, lens: Lens, *, again: bool, copied: float) -> SceneSentence:
    tokens = sentence.tokens
    numbers = lens.numbers(tokens, sentence.text, sentence.start)
    dates = lens.dates(tokens, numbers)
    in_figures = frozenset(i for f in numbers if f.counts for i in range(f.first, f.end)) - dates
    return SceneSentence(
        sentence=sentence,
        tokens=tokens,
        opening=lens.opening(tokens),
        lower=not any(token.text[:1].isupper() for token in tokens),
        negated=negated_words(tokens, lens.compiled),
        subjects=subjects(tokens, lens.compiled, lens.known.names),
        figures=in_figures,
        names=lens.names(tokens) - dates,
        rare=lens.rare(tokens) - dates - in_figures,
        dates=dates,
        grounds=lens.grounds(tokens, numbers, dates, sentence.text, sentence.start),
        copied=copied,
        again=again,
    )
