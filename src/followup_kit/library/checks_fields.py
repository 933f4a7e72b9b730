"""Whether the fields of a template are well written, and stand where they do no harm."""

import re
from collections.abc import Iterator

from followup_kit.library.view import Found, TemplateView
from followup_kit.models.base import LANGUAGES
from followup_kit.models.template import TemplateRule
from followup_kit.reading.field_names import MARK, name_words, slip_of
from followup_kit.reading.filling import TemplateField
from followup_kit.reading.template import Gap, plain_template
from followup_kit.words import fold

_ADDRESS = re.compile(r"https?://[^\s\"'<>]*", re.IGNORECASE)
_TELLING = 3
"""Words of a bracketed stretch up to which it may be a name, not a description."""
_HALF = re.compile(
    r"""(?x)
      \{\{[^{}\n]{0,80}\}?        # {{ name }
    | \{[^{}\n]{0,80}\}\}         # { name }}
    | \{%[^{}\n]{0,80}\}?        # {% if name }
    | \*\|[^|*\n]{0,40}\|?       # *|NAME|
    | \$\{[^{}\n]{0,80}          # ${name
    | \{[^{}\n.,;:!?]{0,40}     # {name
    | [\w.]{0,40}[ ]?(?:%?\}\}?|\|\*)
    """
)
_NAME = re.compile(r"\[[^\[\]\n.,;:!?]{0,60}")
_LONGEST = 40
_LAST_WORD = re.compile(r"[\w'’-]+\Z")
_WORD = re.compile(r"\w+")
_EYES = ":;=-"


def unknown_field(view: TemplateView, _rule: TemplateRule) -> Iterator[Found]:
    """A field that is not in the library's list, nor near one that is."""
    listed = view.settings.placeholders
    if listed is None:
        return
    for field in _held_against_lists(view):
        if not _in_list(field, listed) and _meant(field, listed, view) is None:
            blanks = {"found": field.text, "known": ", ".join(listed)}
            yield Found(field.start, field.end, blanks)


def misspelt_field(view: TemplateView, _rule: TemplateRule) -> Iterator[Found]:
    """A field nearly named as one of the library's list, or without a list as everybody's."""
    listed = view.settings.placeholders
    for field in _held_against_lists(view):
        if listed is not None:
            meant = None if _in_list(field, listed) else _meant(field, listed, view)
        else:
            meant = _usual(field, view) if field.machine else None
        if meant:
            edit = field.text.replace(field.name, meant, 1) if field.name in field.text else None
            yield Found(field.start, field.end, {"found": field.text, "meant": meant}, edit)


def unbalanced(view: TemplateView, _rule: TemplateRule) -> Iterator[Found]:
    """Half a field, half a pair of brackets, a block that never ends or never began."""
    for token in view.source.blocks.unpaired:
        yield Found(*view.source.place(token), {"found": token.text})
    seen: set[int] = set()
    for case in range(len(view.cases)):
        plain, gaps = plain_template(view.source, case)
        blank = _without(plain.text, gaps)
        for start, end in (*_halves(blank), *_lone_brackets(blank)):
            place = plain.origin.to_source(start, end)
            if place[0] not in seen:
                seen.add(place[0])
                yield Found(*place, {"found": plain.text[start:end]})


def field_in_url(view: TemplateView, rule: TemplateRule) -> Iterator[Found]:
    """A field inside an address, which breaks when the value holds a space or an accent.

    A program's own mark, such as a number, and a value that is encoded on the way do no harm.
    """
    fields = [
        token
        for token in view.source.tokens
        if token.role == "field"
        and view.names.kinds(name_words(token.word)) != (MARK,)
        and not _says(token.text, rule)
    ]
    for address in _ADDRESS.finditer(view.source.read):
        for token in fields:
            if address.start() < token.start < address.end():
                yield Found(*view.source.place(token), {"found": token.text})


