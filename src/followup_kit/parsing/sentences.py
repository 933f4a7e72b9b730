"""Sentences of a stretch of plain text, as offsets: meant line ends first, then stops."""

import re
from collections.abc import Iterator
from functools import cache

from followup_kit.data import shipped_yaml
from followup_kit.models.base import Language
from followup_kit.reading.lines import raw_lines, trim
from followup_kit.words import fold

_LETTER = r"[^\W\d_]"
_EMOJI = r"[\u2600-\u27bf\U0001f000-\U0001faff][\ufe0f\u200d\u2600-\u27bf\U0001f000-\U0001faff]*+"
# Runs are taken whole (++) and only from their first character, so that a line of 100,000 points
# costs no more than any other.
_STOP = re.compile(
    rf"""(?:(?<![.!?…])(?P<stop>[.!?…]++)|(?<![\ufe0f\u200d\u2600-\u27bf\U0001f000-\U0001faff]){_EMOJI})
    (?P<closing>(?:[ \u00a0\u202f]?»|["”’')\]*_])*+)
    (?:[ \u00a0\u202f]*+{_EMOJI})*      # an emoji belongs to what it comments on
    (?=\s|$)""",
    re.VERBOSE,
)
_MARKER = re.compile(
    rf"[ \t\u00a0]*(?:[-–—•*·▪◦‣●○■□✓✔➔→▶>]|\d{{1,2}}[.)]|{_LETTER}\)|{_EMOJI})[ \t\u00a0]+(?=\S)"
)
_FORM = re.compile(rf"(?:{_LETTER}|[.-](?={_LETTER}))+$")
_INITIALS = re.compile(rf"{_LETTER}(?:[.-]{_LETTER})*")
_NEXT = re.compile(rf"[\s\"«“‘'(\[*_]*+(?P<word>{_LETTER}++|\d++|\S|$)")
_LONGEST_FORM = 16

NARROWEST = 40
"""Characters; programs wrap no narrower, so a shorter line was ended on purpose."""
USUAL = 60
"""Characters; from here on a wrapped line may well be followed by a capital letter."""

_Stretch = tuple[int, int]


def split(text: str, start: int, end: int, language: Language) -> list[_Stretch]:
    """Split ``text[start:end]`` into sentences, without the white space around them.

    A line end is a boundary unless the line was only wrapped. Items of a list are sentences of
    their own. A stop is a boundary unless it ends a short form or an aside goes on after it.

    Args:
        text: the plain text of the message.
        start: first code point of the stretch, such as a zone.
        end: one past its last code point.
        language: whose short forms to heed.
    """
    found = []
    for first, last in _blocks(text, start, end):
        at = first
        for match in _STOP.finditer(text, first, last):
            following = _NEXT.match(text, match.end(), last)
            word = following["word"] if following else ""
            if not word or _ends(
                text[max(at, match.start() - _LONGEST_FORM) : match.start()], match, word, language
            ):
                found.append((at, match.end()))
                at = match.end()
        found.append((at, last))
    trimmed = [trim(text, first, last) for first, last in found]
    return [(first, last) for first, last in trimmed if first < last]


def _blocks(text: str, start: int, end: int) -> Iterator[_Stretch]:
    """Runs of lines that were only wrapped: paragraphs, single lines, items without their mark."""
    for paragraph in _paragraphs(text, start, end):
        width = max(len(text[first:last].rstrip()) for first, last in paragraph)
        at, previous = _unmarked(text, *paragraph[0]), paragraph[0]
        for line in paragraph[1:]:
            if not _wrapped(text[slice(*previous)], text[slice(*line)], width):
                yield at, previous[1]
                at = _unmarked(text, *line)
            previous = line
        yield at, previous[1]


def _unmarked(text: str, start: int, end: int) -> int:
    """Where a line begins after its bullet, dash, emoji or number, if it has one."""
    marker = _MARKER.match(text, start, end)
    return marker.end() if marker else start


def _paragraphs(text: str, start: int, end: int) -> list[list[_Stretch]]:
    """Lines that hold something, grouped by the empty lines between them."""
    groups: list[list[_Stretch]] = [[]]
    for first, last in raw_lines(text, start, end):
        if text[first:last].strip():
            groups[-1].append((first, last))
        else:
            groups.append([])
    return [group for group in groups if group]


def _wrapped(before: str, line: str, width: int) -> bool:
    """Whether a line ended because the next word would not have fitted, and the text goes on."""
    if _MARKER.match(line):
        return False
    word = line.split(maxsplit=1)[0]
    widest = NARROWEST if word[0].islower() else USUAL
    return width >= widest and len(before.rstrip()) + 1 + len(word) > width


def _ends(before: str, match: re.Match[str], word: str, language: Language) -> bool:
    """Whether a sentence ends with a stop; ``before`` ends with it, ``word`` comes next."""
    stop, goes_on = match["stop"], word[0].islower()
    if stop == "." and not match["closing"]:
        return not _short_form(before, word, language)
    if stop is None or match["closing"] or stop.startswith(("..", "…")):
        return not goes_on
    return True


def _short_form(before: str, word: str, language: Language) -> bool:
    """Whether the point after ``before`` belongs to a short form, and the sentence goes on."""
    found = _FORM.search(before)
    if not found:
        return False
    form, key, forms = found.group(), fold(found.group()), _short_forms(language)
    if key in forms["closed"]:
        return True
    if key in forms["numbered"] and word[0].isdigit():
        return True
    if not word[0].isupper():
        return key in forms["open"] or (
            bool(_INITIALS.fullmatch(form)) and key not in _frequent(language)
        )
    # "J. Smith" goes on; "plan B. We" and "so do I. We" do not.
    initial = form[0].isupper() and _INITIALS.fullmatch(form) and form != "I"
    return bool(initial) and fold(word) not in _frequent(language)


@cache
def _short_forms(language: Language) -> dict[str, frozenset[str]]:
    parts = shipped_yaml("lexicon/abbreviations.yaml")[language]
    return {part: frozenset(fold(form) for form in forms) for part, forms in parts.items()}


@cache
def _frequent(language: Language) -> frozenset[str]:
    return frozenset(shipped_yaml("lexicon/function_words.yaml")[language])
