"""Where the greeting ends: on a line of its own, or run into the first sentence."""

import re
from collections.abc import Sequence

from followup_kit.reading.letterforms import LetterForms
from followup_kit.reading.lines import Line, Token, words_of
from followup_kit.reading.names import is_capitalised, is_person

_LONGEST = 100
"""Characters of a greeting; what is longer holds a sentence."""

_MOST_WORDS = 9
"""Words after the opening one: "Madame la Présidente du conseil d'administration de la Caisse"."""

_PARENTHESIS = re.compile(r"\([^()]*\)")
_TAIL = re.compile(r"(?:[\s,!:;.…–—-]|[:;]-?[)(DP]|[\u2600-\u27bf\ufe0f\U0001f000-\U0001faff])*$")
_STOP = re.compile(r"[?!;:…\n–—]|\.(?=\s)")
_BREAK = re.compile(r"[,?!;:…\n–—(\[{<]|\s-\s")
_CLOSING_MARK = re.compile(r"\s*(?:[,…–—]|[:;](?!-?[)(DP])|!+|\.{3})")
_FIELD = re.compile(r"\s*[\[{<%*$][^\n\]}>]{1,60}[\]}>%*]+")
_LOWER_NAME = re.compile(r"\s+[^\W\d_][\w'’-]*(?:\s+[^\W\d_][\w'’-]*)?(?=\s?[,!])")


def find_greeting(text: str, lines: Sequence[Line], forms: LetterForms) -> tuple[int, int] | None:
    """Find the greeting at the start of the writer's own lines.

    Returns:
        Its stretch of ``text``, the closing comma included; None when there is none.
    """
    if not lines:
        return None
    first = lines[0]
    end = _greeting_end(text, first, forms, followed=len(lines) > 1)
    if end is None:
        return None
    if end == first.end and lines[2:] and _greets_again(text, lines[1], forms):
        end = lines[1].end
    return first.start, end


def is_salutation_line(text: str, line: Line, forms: LetterForms) -> bool:
    """Whether a whole line greets by its words; "Mme Claire Martin" may be part of an address."""
    words = words_of(text, line.start, min(line.end, line.start + _LONGEST))
    opened = forms.openers.match(words)
    titled = forms.titles.match(words)
    if not opened and titled and (text[line.end - 1] == "," or titled == len(words)):
        opened = titled
    return bool(opened) and _stands_alone(text, line, words, opened, forms)


def _greeting_end(text: str, line: Line, forms: LetterForms, *, followed: bool) -> int | None:
    words = words_of(text, line.start, min(line.end, line.start + 2 * _LONGEST))
    opener, title = forms.openers.match(words), forms.titles.match(words)
    if opener or title:
        if _stands_alone(text, line, words, opener or title, forms):
            return line.end
        return _run_in(text, line, words, forms, named=bool(opener))
    if not followed or line.end - line.start > _LONGEST:
        return None
    if forms.addresses.match(words) and text[line.end - 1] == ",":
        return line.end
    return line.end if _is_bare_name(text, line, words, forms) else None


def _greets_again(text: str, line: Line, forms: LetterForms) -> bool:
    """Whether the next line only greets: "Greetings of the day."."""
    words = words_of(text, line.start, line.end)
    opened = forms.openers.match(words)
    return bool(opened) and _stands_alone(text, line, words, opened, forms)


def _stands_alone(
    text: str, line: Line, words: Sequence[Token], opened: int, forms: LetterForms
) -> bool:
    """Whether a line that opens like a greeting holds nothing else."""
    if line.end - line.start > _LONGEST or len(words) - opened > _MOST_WORDS:
        return False
    bare = _PARENTHESIS.sub(lambda match: " " * len(match.group()), text[line.start : line.end])
    bare = bare[: _TAIL.search(bare).start()]  # type: ignore[union-attr]  # always matches
    if any(not _abbreviated(bare[: stop.start()], forms) for stop in _STOP.finditer(bare)):
        return False
    chunks = _chunks(text, line.start, bare)
    marked = text[line.end - 1] in ",!:"
    return _addresses(text, chunks[0][opened:], forms, marked=marked) and all(
        _goes_on(text, chunk, forms) for chunk in chunks[1:]
    )


