"""One suggestion for each rule that something speaks against."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from followup_kit.coaching import placing
from followup_kit.coaching.coach import Coach
from followup_kit.coaching.manner import manner, slots
from followup_kit.coaching.mending import elsewhere, mended
from followup_kit.coaching.naming import addressed
from followup_kit.detecting.hit import Hit
from followup_kit.models.advice import Edit, Suggestion
from followup_kit.models.draft import Context
from followup_kit.models.message import Message
from followup_kit.models.rule import Rule

_PLACES: Mapping[str, Callable[[Message, str], Edit | None]] = {
    "greeting": placing.new_greeting,
    "closing": placing.new_closing,
    "signature": placing.new_signature,
}
"""Where a missing zone goes; what else is missing is a sentence of the body."""


def blemishes(coach: Coach, passed: Collection[str]) -> Iterator[Suggestion]:
    """One suggestion for each rule at fault.

    Args:
        coach: what coaching looks at.
        passed: rules whose findings another suggestion mends.
    """
    faults: dict[str, list[Hit]] = {}
    for hit in coach.hits:
        if not hit.good and hit.rule.dimension != "type" and hit.rule.id not in passed:
            faults.setdefault(hit.rule.id, []).append(hit)
    for hits in faults.values():
        yield _lack(coach, hits[0]) if hits[0].lack else _fault(coach, hits)


def _fault(coach: Coach, hits: Sequence[Hit]) -> Suggestion:
    """What stands there and should not, or should read otherwise, wherever it stands."""
    found = [(hit, *new) for hit in hits if (new := mended(coach.scene, hit))]
    base = _base(coach, hits[0])
    if len(found) < len(hits):
        return base
    said = " ".join(dict.fromkeys(_said(coach, hit, text) for hit, text, _ in found))
    made = [edit for _, _, edit in found if edit]
    if len(made) < len(hits):
        return base.model_copy(update={"message": said})
    edits = _apart((*made, *elsewhere(coach.scene, hits)))
    return base.model_copy(
        update={
            "kind": "replacement",
            "text": found[0][1],
            "edits": edits,
            "span": placing.point(edits[0], coach.wording),
            "message": said,
        }
    )


def _said(coach: Coach, hit: Hit, text: str) -> str:
    """What to write instead of what; to delete, or to write small, the rule says itself."""
    found = dict(hit.details).get("found")
    if found is None or not text:
        return hit.rule.advice.in_(coach.wording.language)
    return coach.book.say("coach.replace", coach.wording.language, expected=text, found=found)


def _lack(coach: Coach, hit: Hit) -> Suggestion:
    """What should be there; with the words for it where the rule has some."""
    base = _base(coach, hit)
    template = hit.rule.template
    if template is None:
        return base
    scene, message = coach.scene, coach.wording.message
    words = template.said(scene.parsed.language, familiar=coach.familiar)
    text = filled(words, scene.context)
    if text is None:
        return base
    edit = _PLACES.get(hit.rule.check or "", placing.new_sentence)(message, text)
    typed = manner(message).typed(text)
    return base.model_copy(
        update={
            "kind": "template",
            "text": typed,
            "slots": slots(typed),
            "edits": (edit,) if edit else (),
            "span": placing.point(edit, coach.wording) if edit else base.span,
        }
    )


def _base(coach: Coach, hit: Hit) -> Suggestion:
    """The advice alone."""
    rule, language = hit.rule, coach.wording.language
    return Suggestion(
        rank=0,
        kind="advice",
        dimension=rule.dimension,
        severity=rule.severity,
        rule=rule.id,
        message=rule.advice.in_(language),
        why=rule.why.in_(language),
        span=coach.wording.span(hit),
        example=example(coach, hit.rule),
        gain=max(coach.gain(without={rule.id}), 0),
    )


def example(coach: Coach, rule: Rule) -> str | None:
    """A sentence as a draft in this language might have it."""
    spoken = coach.scene.parsed.language
    return rule.example.shown(spoken, familiar=coach.familiar) if rule.example else None


def filled(template: str, context: Context) -> str | None:
    """A template with its blanks filled from the context; ``None`` when one cannot be."""
    known = {
        "recipient": addressed(context.recipient),
        "company": context.company,
        "role": context.role,
    }
    for name, value in known.items():
        if f"{{{name}}}" in template:
            if not value:
                return None
            template = template.replace(f"{{{name}}}", value)
    return template


def _apart(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """Edits in order, without those that touch an earlier one."""
    kept: list[Edit] = []
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        if not kept or edit.start >= kept[-1].end:
            kept.append(edit)
    return tuple(kept)
