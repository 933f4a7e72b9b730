"""Message → Parsed: the writer's own words, sentence by sentence, with their parts of speech."""

from typing import TYPE_CHECKING

from followup_kit.models.base import Language, Zone
from followup_kit.models.message import Message, Segment
from followup_kit.parsing.installed import find_model
from followup_kit.parsing.parsed import Parsed, Pos, Sentence, Tense, Token
from followup_kit.parsing.pipelines import load_pipeline
from followup_kit.parsing.sentences import split
from followup_kit.words import split_words

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Token as SpacyToken

OWN_ZONES: frozenset[Zone] = frozenset({"greeting", "body", "closing", "postscript", "signature"})
"""Zones that the writer of the message wrote; quoted threads and headers are not judged."""

_POS: dict[str, Pos] = {
    "NOUN": "noun", "PROPN": "name", "VERB": "verb", "AUX": "verb", "ADJ": "adj", "ADV": "adv",
    "PRON": "pron", "NUM": "num",
}  # fmt: skip
_TAGS: dict[str, Pos] = {
    "NN": "noun", "NNS": "noun", "NNP": "name", "NNPS": "name", "MD": "verb", "CD": "num",
    "PRP": "pron", "WP": "pron",
}  # fmt: skip
_TAG_HEADS: dict[str, Pos] = {"VB": "verb", "JJ": "adj", "RB": "adv"}


def parse(message: Message, language: Language) -> Parsed:
    """Parse what the writer wrote.

    Raises:
        ModelError: the model of the language is missing or altered.
    """
    nlp = load_pipeline(language)
    sentences: list[Sentence] = []
    for segment in message.segments:
        if segment.zone in OWN_ZONES:
            doc = nlp(message.text[segment.start : segment.end])
            sentences += _sentences(message, segment, doc, language, len(sentences))
    model = find_model(language)
    return Parsed(message, language, tuple(sentences), ((model.package, model.version),))


def _sentences(
    message: Message, segment: Segment, doc: "Doc", language: Language, first: int
) -> list[Sentence]:
    found = []
    spans = split(message.text, segment.start, segment.end, language)
    fields = [(field.start, field.end) for field in message.placeholders]
    tokens = [
        token
        for token in _tokens(message.text, segment, doc, language)
        if not any(start <= token.start < end for start, end in fields)
    ]
    at = 0
    for start, end in spans:
        while at < len(tokens) and tokens[at].start < start:
            at += 1
        stop = at
        while stop < len(tokens) and tokens[stop].start < end:
            stop += 1
        text = message.text[start:end]
        index = first + len(found)
        found.append(Sentence(index, segment.zone, start, end, text, tuple(tokens[at:stop])))
        at = stop
    return found


def _tokens(text: str, segment: Segment, doc: "Doc", language: Language) -> list[Token]:
    """Words of a zone, each with what spaCy says of the token it begins in."""
    words = split_words(text, language, segment.start, segment.end)
    spacy_tokens = list(doc)
    at = 0
    found = []
    for word in words:
        offset = word.start - segment.start
        while at + 1 < len(spacy_tokens) and spacy_tokens[at + 1].idx <= offset:
            at += 1
        token = spacy_tokens[at]
        pos = _pos(token, language)
        tense = _tense(token, language, word.key)
        found.append(Token(word.start, word.end, word.text, word.key, word.number, pos, tense))
    return found


def _pos(token: "SpacyToken", language: Language) -> Pos:
    if language == "fr":
        return _POS.get(token.pos_, "other")
    tag = token.tag_
    return _TAGS.get(tag) or _TAG_HEADS.get(tag[:2], "other")


def _tense(token: "SpacyToken", language: Language, key: str) -> Tense:
    if language == "en":
        if token.tag_ in ("VBD", "VBN"):
            return "past"
        if token.tag_ == "MD":
            return "cond" if key in ("would", "'d", "could", "should") else "future"
        return "present" if token.tag_ in ("VBP", "VBZ") else "none"
    morph = token.morph
    if "Cnd" in morph.get("Mood"):
        return "cond"
    if "Past" in morph.get("Tense") or "Imp" in morph.get("Tense"):
        return "past"
    if "Fut" in morph.get("Tense"):
        return "future"
    return "present" if "Pres" in morph.get("Tense") else "none"