def _chunks(text: str, start: int, bare: str) -> list[list[Token]]:
    """The words between the commas of a line."""
    chunks = [
        words_of(text, start + match.start(), start + match.end())
        for match in re.finditer(r"[^,]+", bare)
    ]
    return [chunk for chunk in chunks if chunk] or [[]]


def _addresses(text: str, words: list[Token], forms: LetterForms, *, marked: bool) -> bool:
    """Whether the words after the opening one name a reader."""
    words = words[forms.titles.match(words) :]
    if not words:
        return True
    if _is_addressee(text, words[0], forms) and all(_is_addressee(text, w, forms) for w in words):
        return True
    return (marked or len(words) == 1) and not any(
        word.key in forms.not_names
        and word.key not in forms.glue
        and word.key not in forms.addressees
        for word in words
    )


def _goes_on(text: str, words: list[Token], forms: LetterForms) -> bool:
    """Whether the words after a comma greet someone else: "bonjour Benoît", "Monsieur"."""
    opened = forms.openers.match(words) or forms.titles.match(words)
    return bool(opened) or all(_is_addressee(text, word, forms) for word in words)


def _is_addressee(text: str, word: Token, forms: LetterForms) -> bool:
    if word.key in forms.addressees or word.key in forms.glue:
        return True
    return is_capitalised(text, word) and word.key not in forms.not_names


def _run_in(
    text: str, line: Line, words: Sequence[Token], forms: LetterForms, *, named: bool
) -> int | None:
    """The end of a greeting that a sentence follows on the same line."""
    opened = forms.openers.match(words) or forms.titles.match(words)
    end, marked = _addressee_end(text, line, words, opened, forms)
    if not named and not marked:
        return None
    while marked:
        rest = [word for word in words if word.start >= end]
        opened = forms.openers.match(rest) or forms.titles.match(rest)
        if not opened:
            break
        further, marked = _addressee_end(text, line, rest, opened, forms)
        if marked:
            end = further
    return end


def _addressee_end(
    text: str, line: Line, words: Sequence[Token], opened: int, forms: LetterForms
) -> tuple[int, bool]:
    """Where the addressee after the opening words ends, and whether a comma or ``!`` closes it."""
    opened += forms.titles.match(words, opened)
    last = opened - 1
    for index in range(opened, min(len(words), opened + _MOST_WORDS)):
        between = text[words[index - 1].end : words[index].start]
        if _BREAK.search(between) or (
            "." in between and not forms.titles.match([words[index - 1]])
        ):
            break
        if not _is_addressee(text, words[index], forms):
            break
        last = index
    while last >= opened and words[last].key in forms.glue:
        last -= 1
    end = words[last].end
    found = _PARENTHESIS.match(text, end + 1, line.end) if last >= opened else None
    found = found or _FIELD.match(text, end, line.end)
    if found is None and last == opened - 1:
        found = _LOWER_NAME.match(text, end, line.end)
        if found and words_of(text, end, found.end())[0].key in forms.not_names:
            found = None
    end = found.end() if found else end
    mark = _CLOSING_MARK.match(text, end, line.end)
    return (mark.end(), True) if mark else (end, end == line.end)


def _abbreviated(before: str, forms: LetterForms) -> bool:
    """Whether the stop after ``before`` belongs to a title or an initial (``Mr.``, ``J.``)."""
    words = words_of(before, 0, len(before))
    return bool(words) and (len(words[-1].key) == 1 or words[-1].key in forms.titles)


def _is_bare_name(text: str, line: Line, words: Sequence[Token], forms: LetterForms) -> bool:
    """Whether a line is a name and nothing else: "Vince", "Fergal,"."""
    comma = text[line.end - 1] == ","
    inside = text[line.start : line.end - 1] if comma else text[line.start : line.end]
    if not words or any(mark in inside for mark in ".:;?!()[]/") or words[0].key in forms.not_names:
        return False
    if forms.thanks.match(words) or forms.closings.match(words) or forms.partings.match(words):
        return False
    if comma and len(words) == 1:
        return True
    return len(words) <= (4 if comma else 2) and is_person(text, words, forms)
