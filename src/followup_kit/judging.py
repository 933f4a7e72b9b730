"""Around the score: whether there is anything to score, what kind of message, how sure it is."""

from collections.abc import Collection, Sequence

from followup_kit.detecting.hit import Hit
from followup_kit.models.base import Language, MessageType
from followup_kit.models.draft import Context
from followup_kit.models.message import Message
from followup_kit.models.report import Confidence, Reason
from followup_kit.parsing.language import LanguageGuess
from followup_kit.reporting import Wording
from followup_kit.rulebook.book import RuleBook

SHORT = 25
"""Words of a body below which a score says little."""
SURE = 0.8
"""Confidence of the language guess below which it was a close call."""
_PRECEDENCE: tuple[MessageType, ...] = ("withdrawal", "after_refusal", "chaser")
"""A message may look like several types; the first of these that was seen is its type."""


def not_scored_code(
    message: Message, guess: LanguageGuess, languages: Collection[Language]
) -> str | None:
    """Why a message cannot be scored, as a code; ``None`` when it can."""
    if not message.text.strip():
        return "empty"
    body = message.zone_text("body", "postscript").strip()
    if not body:
        written = message.zone_text("greeting", "closing", "signature").strip()
        return "only_signature" if written else "only_quoted"
    if not any(char.isalpha() for char in body):
        return "no_words"
    if guess.language not in languages:
        return "language"
    return None


def message_type(hits: Sequence[Hit], message: Message) -> MessageType:
    """What kind of message it is: what a type rule revealed, or what its scenario makes it."""
    named = {hit.rule.names for hit in hits if hit.rule.names}
    for kind in _PRECEDENCE:
        if kind in named:
            return kind
    return "recap" if message.draft.scenario == "sales" else "restitution"


def confidence(context: Context, guess: LanguageGuess, wording: Wording) -> Confidence:
    """How sure the score may be taken to be."""
    message = wording.message
    reasons = []
    if not context.notes:
        reasons.append("no_notes" if context.posting else "no_context")
    if len(message.zone_text("body", "postscript").split()) < SHORT:
        reasons.append("short")
    if message.draft.language == "auto" and guess.confidence < SURE:
        reasons.append("language")
    worded = tuple(
        Reason(code=code, message=wording.book.say(f"confidence.{code}", wording.language))
        for code in reasons
    )
    if not reasons:
        return Confidence(level="high")
    low = "no_context" in reasons or len(reasons) > 1
    return Confidence(level="low" if low else "medium", reasons=worded)


def notices(message: Message, book: RuleBook, language: Language) -> tuple[Reason, ...]:
    """What reading had to pass over or repair, in words."""
    return tuple(
        Reason(code=key, message=book.say(f"notice.{key}", language, detail=detail))
        for key, detail in message.notices
    )


def reason(code: str, guess: LanguageGuess, book: RuleBook, language: Language) -> Reason:
    """A code of :func:`not_scored_code` in words."""
    key = f"language.{guess.language}"
    named = book.say(key if key in book.strings else "language.other", language)
    return Reason(code=code, message=book.say(f"reason.{code}", language, named=named))
