"""One line of a batch: a message with what is known of it, and why one could not be judged."""

import datetime as dt
from typing import Any, Literal

from pydantic import ConfigDict

from followup_kit.models.base import Channel, Frozen, Scenario
from followup_kit.models.draft import Known


class _Open(Frozen):
    """Ignores keys it does not know, here only: records come from other people's exports."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class BatchContext(_Open):
    """What is known of the conversation; every part may be missing or null."""

    notes: Known | None = None
    posting: Known | None = None
    recipient: Known | None = None
    company: Known | None = None
    role: Known | None = None
    date: dt.date | None = None


class BatchRecord(_Open):
    """A message to be judged.

    Attributes:
        id: given back with the report; anything.
        body: the text of the message.
        lang: what it is written in, if that is known.
    """

    id: Any = None
    subject: str | None = None
    body: str
    lang: Literal["auto", "en", "fr"] | None = None
    scenario: Scenario | None = None
    channel: Channel | None = None
    context: BatchContext | None = None


BatchCode = Literal[
    "not_json",
    "not_utf8",
    "not_an_object",
    "too_long",
    "bad_value",
    "input",
    "model",
    "rules",
    "internal",
]


class BatchError(Frozen):
    """Why a line could not be judged: a code for machines, a sentence for people."""

    code: BatchCode
    message: str
