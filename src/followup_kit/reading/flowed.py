"""``format=flowed`` (RFC 3676): lines that a mail program broke are joined again."""

from followup_kit.models.message import OffsetMap
from followup_kit.reading.lines import raw_lines
from followup_kit.reading.plain import Builder

_DELIMITER = "-- "


def unflow(text: str, *, delete_space: bool) -> tuple[str, OffsetMap]:
    """Join soft-broken lines and take off space stuffing; quoted lines stay as they are.

    Args:
        text: the decoded part.
        delete_space: what ``DelSp=yes`` says: the space before a soft break is no part of the text.
    """
    builder = Builder()
    lines = raw_lines(text, 0, len(text))
    for index, (line_start, end) in enumerate(lines):
        quoted = text.startswith(">", line_start, end)
        start = line_start + text.startswith(" ", line_start, end)
        following = lines[index + 1][0] if index + 1 < len(lines) else end
        soft = (
            not quoted
            and text.endswith(" ", start, end)
            and text[start:end] != _DELIMITER
            and index + 1 < len(lines)
            and lines[index + 1][0] < lines[index + 1][1]
            and not text.startswith(">", following)
        )
        if not soft:
            builder.copy(text[start:following], start)
        else:
            builder.copy(text[start : end - delete_space], start)
    return builder.plain()
