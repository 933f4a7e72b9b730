"""Closing, signature and postscripts, found from the end of the writer's own lines upwards."""

from collections.abc import Sequence

from followup_kit.models.base import Zone
from followup_kit.models.message import Segment
from followup_kit.reading.closing import find_formula, read_closing
from followup_kit.reading.letterforms import LetterForms, Phrases
from followup_kit.reading.lines import Line, sentences_of, words_of
from followup_kit.reading.names import is_capitalised, is_name_line
from followup_kit.reading.signature import is_detail, signature_index, signs, tail_index

_CLOSING_WITHIN = 40
"""Lines from the end in which the closing is sought: a long legal footer has some twenty."""

_SENTENCES_WITHIN = 1_000
"""Characters from the end of a paragraph in which closing sentences are sought."""

_CLOSING_SENTENCES = 3
_WORDS_OF_PROSE = 6
_WORDS_OF_NAME = 4


def find_ending(text: str, lines: Sequence[Line], forms: LetterForms) -> list[Segment]:
    """Find what comes after the body.

    Args:
        text: the plain text.
        lines: the writer's own lines after the greeting, in order.
        forms: the words that close letters.

    Returns:
        Closing, signature and postscript segments, in the order of the text.
    """
    tail = tail_index(text, lines, forms)
    postscripts = _postscripts(text, lines[:tail], forms)
    letter = [line for index, line in enumerate(lines[:tail]) if index not in postscripts]
    below = [(_zone_below(text, line, forms), line) for line in lines[tail:]]
    segments = [Segment("postscript", lines[i].start, lines[i].end) for i in sorted(postscripts)]
    segments += [Segment(zone, line.start, line.end) for zone, line in below]

    body, closed = _cut_closing(text, letter, forms)
    if not closed:
        body, closed = _cut_name(text, letter, forms)
    segments += closed
    segments += _closing_sentences(text, body, forms, signed=bool(closed))
    return sorted(segments, key=lambda segment: segment.start)


def _postscripts(text: str, lines: Sequence[Line], forms: LetterForms) -> set[int]:
    """Indexes of the lines of paragraphs that begin with ``P.S.``."""
    found: set[int] = set()
    inside = False
    for index, line in enumerate(lines):
        if index and _starts(text, line, forms.postscripts):
            inside = True
        elif line.gap:
            inside = False
        if inside:
            found.add(index)
    return found


def _zone_below(text: str, line: Line, forms: LetterForms) -> Zone:
    return "postscript" if _starts(text, line, forms.postscripts) else "signature"


def _starts(text: str, line: Line, phrases: Phrases) -> bool:
    return bool(phrases.match(words_of(text, line.start, min(line.end, line.start + 60))))


def _cut_closing(
    text: str, lines: list[Line], forms: LetterForms
) -> tuple[list[Line], list[Segment]]:
    """Cut off at the last line that closes; gives the lines above and the segments below."""
    for index in range(len(lines) - 1, max(-1, len(lines) - 1 - _CLOSING_WITHIN), -1):
        line = lines[index]
        closing = read_closing(text, line.start, line.end, forms)
        if closing is None:
            continue
        rest = lines[index + 1 :]
        named = closing.end < line.end
        sure = closing.strength == "sure"
        if rest and not named and not signs(text, rest, forms, loosely=sure):
            continue
        if not sure and (index == 0 or (closing.strength == "form" and not rest)):
            continue
        first = _first_of_closing(text, lines, index, forms)
        segments = [Segment("closing", other.start, other.end) for other in lines[first:index]]
        segments.append(Segment("closing", line.start, _rstrip(text, line.start, closing.end)))
        if named:
            segments.append(Segment("signature", closing.end, line.end))
        return lines[:first], segments + _signature(text, rest, forms)
    return lines, []


def _first_of_closing(text: str, lines: list[Line], index: int, forms: LetterForms) -> int:
    """Extend upwards over lines that close too: "Thanking you," above "Yours faithfully,"."""
    while index > 1:
        above = lines[index - 1]
        if text[above.end - 1] in ".?!:;" or not read_closing(text, above.start, above.end, forms):
            return index
        index -= 1
    return index


def _signature(text: str, lines: list[Line], forms: LetterForms) -> list[Segment]:
    """Zone what follows a closing; prose to the reader below the name is a postscript."""
    segments = []
    zone: Zone = "signature"
    for index, line in enumerate(lines):
        if index and line.gap:
            prose = _is_prose(text, line, forms)
            noted = _starts(text, line, forms.notes)
            zone = "postscript" if prose or noted else "signature"
        segments.append(Segment(zone, line.start, line.end))
    return segments


def _is_prose(text: str, line: Line, forms: LetterForms) -> bool:
    words = words_of(text, line.start, line.end)
    return (
        len(words) >= _WORDS_OF_PROSE
        and any(word.key in forms.persons for word in words)
        and not is_detail(text, line)
    )


def _cut_name(text: str, lines: list[Line], forms: LetterForms) -> tuple[list[Line], list[Segment]]:
    """Cut off a signature that no closing line introduces."""
    index = signature_index(text, lines, forms)
    if index is None:
        return lines, []
    return lines[:index], _signature(text, lines[index:], forms)


def _closing_sentences(
    text: str, lines: list[Line], forms: LetterForms, *, signed: bool
) -> list[Segment]:
    """Closings, and a name, at the end of the last paragraph: "À jeudi. Kevin Sow"."""
    if not lines:
        return []
    first = max((i for i, line in enumerate(lines) if line.gap), default=0)
    start = max(lines[first].start, lines[-1].end - _SENTENCES_WITHIN)
    sentences = list(sentences_of(text, start, lines[-1].end))
    least = 0 if first else 1
    segments: list[Segment] = []
    if not signed and len(sentences) > 1 and _signs_off(text, *sentences[-1], forms):
        segments.append(Segment("signature", *sentences.pop()))
    for _ in range(_CLOSING_SENTENCES):
        found = _close_sentence(text, *sentences[-1], forms) if sentences else []
        whole = bool(found) and found[0].start == sentences[-1][0]
        if not found or (whole and len(sentences) <= least):
            break
        segments += found
        if not whole:
            break
        sentences.pop()
    return segments


def _close_sentence(text: str, start: int, end: int, forms: LetterForms) -> list[Segment]:
    closing = read_closing(text, start, end, forms)
    if closing is None or closing.strength != "sure":
        formula = find_formula(text, start, end, forms)
        if formula is not None:
            return [Segment("closing", formula, end)]
    if closing is None or closing.strength == "form":
        return []
    found = [Segment("closing", start, _rstrip(text, start, closing.end))]
    if closing.end < end:
        found.append(Segment("signature", closing.end, end))
    return found


def _signs_off(text: str, start: int, end: int, forms: LetterForms) -> bool:
    words = words_of(text, start, end)
    if len(words) > _WORDS_OF_NAME or read_closing(text, start, end, forms):
        return False
    if len(words) > 1 and not is_capitalised(text, words[0]):
        return False
    return is_name_line(text, start, end, forms)


def _rstrip(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip())
