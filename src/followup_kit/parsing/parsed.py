"""What a message is once parsed: sentences of words with their part of speech. No spaCy here."""

from dataclasses import dataclass
from typing import Literal

from followup_kit.models.base import Language, Zone
from followup_kit.models.message import Message

Pos = Literal["noun", "name", "verb", "adj", "adv", "pron", "num", "other"]
Tense = Literal["past", "present", "future", "cond", "none"]


@dataclass(frozen=True, slots=True)
class Token:
    """A word of the message: offsets into the plain text, key, part of speech and tense."""

    start: int
    end: int
    text: str
    key: str
    number: bool
    pos: Pos
    tense: Tense


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of one zone; ``index`` counts the sentences of the message from 0."""

    index: int
    zone: Zone
    start: int
    end: int
    text: str
    tokens: tuple[Token, ...]

    @property
    def question(self) -> bool:
        """Whether it asks something."""
        return "?" in self.text[-4:]


@dataclass(frozen=True, slots=True)
class Parsed:
    """A message read by a language's pipeline.

    Attributes:
        sentences: those of every zone the writer wrote (greeting, body, closing, postscript,
            signature), in order.
        models: name and version of the models used.
    """

    message: Message
    language: Language
    sentences: tuple[Sentence, ...]
    models: tuple[tuple[str, str], ...]

    def in_zones(self, *zones: Zone) -> tuple[Sentence, ...]:
        """The sentences of the given zones."""
        return tuple(sentence for sentence in self.sentences if sentence.zone in zones)
