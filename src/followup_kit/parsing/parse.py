"""Message → Parsed: the writer's own words, sentence by sentence, with their parts of speech."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from followup_kit.lettering import lettered
from followup_kit.models.base import Language, Zone
from followup_kit.models.message import Message, Placeholder, Segment
from followup_kit.parsing.installed import find_model
from followup_kit.parsing.parsed import Parsed, Pos, Sentence, Tense, Token
from followup_kit.parsing.pipelines import annotate
from followup_kit.parsing.sentences import split
from followup_kit.words import split_words

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Token as SpacyToken

OWN_ZONES: frozenset[Zone] = frozenset({"greeting", "body", "closing", "postscript", "signature"})
"""Zones that the writer of the message wrote; quoted threads and headers are not judged."""
TAGGED_ZONES: frozenset[Zone] = frozenset({"body", "postscript"})
"""Zones whose words are tagged; formulas and names around them need no parts of speech."""

_POS: dict[str, Pos] = {
    "NOUN": "noun", "PROPN": "name", "VERB": "verb", "AUX": "verb", "ADJ": "adj", "ADV": "adv",
    "PRON": "pron", "NUM": "num",
}  # fmt: skip
_TAGS: dict[str, Pos] = {
    "NN": "noun", "NNS": "noun", "NNP": "name", "NNPS": "name", "MD": "verb", "CD": "num",
    "PRP": "pron", "WP": "pron",
}  # fmt: skip
_TENSES: dict[str, Tense] = {
    "VBD": "past", "VBN": "past", "VBP": "present", "VBZ": "present",
    "Past": "past", "Imp": "past", "Pres": "present", "Fut": "future",
}  # fmt: skip
_CONDITIONALS = frozenset({"would", "'d", "could", "should"})
_CONDITIONAL_ENDING = re.compile(
    r"(?:e|[eio]nd|tt|(?:is|ss|[vf]r|[dhln])i)r(?:ais|ait|ions|iez|aient)$"
)
"""« mesurerais », « prendrait », « finirions »: the model takes many for present or past. No
imperfect ends so but that of « -érer », which has its accent."""
_TOLD_BY_ACCENT = frozenset({"a", "la", "ou", "du", "des"})
"""« a » and « à », « la » and « là »: small words of one key, whose part of speech hangs on an
accent that many do not type."""
_TAG_HEADS: dict[str, Pos] = {"VB": "verb", "JJ": "adj", "RB": "adv"}


def parse(messages: Sequence[Message], language: Language) -> list[Parsed]:
    """Parse what the writers of some messages wrote; many at once take less time each.

    Raises:
        ModelError: the model of the language is missing or altered.
    """
    tagged = [
        (number, segment)
        for number, message in enumerate(messages)
        for segment in message.segments
        if segment.zone in TAGGED_ZONES
    ]
    texts = [
        lettered(messages[number].text[segment.start : segment.end]) for number, segment in tagged
    ]
    docs: list[dict[Segment, Doc]] = [{} for _ in messages]
    for (number, segment), doc in zip(tagged, annotate(language, texts), strict=True):
        docs[number][segment] = doc
    return [_parsed(*pair, language) for pair in zip(messages, docs, strict=True)]


def _parsed(message: Message, docs: "dict[Segment, Doc]", language: Language) -> Parsed:
    sentences: list[Sentence] = []
    for segment in message.segments:
        if segment.zone in OWN_ZONES:
            words = _tokens(message.text, segment, docs.get(segment), language)
            tokens = _outside(message.placeholders, words)
            sentences += _sentences(message.text, segment, tokens, language, len(sentences))
    model = find_model(language)
    return Parsed(message, language, tuple(sentences), ((model.package, model.version),))


def _outside(fields: Sequence[Placeholder], tokens: list[Token]) -> list[Token]:
    """Words that are no part of an unfilled field: nobody wrote those."""
    return [
        token
        for token in tokens
        if not any(field.start <= token.start < field.end for field in fields)
    ]


def _sentences(
    text: str, segment: Segment, tokens: list[Token], language: Language, first: int
) -> list[Sentence]:
    """Deal the words of a zone out to its sentences; ``first`` is the first one's index."""
    found: list[Sentence] = []
    at = 0
    for start, end in split(text, segment.start, segment.end, language):
        while at < len(tokens) and tokens[at].start < start:
            at += 1
        stop = at
        while stop < len(tokens) and tokens[stop].start < end:
            stop += 1
        index, words = first + len(found), tuple(tokens[at:stop])
        found.append(Sentence(index, segment.zone, start, end, text[start:end], words))
        at = stop
    return found


def _tokens(text: str, segment: Segment, doc: "Doc | None", language: Language) -> list[Token]:
    """Words of a zone, each with what spaCy says of the token it begins in."""
    tagged = [(token.idx, _pos(token, language), token) for token in doc] if doc else []
    at = 0
    found = []
    for word in split_words(text, language, segment.start, segment.end):
        pos: Pos = "other"
        tense: Tense = "none"
        if tagged:
            offset = word.start - segment.start
            while at + 1 < len(tagged) and tagged[at + 1][0] <= offset:
                at += 1
            _, pos, token = tagged[at]
            tense = _tense(token, language, word.key) if pos == "verb" else "none"
        if language == "fr" and word.key in _TOLD_BY_ACCENT:
            pos, tense = "other", "none"
        found.append(Token(word.start, word.end, word.text, word.key, word.number, pos, tense))
    return found


def _pos(token: "SpacyToken", language: Language) -> Pos:
    if language == "fr":
        return _POS.get(token.pos_, "other")
    tag = token.tag_
    return _TAGS.get(tag) or _TAG_HEADS.get(tag[:2], "other")


def _tense(token: "SpacyToken", language: Language, key: str) -> Tense:
    if language == "en":
        if token.tag_ == "MD":
            return "cond" if key in _CONDITIONALS else "future"
        return _TENSES.get(token.tag_, "none")
    if _CONDITIONAL_ENDING.search(token.lower_) or "Cnd" in token.morph.get("Mood", []):
        return "cond"
    return _TENSES.get("".join(token.morph.get("Tense", [])), "none")
