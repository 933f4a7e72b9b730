"""Fields of a template that nobody filled in, in the dialects of template and mail tools."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from followup_kit.data import shipped_yaml
from followup_kit.models.base import LANGUAGES
from followup_kit.models.message import Placeholder, Segment
from followup_kit.reading.dialects import ANGLE, ANGLE_SAID, MACHINE
from followup_kit.reading.lines import words_of
from followup_kit.words import fold

_DRAFT, _TEMPLATE = r"[^\[\]\n]{1,160}", r"(?:[^\[\]\n]|\n(?![ \t\r]*\n)){1,300}"
"""What brackets may hold: in a template a description may run over several lines."""


def _pattern(inside: str, angle: str) -> re.Pattern[str]:
    return re.compile(
        rf"""(?x) {MACHINE}
        | {angle}
        | (?P<bracket>\[(?P<inside>{inside})\](?![(\[]))
        | (?P<round>\((?P<words>[^()\n]{{3,60}})\))
        | (?P<blank>_{{3,}})
        | (?P<crosses>(?<!\w)X{{2,}}(?:[/.-]X{{2,}})*(?!\w))
        """
    )


_PATTERN = _pattern(_DRAFT, ANGLE)
_EAGER = _pattern(_TEMPLATE, rf"{ANGLE} | {ANGLE_SAID}")
_GAP = frozenset(".…_ ")
"""Between brackets of a template: a gap without a name; of a draft, words a quotation skips."""
_CODE = re.compile(r"[^\W\d_][\w]*_[\w]+|[A-Z][A-Za-z]+\.[A-Z][A-Za-z]+")
_RULE_BEFORE = re.compile(r"(?:^|\n)[_ \t\r]*\Z")
_RULE_AFTER = re.compile(r"[_ \t]{0,200}(?:[\r\n]|\Z)")
_LOOK_BACK = 200
"""Characters before a field that are looked at; more of them make no difference."""
_WORDS_OF_TAG = 2
"""Words of a bracketed stretch before a line that may be a tag: "[Important] …"."""

_END = re.compile(r"[\s.!]*\Z")
_UNIT = re.compile(r"\s?(?:%|€|\$|£|k€|K€|ans?\b|years?\b|jours?\b|days?\b|[^\W\d_]+)")
_CENTURY = re.compile(r"(?i)\s?(?:siècle|century|e\b|ème)")


def find_placeholders(
    text: str, segments: Iterable[Segment] = (), *, template: bool = False
) -> tuple[Placeholder, ...]:
    """Find unfilled fields.

    Args:
        text: plain text, such as ``Message.text`` or a subject.
        segments: zones of the text; what others wrote (``quoted``) is left out.
        template: whether the text is a template: then brackets hold a field whatever they say.

    Returns:
        The fields in order, with offsets into ``text``.
    """
    quoted = sorted((s.start, s.end) for s in segments if s.zone == "quoted")
    return tuple(
        Placeholder(match.start(), match.end(), match.group())
        for match in (_EAGER if template else _PATTERN).finditer(text)
        if _is_field(text, match, template=template) and not _inside(match.start(), quoted)
    )


def _inside(at: int, stretches: Sequence[tuple[int, int]]) -> bool:
    index = bisect_right(stretches, (at, len(stretches) and stretches[-1][1])) - 1
    return index >= 0 and at < stretches[index][1]


def _is_field(text: str, match: re.Match[str], *, template: bool) -> bool:
    if match["bracket"]:
        return _is_bracketed_field(text, match, template=template)
    if match["round"]:
        return _is_round_field(match["words"])
    if match["blank"]:
        return not _fills_its_line(text, match)
    if match["crosses"]:
        return _stands_for_something(text, match)
    return True


def _is_bracketed_field(text: str, match: re.Match[str], *, template: bool) -> bool:
    """Whether brackets hold a field; no footnote, no aside, no tag before a subject."""
    inside = match["inside"].strip()
    words = words_of(inside, 0, len(inside))
    before = text[match.start() - 1] if match.start() else "\n"
    if template and set(inside) <= _GAP:
        return True
    if not words or before.isalnum() or before in "'’" or "://" in inside or "@" in inside:
        return False
    lexicon = _lexicon()
    if words[0].key in lexicon.kept or all(
        word.key.isdigit() or len(word.key) == 1 for word in words
    ):
        return inside.upper() == inside and set(inside) == {"X"}
    if template or any(word.key in lexicon.fields for word in words) or _CODE.search(inside):
        return True
    if _RULE_BEFORE.search(text[max(match.start() - _LOOK_BACK, 0) : match.start()]):
        return len(words) > _WORDS_OF_TAG
    return inside[0].isupper()


def _is_round_field(inside: str) -> bool:
    """Whether parentheses hold nothing but the words of a field: ``(nom de l'entreprise)``."""
    words = words_of(inside, 0, len(inside))
    lexicon = _lexicon()
    return (
        len(words) > 1
        and inside[0].isalpha()
        and any(word.key in lexicon.naming for word in words)
        and all(word.key in lexicon.fields or word.key in lexicon.fillers for word in words)
    )


def _fills_its_line(text: str, match: re.Match[str]) -> bool:
    """Whether the strokes are a rule across the page, not a gap in a sentence."""
    before = text[max(match.start() - _LOOK_BACK, 0) : match.start()]
    return bool(_RULE_BEFORE.search(before) and _RULE_AFTER.match(text, match.end()))


def _stands_for_something(text: str, match: re.Match[str]) -> bool:
    """Whether crosses replace a word or a figure; no kisses at the end, no century."""
    if _END.match(text, match.end()) or _CENTURY.match(text, match.end()):
        return False
    return match.group() != "XX" or _UNIT.match(text, match.end()) is not None


class _Lexicon(NamedTuple):
    """The lists of ``placeholder_words.yaml``, both languages together."""

    fields: frozenset[str]
    naming: frozenset[str]
    fillers: frozenset[str]
    kept: frozenset[str]


@lru_cache(maxsize=1)
def _lexicon() -> _Lexicon:
    data = shipped_yaml("lexicon/placeholder_words.yaml")
    return _Lexicon(
        **{
            key: frozenset(fold(word) for language in LANGUAGES for word in data[language][key])
            for key in _Lexicon._fields
        }
    )
