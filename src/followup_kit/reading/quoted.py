"""Which stretches are not the writer's: the thread below, forwarded mail, ``>`` lines.

quotequail knows the introductions of many mail programs. Around it stand: spaces and wordings it
does not know, lines it would take for an introduction though the writer wrote them, and a bound on
what it is given (it needs quadratic time on many header-like lines).
"""

import re
import unicodedata
from collections.abc import Sequence

import quotequail

from followup_kit.reading.lines import raw_lines, trim

MAX_THREAD_LINES = 400
"""Lines in which the start of a quoted thread is sought: some 0.2 s at worst."""

MAX_INTRODUCTION = 400
"""Characters of a line that can introduce a thread; longer lines are prose."""

_ATTEMPTS = 8
_SPACES = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2007": " ", "’": "'", "\t": " "})
_MARKED = re.compile(r"\s{0,3}(?:>|&gt;)")
_WROTE = re.compile(
    r"(?i)^(?:on|le|am|el)\b.*(?:\bwrote|\ba écrit|\bschrieb|\bescribió) ?:$"
    r"|^.{1,120}<[^<>@\s]+@[^<>\s]+>.{0,80}(?:wrote|a écrit) ?:$"
)
_FORWARDED = re.compile(
    r"(?i)^[-_ ]{2,}\s?(?:message d'origine|message original|original message|original appointment|"
    r"message transféré|forwarded message|message réexpédié)\s?[-_ ]{2,}$"
    r"|^(?:début du message (?:transféré|réexpédié)|begin forwarded message) ?:$"
)
_MAY_START = re.compile(r"[>*_]|--|.*:$|[^:]{1,20}:|\d{4}/")
"""A look before quotequail is asked, which takes half the time of reading a letter."""

_RULE = re.compile(r"^_{5,}$")
_FROM = re.compile(r"(?i)^\*{0,2}(?:from|de|expéditeur)\*{0,2} ?: ?\*{0,2}\s?\S")
_SENT = re.compile(r"(?i)^\*{0,2}(?:sent|date|envoyé(?: le)?)\*{0,2} ?:.*\d")
_HEADER = re.compile(
    r"(?i)^\*{0,2}(?:from|de|to|à|cc|sent|date|envoyé|subject|objet|sujet)\*{0,2} ?:"
)


def find_quoted(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Find what the writer quotes, in order, without overlap; white space at the ends left out."""
    lines = raw_lines(text, start, end)
    first, last = _thread(text, lines)
    found = [(first, last)] if first < last else []
    for index, (line_start, line_end) in enumerate(lines):
        if not first <= index < last and _MARKED.match(text, line_start, line_end):
            found.append((index, index + 1))
    stretches = []
    for from_line, to_line in sorted(found):
        stretch = trim(text, lines[from_line][0], lines[to_line - 1][1])
        if stretch[0] < stretch[1]:
            stretches.append(stretch)
    return stretches


def _thread(text: str, lines: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """The lines of the first quoted thread, as a half-open range of indexes; empty for none."""
    plain = [_plain(text, *line) for line in lines[:MAX_THREAD_LINES]]
    _join_wrapped(plain)
    whole_input = len(plain) == len(lines)
    for _ in range(_ATTEMPTS):
        found = _unwrapped(plain)
        if found is None:
            break
        first, last = found
        if _introduces(plain, first):
            return first, last if last < len(plain) or whole_input else len(lines)
        plain[first] = "."
    return 0, 0


def _plain(text: str, start: int, end: int) -> str:
    """One line in the wording quotequail knows."""
    if end - start > MAX_INTRODUCTION:
        return ">" if _MARKED.match(text, start, end) else "."
    line = unicodedata.normalize("NFC", text[start:end]).translate(_SPACES).strip()
    bare = line.lstrip("> ")
    mark = "> " if line.startswith(">") else ""
    if _FORWARDED.match(bare):
        return mark + "----- Original Message -----"
    return mark + bare if mark else line


def _join_wrapped(plain: list[str]) -> None:
    """Put an introduction that a mail program broke over up to four lines on one line."""
    for index, line in enumerate(plain):
        bare = line.lstrip("> ")
        if not re.match(r"(?:On|Le) ", bare) and "<" not in bare:
            continue
        joined = bare
        for ahead in range(4):
            if ahead:
                if index + ahead >= len(plain) or not plain[index + ahead]:
                    break
                joined += " " + plain[index + ahead].lstrip("> ")
            if _WROTE.match(joined) and re.search(r"[\d@]", joined):
                mark = ">" if line.startswith(">") else ""
                plain[index] = f"{mark}On {joined[:-1]} wrote:"
                for below in range(index + 1, index + ahead + 1):
                    plain[below] = mark
                break


def _unwrapped(plain: Sequence[str]) -> tuple[int, int] | None:
    """What quotequail takes for the quoted part, as a half-open range of line indexes."""
    if not any(_MAY_START.match(line) for line in plain):
        return None
    joined = "\n".join(plain)
    result = quotequail.unwrap(joined)
    if result is None:
        return None
    first = _lines_of_top(joined, result.get("text_top", ""))
    while first < len(plain) and not plain[first]:
        first += 1
    last = len(plain)
    bottom = result.get("text_bottom", "")
    if bottom:
        last = joined.rstrip().count("\n") - bottom.count("\n")
    return (first, last) if first < last else None


def _lines_of_top(joined: str, top: str) -> int:
    if not top:
        return 0
    lead = len(joined) - len(joined.lstrip())
    return joined[: lead + len(top)].count("\n") + 1


def _introduces(plain: Sequence[str], index: int) -> bool:
    """Whether a thread really starts here: "From: Paris / To: Lyon" starts none."""
    line = plain[index].lstrip("> ")
    if plain[index].startswith(">") or line == "----- Original Message -----":
        return True
    if _RULE.match(line):
        below = next((other for other in plain[index + 1 :] if other), "")
        return bool(_FROM.match(below))
    block = list(plain[index : index + 8])
    if _HEADER.match(line):
        return any(_FROM.match(other) for other in block) and any(
            _SENT.match(other) or "@" in other for other in block
        )
    return bool(re.search(r"[\d@]", line))
