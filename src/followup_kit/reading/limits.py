"""What a draft may measure at most, each limit with its reason, and the one place that says no."""

from followup_kit.errors import InputError

MAX_BYTES = 1_000_000
"""Of a file or standard input. A follow-up message takes a few kB and a long quoted thread some
100 kB; what is larger carries attachments, or is no message."""

MAX_TEMPLATE_BYTES = 100_000
"""Of a template. A page of HTML mail with its styles takes 20 to 60 kB; what is larger holds
images, or is no template."""

MAX_CHARACTERS = 1_000_000
"""Of a draft given as text: as many as the largest file can hold."""

MAX_LINES = 50_000
"""Of a draft. Keeps what is done once a line within a second; the longest threads have hundreds."""

MAX_MIME_DEPTH = 20
"""Of parts within parts. Mail programs nest three or four deep; deeper is built to harm."""

MAX_MIME_PARTS = 500
"""Of one mail. A newsletter with all its images has some fifty."""


def check_size(text: str, name: str) -> None:
    """Refuse a draft that is too long to be a message.

    Args:
        text: the draft as given.
        name: what to call it in the error.

    Raises:
        InputError: more characters or lines than the limits above.
    """
    if len(text) > MAX_CHARACTERS:
        raise InputError(
            f"{name}: {len(text)} characters, over the limit of {MAX_CHARACTERS}; "
            "give the message alone, without attachments"
        )
    lines = text.count("\n") + text.count("\r") - text.count("\r\n")
    if lines > MAX_LINES:
        raise InputError(
            f"{name}: {lines} lines, over the limit of {MAX_LINES}; "
            "give the message alone, without the thread below it"
        )
