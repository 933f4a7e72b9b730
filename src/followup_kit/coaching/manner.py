"""How a draft is typed, so that what is put into it looks as if its writer had typed it."""

import re
from dataclasses import dataclass

from followup_kit.models.conditions import SLOT
from followup_kit.models.message import Message

_CURLY = re.compile(r"(?<=\w)’(?=\w)")
_STRAIGHT = re.compile(r"(?<=\w)'(?=\w)")
_UNBREAKABLE = re.compile("[\u00a0\u202f](?=[;:!?»])")
_BEFORE_MARK = re.compile(r" (?=[;:!?»])|(?<=«) ")


@dataclass(frozen=True)
class Manner:
    """Apostrophes, spaces and line ends of one draft.

    Attributes:
        curly: whether it writes ’ where others write '.
        unbreakable: whether its French marks have no-break spaces before them.
        line_end: how its lines end.
    """

    curly: bool
    unbreakable: bool
    line_end: str

    def typed(self, text: str) -> str:
        """``text`` as the draft's writer would type it."""
        if self.curly:
            text = _STRAIGHT.sub("’", text)
        if self.unbreakable:
            text = _BEFORE_MARK.sub("\u00a0", text)
        return text.replace("\n", self.line_end)


def manner(message: Message) -> Manner:
    """How a message is typed."""
    text = message.text
    return Manner(
        curly=bool(_CURLY.search(text)) and not _STRAIGHT.search(text),
        unbreakable=bool(_UNBREAKABLE.search(text)),
        line_end="\r\n" if "\r\n" in message.draft.text else "\n",
    )


def slots(text: str) -> tuple[str, ...]:
    """The blanks of a text, in order."""
    return tuple(SLOT.findall(text))
