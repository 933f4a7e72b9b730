"""A draft of any format → a Message: plain text, zones, unfilled fields, the way back."""

from followup_kit.models.draft import Draft
from followup_kit.models.message import Message
from followup_kit.reading.eml import read_eml
from followup_kit.reading.html import read_html
from followup_kit.reading.limits import check_size
from followup_kit.reading.markdown import read_markdown
from followup_kit.reading.placeholders import find_placeholders
from followup_kit.reading.plain import Plain
from followup_kit.reading.text import cleaned, read_text
from followup_kit.reading.unseen import visible, without_unseen
from followup_kit.reading.zones import find_zones


def read(draft: Draft) -> Message:
    """Read a draft by its format.

    Args:
        draft: of any format.

    Raises:
        InputError: larger than a message can be.
    """
    check_size(draft.text, draft.name or "draft")
    plain = without_unseen(plain_of(draft))
    zoned = find_zones(plain.text, plain.known)
    given = visible(cleaned(draft.subject)[0]) if draft.subject else None
    return Message(
        draft=draft,
        text=plain.text,
        origin=plain.origin,
        segments=zoned.segments,
        subject=given or visible(plain.subject or "") or zoned.subject,
        placeholders=find_placeholders(plain.text, zoned.segments),
        notices=(*draft.notices, *plain.notices),
    )


def plain_of(draft: Draft) -> Plain:
    """The plain text of a draft, read by its format, whatever nobody sees still in it."""
    if draft.format == "eml":
        return read_eml(draft)
    if draft.format == "html":
        return read_html(draft.text)
    if draft.format == "markdown":
        return read_markdown(draft.text)
    return read_text(draft.text)
