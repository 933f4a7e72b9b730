"""What stands below a letter: a name, titles, numbers, a ``-- `` block, the mail program's line."""

import re
from collections.abc import Sequence

from followup_kit.reading.letterforms import LetterForms
from followup_kit.reading.lines import Line, words_of
from followup_kit.reading.names import is_name_line

_TAIL_WITHIN = 30
"""Lines from the end in which ``-- ``, a device's line or a legal footer is sought."""

_DETAIL_WORDS = 8
_DETAIL_LENGTH = 90
_SIGNATURE_PARAGRAPHS = 4
_WORDS_OF_NAME = 3
_LINES_OF_SIGNATURE = 6
_WORDS_BEFORE_STOP = 4
_DELIMITER = re.compile(r"--|—|–")
_CONTACT = re.compile(
    r"@|https?:|www\.|\w\.(?:com|fr|org|net|example|co\.uk)\b|(?:\d[\s./-]?){6,}|\s[|•·]\s"
)
_RULE = re.compile(r"[-–—_=*~]{3,}")
_STOP = re.compile(r"[.!?…]\W*$")
_UNDATED_STOP = re.compile(r"[?!:;]\W*$")
_BULLET = re.compile(r"[-–—•*✅]\s")


def tail_index(text: str, lines: Sequence[Line], forms: LetterForms) -> int:
    """Where the part starts that a mail program adds: ``-- ``, "Sent from my", a legal notice.

    Returns:
        An index into ``lines``; their number when there is no such part.
    """
    for index in range(max(1, len(lines) - _TAIL_WITHIN), len(lines)):
        line = lines[index]
        if _DELIMITER.fullmatch(text, line.start, line.end):
            return index
        words = words_of(text, line.start, min(line.end, line.start + 80))
        if forms.devices.match(words) and line.end - line.start <= _DETAIL_LENGTH:
            return index
        if line.gap and forms.footers.match(words):
            return index
    return len(lines)


def signs(text: str, lines: Sequence[Line], forms: LetterForms, *, loosely: bool) -> bool:
    """Whether lines after a closing read as a signature.

    Args:
        text: the plain text.
        lines: at least one line.
        forms: words that are no names.
        loosely: a few short lines are enough, as the closing itself leaves no doubt.
    """
    first = lines[0]
    if is_name_line(text, first.start, first.end, forms):
        return True
    if len(words_of(text, first.start, first.end)) <= _WORDS_OF_NAME and not _stops(text, first):
        return True
    return (
        loosely
        and len(lines) <= _LINES_OF_SIGNATURE
        and all(is_detail(text, line) for line in lines)
    )


def is_detail(text: str, line: Line) -> bool:
    """Whether a line could stand below a name: a title, a firm, a number; no sentence."""
    if _CONTACT.search(text, line.start, line.end) or _RULE.fullmatch(text, line.start, line.end):
        return True
    words = len(words_of(text, line.start, line.end))
    return (
        words <= _DETAIL_WORDS
        and line.end - line.start <= _DETAIL_LENGTH
        and not _UNDATED_STOP.search(text, line.start, line.end)
        and not (words > _WORDS_BEFORE_STOP and _stops(text, line))
    )


def signature_index(text: str, lines: Sequence[Line], forms: LetterForms) -> int | None:
    """Find a signature that no closing introduces: a name on a line of its own, details below.

    Returns:
        The index of its first line; None when the text just ends.
    """
    starts = [index for index, line in enumerate(lines) if line.gap and index]
    for start in reversed(starts[-_SIGNATURE_PARAGRAPHS:]):
        paragraph = lines[start:]
        if is_name_line(text, lines[start].start, lines[start].end, forms):
            if all(is_detail(text, line) for line in paragraph[1:]):
                return _first_name(text, lines, start, forms)
            return None
        if not all(is_detail(text, line) for line in paragraph):
            break
    return _name_below_sentence(text, lines, forms)


def _first_name(text: str, lines: Sequence[Line], start: int, forms: LetterForms) -> int:
    """Go up over further lines that could be names: a firm below a person, each a paragraph."""
    first = start
    for index in range(start - 1, max(start - _SIGNATURE_PARAGRAPHS, 0), -1):
        above = lines[index]
        if not above.gap or _stops(text, above) or not text[above.start].isupper():
            break
        if not is_name_line(text, above.start, above.end, forms):
            break
        first = index
    return first


def _name_below_sentence(text: str, lines: Sequence[Line], forms: LetterForms) -> int | None:
    """A name right under the last sentence, without an empty line."""
    for index in range(max(1, len(lines) - 5), len(lines)):
        above, line = lines[index - 1], lines[index]
        if (
            (_stops(text, above) or text[above.end - 1] == "," or _ends_whole(text, above, forms))
            and not _BULLET.match(text, above.start)
            and is_name_line(text, line.start, line.end, forms)
            and all(is_detail(text, other) for other in lines[index + 1 :])
        ):
            return index
    return None


def _ends_whole(text: str, line: Line, forms: LetterForms) -> bool:
    """Whether a line without a stop ends with a word that needs none after it."""
    words = words_of(text, line.start, line.end)
    last = words[-1] if words else None
    return last is not None and last.end == line.end and last.key not in forms.glue


def _stops(text: str, line: Line) -> bool:
    return _STOP.search(text, line.start, line.end) is not None
