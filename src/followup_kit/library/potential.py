"""What a template can become: its score once the writer has filled in what it asks for."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from followup_kit.detecting import Hit, detect
from followup_kit.detecting.scene import Scene
from followup_kit.judging import message_type
from followup_kit.models.base import DIMENSIONS, Dimension, MessageType
from followup_kit.models.template import TemplateBook
from followup_kit.reading.filling import Filled, TemplateField
from followup_kit.scoring import Seen, Tally, score

_NOT_WRITTEN = ("subject", "signature", "quoted", "header")
NAMED = 2
"""The level from which evidence says what it is about; a gap beside it asks for that."""


@dataclass(frozen=True)
class Case:
    """A template in one case of its blocks, and what was seen in it.

    Attributes:
        hits: what rules of messages see in it.
        slots: the fields that make the writer say something of their own.
        asked: the dimensions that they are of.
        tally: its potential levels and scores.
    """

    filled: Filled
    scene: Scene
    hits: tuple[Hit, ...]
    kind: MessageType
    slots: tuple[TemplateField, ...]
    asked: frozenset[Dimension]
    tally: Tally


def judge_case(filled: Filled, scene: Scene, book: TemplateBook, *, whole: bool = True) -> Case:
    """Judge a template in one case.

    Args:
        filled: the template with something standing in for its fields.
        scene: the same, parsed and seen against what is known of its conversations.
        book: how templates are judged.
        whole: whether no part of the message stands in another file.
    """
    silent = book.silent.keys() | (set() if whole else book.elsewhere.keys())
    hits = tuple(
        hit
        for hit in detect(scene)
        if hit.rule.id not in silent
        and not (hit.rule.id in book.stood_in and _beside(hit, filled.fields))
    )
    slots = tuple(field for field in filled.fields if _is_slot(field, filled, book))
    kinds = {slot: _kinds(slot, filled, book) for slot in slots}
    asked = frozenset(_asked(kinds, hits, book))
    own = bool(scene.context.notes or scene.context.posting)
    seen = [_seen(hit, slots, book, own=own) for hit in hits]
    seen += _brought(kinds, hits, scene, book)
    tally = score(seen, scene.compiled.book.rubric, verified=True)
    kind = message_type(hits, filled.message)
    return Case(filled, scene, hits, kind, slots, asked, tally)


def _is_slot(field: TemplateField, filled: Filled, book: TemplateBook) -> bool:
    """Whether only the writer can fill it, in words that go out."""
    if any(
        segment.zone in _NOT_WRITTEN and segment.start <= field.at < segment.end
        for segment in filled.message.segments
    ):
        return False
    if not field.kinds:
        return field.at >= 0 and not field.machine
    return field.at >= 0 and book.fields[field.kinds[0]].dimension is not None


def _kinds(slot: TemplateField, filled: Filled, book: TemplateBook) -> tuple[str, ...]:
    """The kinds of slots that a slot counts as."""
    scenario = filled.message.draft.scenario
    named = (book.fields[name].as_slots(name, scenario) for name in slot.kinds)
    return tuple(dict.fromkeys(name for names in named for name in names))


def _asked(
    slots: Mapping[TemplateField, Sequence[str]], hits: Sequence[Hit], book: TemplateBook
) -> Iterator[Dimension]:
    """The dimensions of slots; of a gap without a name, what its sentence is seen to be about."""
    for slot, kinds in slots.items():
        for name in kinds:
            if dimension := book.fields[name].dimension:
                yield dimension
        if not kinds:
            for hit in hits:
                if hit.good and hit.rule.reaches >= NAMED and _beside(hit, [slot]):
                    yield from (name for name in DIMENSIONS if name == hit.rule.dimension)


def _seen(hit: Hit, slots: Sequence[TemplateField], book: TemplateBook, *, own: bool) -> Seen:
    """What counts of a hit: outside of sentences with slots, words that everyone gets.

    With notes or a posting of its own, a template is for one conversation and counts in full.
    """
    rule = hit.rule
    if hit.good and rule.dimension in DIMENSIONS and not own and not _beside(hit, slots):
        least = max(min(rule.reaches, book.fixed_reaches), 1)
        rule = rule.model_copy(update={"reaches": least})
    return Seen(rule, hit.good)


def _brought(
    slots: Mapping[TemplateField, Sequence[str]],
    hits: Sequence[Hit],
    scene: Scene,
    book: TemplateBook,
) -> Iterator[Seen]:
    """What good fillings of the slots show, but for what their sentences show already."""
    rules = scene.compiled.book.by_id
    scenario = scene.parsed.message.draft.scenario
    for slot, kinds in slots.items():
        there = {hit.rule.id for hit in hits if _beside(hit, [slot])}
        for name in kinds:
            for rule_id in book.fields[name].brings:
                rule = rules.get(rule_id)
                if rule and scenario in rule.scenarios and rule_id not in there:
                    yield Seen(rule, good=True)


def _beside(hit: Hit, slots: Sequence[TemplateField]) -> bool:
    """Whether a slot stands in the hit's sentence, or in the hit itself."""
    if hit.sentence is not None:
        start, end = hit.sentence.sentence.start, hit.sentence.sentence.end
    elif hit.start is not None and hit.end is not None:
        start, end = hit.start, hit.end
    else:
        return False
    return any(start <= slot.at < end for slot in slots)
