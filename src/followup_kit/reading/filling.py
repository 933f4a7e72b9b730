"""A template as it could go out: something stands in for each field, and spans lead back."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from followup_kit.models.base import Language
from followup_kit.models.message import Message, Segment
from followup_kit.models.template import TemplateBook
from followup_kit.reading.field_names import GAP, UNKNOWN, FieldNames, name_words
from followup_kit.reading.placeholders import find_placeholders
from followup_kit.reading.plain import Plain
from followup_kit.reading.replacing import Replacement, replaced
from followup_kit.reading.template import Gap, TemplateSource, plain_template
from followup_kit.reading.template_tokens import template_tokens
from followup_kit.reading.zones import find_zones
from followup_kit.words import fold, split_words

_ENDS = ".!?:\n"
_SENTENCE_ENDS = ".!?\n"
_BEFORE, _AFTER = 160, 80
"""Characters before and after a gap, within its sentence, that may tell what it is for."""


@dataclass(frozen=True, slots=True)
class TemplateField:
    """A field of a template.

    Attributes:
        start: where it stands in the file; ``end`` is one past its last code point.
        text: as it stands there, with its signs.
        name: what names it, without signs: a variable, or a description.
        kinds: what it may stand for (see ``templates.yaml``); none when unknown.
        machine: whether a program fills it in.
        at: where its stand-in begins in the message's text; -1 in a subject given apart.
        until: one past the stand-in's end.
    """

    start: int
    end: int
    text: str
    name: str
    kinds: tuple[str, ...]
    machine: bool
    at: int = -1
    until: int = -1


@dataclass(frozen=True, slots=True)
class Filled:
    """A template with something standing in for each field, in one case of its blocks."""

    message: Message
    fields: tuple[TemplateField, ...]


def fill_template(
    source: TemplateSource, language: Language, names: FieldNames, case: int = 0
) -> Filled:
    """Let a value stand in for each field of a template.

    Args:
        source: the template.
        language: that of the values.
        names: what fields stand for.
        case: which branch of each block stands there.
    """
    values = _Values(names.book, language)
    plain, gaps = plain_template(source, case)
    kinds = [_kinds(gap, plain.text, names) for gap in gaps]
    stand_ins = [
        Replacement(gap.start, gap.end, values.standing_for(gap, kind, plain.text[: gap.start]))
        for gap, kind in zip(gaps, kinds, strict=True)
    ]
    filled = replaced(plain, stand_ins)
    fields, moved = [], 0
    for gap, kind, stand_in in zip(gaps, kinds, stand_ins, strict=True):
        at = gap.start + moved
        until = at + len(stand_in.text)
        moved = until - gap.end
        place = plain.origin.to_source(gap.start, gap.end)
        fields.append(TemplateField(*place, gap.text, gap.name, kind, gap.machine, at, until))
    zoned = find_zones(filled.text, filled.known)
    subject, about = _subject(source, names, values)
    message = Message(
        draft=source.draft.model_copy(update={"subject": subject}),
        text=filled.text,
        origin=filled.origin,
        segments=zoned.segments,
        subject=subject or _told(filled, zoned.segments) or zoned.subject,
    )
    return Filled(message, (*about, *fields))


def _told(filled: Plain, segments: Sequence[Segment]) -> str | None:
    """The subject of a mail, with values standing in for its fields."""
    return next((filled.text[s.start : s.end] for s in segments if s.zone == "subject"), None)


def _kinds(gap: Gap, text: str, names: FieldNames) -> tuple[str, ...]:
    """What a field may stand for; a gap without a name is a slot for what its sentence asks."""
    kinds = names.kinds(name_words(gap.name))
    if kinds or gap.machine:
        return kinds
    start = max(text.rfind(end, 0, gap.start) for end in _SENTENCE_ENDS) + 1
    stops = [text.find(end, gap.end) for end in _SENTENCE_ENDS]
    stop = min((at for at in stops if at >= 0), default=len(text))
    start, stop = max(start, gap.start - _BEFORE), min(stop, gap.end + _AFTER)
    return names.slots(name_words(f"{text[start : gap.start]} {text[gap.end : stop]}"))


class _Values:
    """What stands in for fields, each kind's values in turn."""

    def __init__(self, book: TemplateBook, language: Language) -> None:
        self._book = book
        self._language: Language = language
        self._used: Counter[str] = Counter()
        self._determiners = frozenset(fold(word) for word in book.determiners[language])

    def standing_for(self, gap: Gap, kinds: Sequence[str], before: str) -> str:
        """A value for a field of these kinds, fitted to the text before it."""
        kind = kinds[0] if kinds else UNKNOWN if gap.machine else GAP
        values = self._book.fields[kind].stand(self._language).stand_ins
        value = values[self._used[kind] % len(values)]
        self._used[kind] += 1
        head = before[-40:]
        words = split_words(head, self._language)
        if (
            words
            and words[-1].key.strip("'") in self._determiners
            and words[-1].end + 2 > len(head)
        ):
            value = self._without_determiner(value)
        starts = not before.strip() or before.rstrip(" \t\u00a0")[-1] in _ENDS
        return value[:1].upper() + value[1:] if starts else value

    def _without_determiner(self, value: str) -> str:
        first = split_words(value, self._language)[0]
        if first.key.strip("'") in self._determiners:
            return value[first.end :].lstrip()
        return value


def _subject(
    source: TemplateSource, names: FieldNames, values: _Values
) -> tuple[str | None, tuple[TemplateField, ...]]:
    """The subject of the front matter with its fields filled, and these fields."""
    subject, key = source.matter.subject, source.front.key("subject")
    if subject is None or key is None:
        return None, ()
    gaps = sorted(_gaps(subject), key=lambda gap: gap.start)
    fields, parts, read, at = [], [], 0, key.value_start
    for gap in gaps:
        kinds = names.kinds(name_words(gap.name))
        parts += [subject[read : gap.start], values.standing_for(gap, kinds, subject[: gap.start])]
        read = gap.end
        found = source.draft.text.find(gap.text, at, key.value_end)
        place = (found, found + len(gap.text)) if found >= 0 else (key.value_start, key.value_end)
        at = max(at, place[1]) if found >= 0 else at
        fields.append(TemplateField(*place, gap.text, gap.name, kinds, gap.machine))
    return "".join([*parts, subject[read:]]), tuple(fields)


def _gaps(subject: str) -> Iterator[Gap]:
    """Fields of a subject, none inside another."""
    machine = [token for token in template_tokens(subject) if token.role == "field"]
    for token in machine:
        yield Gap(token.start, token.end, token.text, token.word, machine=True)
    for field in find_placeholders(subject, template=True):
        if not any(t.start < field.end and field.start < t.end for t in machine):
            name = field.text.strip("[]()<>{} \t")
            yield Gap(field.start, field.end, field.text, name, machine=False)