def field_in_subject(view: TemplateView, rule: TemplateRule) -> Iterator[Found]:
    """A field in the subject, which everybody sees first when it stays empty.

    With a value to fall back on it never does.
    """
    message = view.cases[0].filled.message
    subjects = [(s.start, s.end) for s in message.segments if s.zone == "subject"]
    for field in view.cases[0].filled.fields:
        inside = field.at < 0 or any(start <= field.at < end for start, end in subjects)
        if inside and not _says(field.text, rule):
            yield Found(field.start, field.end, {"found": field.text})


def _says(field: str, rule: TemplateRule) -> bool:
    """Whether a field uses a filter that the rule names, whatever the language."""
    filters = {word for language in LANGUAGES for word in rule.part(language).words}
    return not filters.isdisjoint(_WORD.findall(field)[1:])


def _held_against_lists(view: TemplateView) -> Iterator[TemplateField]:
    """Fields that have a name: those of programs, and brackets that hold a name only."""
    theirs = {word for words in view.names.book.theirs.values() for word in words}
    for field in view.fields():
        words = name_words(field.name)
        slot = any(view.names.book.fields[kind].dimension for kind in field.kinds)
        described = len(words) > _TELLING or not theirs.isdisjoint(words)
        named = bool(field.kinds) and not slot and not described
        if words and (field.machine or named):
            yield field


def _in_list(field: TemplateField, listed: tuple[str, ...]) -> bool:
    """Whether a name is listed, however it is written; ``user.first_name`` also by its end."""
    words = name_words(field.name)
    last = name_words(field.name.rpartition(".")[2])
    known = {name_words(name) for name in listed}
    return words in known or last in known


def _meant(field: TemplateField, listed: tuple[str, ...], view: TemplateView) -> str | None:
    """The listed name that a field's is a slip of; ``firstname`` is one of ``first_name``."""
    by_letters = {"".join(name_words(name)): name for name in listed}
    most = view.names.book.typing_slip
    head, dot, last = field.name.rpartition(".")
    for before, part in (("", field.name), (head + dot, last)):
        letters = "".join(name_words(part))
        near = letters if letters in by_letters else slip_of(letters, frozenset(by_letters), most)
        if near:
            meant = by_letters[near]
            return before + (meant.upper() if part.isupper() else meant)
    return None


def _usual(field: TemplateField, view: TemplateView) -> str | None:
    """A field's name with the word put right that is a slip of a usual one."""
    for word in name_words(field.name):
        meant = slip_of(word, view.names.words, view.names.book.typing_slip)
        if meant and not view.names.ordinary & {word, word.rstrip("s")}:
            return _put_right(field.name, word, meant)
    return None


def _put_right(name: str, wrong: str, right: str) -> str:
    """A name with one of its words changed, in the capitals that were there."""
    folded = fold(name)
    at = folded.find(wrong) if len(folded) == len(name) else -1
    if at < 0:
        return right
    there = name[at : at + len(wrong)]
    if there.isupper():
        right = right.upper()
    elif there[0].isupper():
        right = right.capitalize()
    return f"{name[:at]}{right}{name[at + len(wrong) :]}"


def _without(text: str, gaps: tuple[Gap, ...]) -> str:
    """The text with blanks where fields stand; offsets stay."""
    signs = list(text)
    for gap in gaps:
        signs[gap.start : gap.end] = " " * (gap.end - gap.start)
    return "".join(signs)


def _halves(text: str) -> Iterator[tuple[int, int]]:
    """Signs of fields that no field holds, with the name they stand at."""
    for match in _HALF.finditer(text):
        yield match.start(), match.start() + len(match.group().rstrip())


def _lone_brackets(text: str) -> Iterator[tuple[int, int]]:
    """Square brackets without their other half, with a name beside them; a smiley is none."""
    opened: list[int] = []
    for at, char in enumerate(text):
        smiley = char in "[]" and at > 0 and text[at - 1] in _EYES
        if char == "[" and not smiley:
            opened.append(at)
        elif char == "]" and opened:
            opened.pop()
        elif char == "]" and not smiley:
            before = _LAST_WORD.search(text, max(at - _LONGEST, 0), at)
            yield (before.start() if before else at), at + 1
    for at in opened:
        name = _NAME.match(text, at)
        yield at, at + len(name.group().rstrip()) if name else at + 1
