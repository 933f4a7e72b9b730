"""What comes in: a draft, and what is known of the conversation it follows."""

import datetime as dt
from typing import Literal

from followup_kit.models.base import Channel, Frozen, Language, Scenario

DraftFormat = Literal["text", "markdown", "html", "eml"]


class Draft(Frozen):
    """A message as its writer left it.

    Attributes:
        text: the message; for ``eml`` the whole file, headers and all.
        subject: the subject when it is not part of ``text``.
        channel: email, LinkedIn InMail or SMS; decides what length and form are asked for.
        scenario: ``interview`` (candidate to recruiter) or ``sales`` (seller to prospect).
        language: ``auto`` or the language to judge it in.
        format: how ``text`` is to be read.
        name: what to call it in reports, such as its path.
        charset: how a file was decoded into ``text``; with ``latin-1`` each character is one byte
            of the file, and the parts of an ``eml`` are decoded by what they say of themselves.
        notices: what had to be guessed or repaired before ``text`` was there, as message keys
            with details.
    """

    text: str
    subject: str | None = None
    channel: Channel = "email"
    scenario: Scenario = "interview"
    language: Literal["auto"] | Language = "auto"
    format: DraftFormat = "text"
    name: str | None = None
    charset: Literal["utf-8", "latin-1"] = "utf-8"
    notices: tuple[tuple[str, str], ...] = ()


class Context(Frozen):
    """What is known of the conversation; every part may be missing.

    Attributes:
        notes: the writer's own notes of the conversation, in any language.
        posting: the job advert, press release or page about the company. Not the conversation.
        recipient: the reader's name.
        company: the reader's company or organisation.
        role: the job, or in sales the reader's function.
        date: the day the message is sent.
    """

    notes: str | None = None
    posting: str | None = None
    recipient: str | None = None
    company: str | None = None
    role: str | None = None
    date: dt.date | None = None
