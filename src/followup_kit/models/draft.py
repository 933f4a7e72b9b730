"""What comes in: a draft, and what is known of the conversation it follows."""

import datetime as dt
from typing import Annotated, Literal

from pydantic import AfterValidator

from followup_kit.models.base import Channel, Frozen, Language, Scenario
from followup_kit.models.span import printable

DraftFormat = Literal["text", "markdown", "html", "eml"]
Known = Annotated[str, AfterValidator(printable)]
"""What is known may be quoted in a report, so it must be text that can be written."""


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

    notes: Known | None = None
    posting: Known | None = None
    recipient: Known | None = None
    company: Known | None = None
    role: Known | None = None
    date: dt.date | None = None
