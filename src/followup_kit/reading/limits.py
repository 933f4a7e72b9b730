"""What a draft may measure at most, each limit with its reason, and the one place that says no."""

import re

from followup_kit.errors import InputError

MAX_BYTES = 1_000_000
"""Of a file or standard input. A follow-up message takes a few kB and a long quoted thread some
100 kB; what is larger carries attachments, or is no message."""

MAX_TEMPLATE_BYTES = 100_000
"""Of a template. A page of HTML mail with its styles takes 20 to 60 kB; what is larger holds
images, or is no template."""

MAX_SIGNS_IN_A_ROW = 1_000
"""Of a template, without a letter, a digit or a space between: a line of strokes across a page has
80. The time that taking such a run apart needs grows with its square."""

MAX_WORD = 5_000
"""Characters of a template's text without a space between: the longest links have some 2,000. The
time for one such word grows with its square."""

MAX_FIELDS = 1_000
"""Of a template: something stands in for each while it is judged. Long forms have some fifty."""

MAX_CASES = 12
"""Of a block in a template that are looked at: each is parsed like a template of its own, and one
sentence with more variants than that is written by a program."""

MAX_CHARACTERS = 1_000_000
"""Of a draft given as text: as many as the largest file can hold."""

MAX_LINES = 50_000
"""Of a draft. Keeps what is done once a line within a second; the longest threads have hundreds."""

MAX_MIME_DEPTH = 20
"""Of parts within parts. Mail programs nest three or four deep; deeper is built to harm."""

MAX_MIME_PARTS = 500
"""Of one mail. A newsletter with all its images has some fifty."""


_SIGNS = re.compile(r"(?:[^\w\s]|_)+")


def check_signs(text: str, name: str) -> None:
    """Refuse a template that holds a run of signs no writer types.

    Args:
        text: the template as given.
        name: what to call it in the error.

    Raises:
        InputError: a longer run than the limit above.
    """
    for run in _SIGNS.finditer(text):
        length = run.end() - run.start()
        if length > MAX_SIGNS_IN_A_ROW:
            line = text.count("\n", 0, run.start()) + 1
            raise InputError(
                f"{name}:{line}: {length} signs in a row without a letter, over the limit of "
                f"{MAX_SIGNS_IN_A_ROW}; is it a template?"
            )


def check_words(text: str, name: str) -> None:
    """Refuse a template whose text, markup apart, holds a word no reader could read.

    Args:
        text: plain text.
        name: what to call it in the error.

    Raises:
        InputError: a longer word than the limit above.
    """
    longest = max(map(len, text.split()), default=0)
    if longest > MAX_WORD:
        raise InputError(
            f"{name}: {longest} characters without a space, over the limit of {MAX_WORD}; "
            "is it a template?"
        )


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
