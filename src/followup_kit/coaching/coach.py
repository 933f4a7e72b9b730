"""What is missing or wrong → suggestions, ranked by the points they would bring.

Gains are true: each is the difference that re-scoring makes with the thing met. Nothing is
invented: names, figures and words of a suggestion come from the rule, the draft or the context.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from followup_kit.detecting.hit import Hit
from followup_kit.detecting.particulars import Particular
from followup_kit.detecting.scene import Scene
from followup_kit.models.advice import Suggestion
from followup_kit.models.base import (
    DIMENSIONS,
    SEVERITIES,
    Area,
    Dimension,
    Language,
    MessageType,
)
from followup_kit.models.rubric import Rubric
from followup_kit.models.rule import Rule
from followup_kit.reporting import Wording
from followup_kit.scoring import Seen, Tally, dimension, overall

CLOSED: frozenset[MessageType] = frozenset({"withdrawal", "after_refusal"})
"""Messages that are not low motivation to be fixed: nothing is asked of them but good form."""
TOP_LEVEL = 4
LONGEST_PHRASE = 60
"""Characters of the context that a suggestion may quote."""


@dataclass(frozen=True)
class Coach:
    """What coaching looks at: the scene, what was seen, and what it came to."""

    scene: Scene
    hits: Sequence[Hit]
    seen: Sequence[Seen]
    tally: Tally
    wording: Wording
    verified: bool

    @property
    def rubric(self) -> Rubric:
        """The numbers."""
        return self.wording.book.rubric

    def gain(self, seen: Sequence[Seen], area: Area) -> int:
        """Points that the overall score would gain if this were what was seen in one area."""
        dimensions = dict(self.tally.dimensions)
        for name in DIMENSIONS:
            if name == area:
                dimensions[name] = dimension(name, seen, self.rubric, verified=self.verified)
        return overall(dimensions, seen, self.rubric).score - self.tally.score


def suggest(coach: Coach, message_type: MessageType) -> tuple[Suggestion, ...]:
    """One suggestion for each dimension below its top level and for each craft finding."""
    found = [*_blemishes(coach)]
    if message_type in CLOSED:
        found = [s for s in found if s.dimension not in DIMENSIONS or s.severity == "blocker"]
    else:
        named: set[str] = set()
        for name in DIMENSIONS:
            if coach.tally.dimensions[name].level < TOP_LEVEL:
                found += _for_dimension(coach, name, named)
    ordered = sorted(found, key=_urgency)
    return tuple(s.model_copy(update={"rank": rank}) for rank, s in enumerate(ordered, start=1))


def _urgency(suggestion: Suggestion) -> tuple[int, int, int, str]:
    """Blockers first, then what brings most, then what is most severe."""
    severity = SEVERITIES.index(suggestion.severity)
    blocker = suggestion.severity == "blocker"
    return (0 if blocker else 1, -suggestion.gain, -severity, suggestion.rule)


def _blemishes(coach: Coach) -> Iterator[Suggestion]:
    """One suggestion for each rule that something speaks against."""
    met: set[str] = set()
    for hit in coach.hits:
        rule = hit.rule
        if hit.good or rule.dimension == "type" or rule.id in met:
            continue
        met.add(rule.id)
        without = [seen for seen in coach.seen if seen.rule.id != rule.id]
        yield _blemish(coach, hit, max(coach.gain(without, rule.dimension), 0))


def _blemish(coach: Coach, hit: Hit, gain: int) -> Suggestion:
    rule, language = hit.rule, coach.wording.language
    details = dict(hit.details)
    message = rule.advice.in_(language)
    kind: Literal["replacement", "template", "advice"] = "advice"
    text = None
    if "expected" in details and hit.start is not None:
        kind, text = "replacement", details["expected"]
        message = coach.wording.book.say("coach.replace", language, **details)
    elif hit.lack and rule.template:
        text = _filled(rule.template.in_(coach.scene.parsed.language), coach.scene, None)
        kind = "template" if text else "advice"
    return Suggestion(
        rank=0,
        kind=kind,
        dimension=rule.dimension,
        severity=rule.severity,
        rule=rule.id,
        message=message,
        why=rule.why.in_(language),
        span=coach.wording.span(hit),
        text=text,
        example=_example(rule, language),
        gain=gain,
    )


def _for_dimension(coach: Coach, name: Dimension, named: set[str]) -> Iterator[Suggestion]:
    """The unmet rule that would bring the dimension most, with what the context offers for it.

    ``named`` holds the lines of the context that were suggested already, and gets this one's.
    """
    best = _best_unmet(coach, name)
    if best is None:
        return
    rule, gain = best
    language = coach.wording.language
    anchor = _missed(coach, rule, named)
    message = rule.advice.in_(language)
    if anchor:
        named.add(anchor.line)
        key = "coach.missed" if anchor.source == "notes" else "coach.missed_posting"
        message = coach.wording.book.say(key, language, anchor=phrase(anchor), advice=message)
    text = None
    if rule.template:
        text = _filled(rule.template.in_(coach.scene.parsed.language), coach.scene, anchor)
    yield Suggestion(
        rank=0,
        kind="template" if text else "advice",
        dimension=name,
        severity="warning",
        rule=rule.id,
        message=message,
        why=rule.why.in_(language),
        text=text,
        example=_example(rule, language),
        gain=gain,
    )


def _best_unmet(coach: Coach, name: Dimension) -> tuple[Rule, int] | None:
    """The unmet rule that is worth most, and what it would bring: more points, more gain."""
    met = {hit.rule.id for hit in coach.hits}
    unmet = [
        rule
        for rule in coach.wording.book.rules
        if rule.dimension == name and rule.id not in met and _may_be_asked(coach, rule)
    ]
    if not unmet:
        return None
    best = max(unmet, key=lambda rule: (rule.points, rule.id))
    return best, coach.gain([*coach.seen, Seen(best, good=True)], name)


def _may_be_asked(coach: Coach, rule: Rule) -> bool:
    """Whether a rule is something to ask for in this message."""
    draft = coach.scene.parsed.message.draft
    return (
        rule.expects == "present"
        and rule.reaches > 1
        and rule.points > 0
        and draft.scenario in rule.scenarios
        and draft.channel in rule.channels
        and (rule.grounded is None or _missed(coach, rule, ()) is not None)
    )


def _missed(coach: Coach, rule: Rule, named: Collection[str]) -> Particular | None:
    """The most particular thing that a rule could take up and the message leaves out."""
    if rule.dimension not in ("specificity", "stakes"):
        return None
    taken = {g.particular.line for s in coach.scene.sentences for g in s.grounds}
    source = rule.grounded.source if rule.grounded else "notes"
    left = [
        item
        for item in coach.scene.particulars.every()
        if item.line not in taken
        and item.line not in named
        and source in ("any", item.source)
        and (item.stake or rule.dimension != "stakes")
    ]
    head = coach.scene.particulars.lines[0].text if left else ""
    return max(left, key=lambda item: _worth(item, head), default=None)


def _worth(item: Particular, head: str) -> tuple[bool, bool, bool, int, int]:
    """How much a missed particular is worth naming.

    Notes open with who and when; what is at stake comes first, initials last.
    """
    return (item.line != head, item.stake, not item.text.isupper(), item.weight, len(item.text))


def phrase(item: Particular) -> str:
    """The few words of the context in which a particular stands."""
    pieces = [piece.strip(" -•*") for piece in re.split(r"[.;:!?()–—→]+(?=\s|$)|,\s", item.line)]
    around = next((piece for piece in pieces if item.text in piece), item.text)
    return around if len(around) <= LONGEST_PHRASE else item.text


def _filled(template: str, scene: Scene, anchor: Particular | None) -> str | None:
    """A template with its blanks filled from the context; ``None`` when one cannot be."""
    context = scene.context
    blanks = {
        "recipient": context.recipient,
        "company": context.company,
        "role": context.role,
        "anchor": phrase(anchor) if anchor else None,
    }
    for name, value in blanks.items():
        if f"{{{name}}}" in template:
            if not value:
                return None
            template = template.replace(f"{{{name}}}", value)
    return template


def _example(rule: Rule, language: Language) -> str | None:
    return rule.example.in_(language) if rule.example else None
