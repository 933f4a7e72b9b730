"""One suggestion for each dimension below its top level: what would bring it up most."""

from collections.abc import Iterator, Sequence

from followup_kit.coaching import placing
from followup_kit.coaching.coach import Coach
from followup_kit.coaching.manner import manner, slots
from followup_kit.models.advice import Missed, Suggestion
from followup_kit.models.base import DIMENSIONS, Dimension, MessageType
from followup_kit.models.rule import Rule, Suggest


def steps(coach: Coach, message_type: MessageType) -> Iterator[Suggestion]:
    """The best step of each dimension, then what asks for a word after something that was seen."""
    used: set[str] = set()
    for name in DIMENSIONS:
        if step := _best(coach, name, message_type, used):
            used.add(step.missed or "")
            yield step
    met = {hit.rule.id for hit in coach.hits}
    for rule in coach.book.rules:
        asked = rule.suggest and rule.suggest.after in met and rule.id not in met
        if rule.suggest and asked and _fits(coach, rule, rule.suggest, message_type):
            yield _step(coach, rule, rule.suggest, None)


def _best(
    coach: Coach, name: Dimension, message_type: MessageType, used: set[str]
) -> Suggestion | None:
    """The step that brings most; one that takes up what the context offers before any other."""
    level = coach.tally.dimensions[name].level
    done = {hit.rule.id for hit in coach.hits if not hit.rule.points}
    found = [
        _step(coach, rule, rule.suggest, anchor)
        for rule in coach.book.rules
        if rule.dimension == name
        and rule.suggest
        and rule.suggest.after is None
        and level in rule.suggest.levels
        and rule.id not in done
        and _fits(coach, rule, rule.suggest, message_type)
        for anchor in _anchors(coach, rule.suggest, name, used)
    ]
    return max(found, key=lambda step: (step.missed is not None, step.gain), default=None)


def _fits(coach: Coach, rule: Rule, suggest: Suggest, message_type: MessageType) -> bool:
    draft = coach.wording.message.draft
    return (
        draft.scenario in rule.scenarios
        and draft.scenario in suggest.scenarios
        and draft.channel in rule.channels
        and message_type in suggest.types
    )


def _anchors(
    coach: Coach, suggest: Suggest, name: Dimension, used: set[str]
) -> Sequence[Missed | None]:
    """What a step may be filled with: one thing that is missed, nothing, or not at all.

    What would serve another dimension better is left to it, unless there is more than one.
    """
    if suggest.given == "missed":
        left = [item for item in coach.missed if item.id not in used]
        mine = [item for item in left if item.dimension == name]
        others = [item for item in left if item.dimension != name]
        return mine[:1] or others[1:2]
    asked = {None: True, "notes": coach.verified, "no_notes": not coach.verified}
    return [None] if asked[suggest.given] else []


def _step(coach: Coach, rule: Rule, suggest: Suggest, anchor: Missed | None) -> Suggestion:
    """A rule of a dimension as something to do."""
    language = coach.wording.language
    message = rule.advice.in_(language)
    if anchor:
        key = "coach.missed" if anchor.span.part == "notes" else "coach.missed_posting"
        message = coach.book.say(key, language, anchor=anchor.anchor, advice=message)
        question, text = anchor.question, anchor.text
    else:
        question = suggest.question.in_(language) if suggest.question else ""
        template = suggest.template
        spoken = coach.scene.parsed.language
        text = template.said(spoken, familiar=coach.familiar) if template else ""
    typed = manner(coach.wording.message).typed(text)
    edit = placing.new_sentence(coach.wording.message, text) if text else None
    return Suggestion(
        rank=0,
        kind="template" if typed else "advice",
        dimension=rule.dimension,
        severity=suggest.severity,
        rule=rule.id,
        message=message,
        why=rule.why.in_(language),
        question=question or None,
        span=placing.point(edit, coach.wording) if edit else None,
        text=typed or None,
        slots=slots(typed),
        edits=(edit,) if edit else (),
        missed=anchor.id if anchor else None,
        example=suggest.example.shown(coach.scene.parsed.language, familiar=coach.familiar),
        gain=max(coach.gain(without=suggest.mends, brought=suggest.brings), 0),
    )
