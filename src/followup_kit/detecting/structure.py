"""``structure``: what the zones of a message hold or lack. One check a rule names."""

from collections.abc import Callable, Iterator, Mapping

from followup_kit.detecting import structure_body, structure_tone, substance
from followup_kit.detecting.elsewhere import elsewhere
from followup_kit.detecting.hit import Hit
from followup_kit.detecting.quotation import quotation
from followup_kit.detecting.scene import Scene
from followup_kit.models.rule import Rule
from followup_kit.words import fold, split_words

Check = Callable[[Scene, Rule], Iterator[Hit]]
REPLIES = ("re", "rep", "aw", "sv", "fw", "fwd", "tr", "ant", "antw")
"""What mail tools put before the subject of a thread, which a reply should keep."""


def detect(scene: Scene) -> Iterator[Hit]:
    """Hits of every structure rule that applies to the message's scenario and channel."""
    draft = scene.parsed.message.draft
    for rule in scene.compiled.book.rules:
        if rule.kind != "structure" or not rule.check:
            continue
        if draft.scenario in rule.scenarios and draft.channel in rule.channels:
            yield from CHECKS[rule.check](scene, rule)


def _has_zone(zone: str) -> Check:
    def check(scene: Scene, rule: Rule) -> Iterator[Hit]:
        """The zone is there."""
        for segment in scene.parsed.message.segments:
            if segment.zone == zone:
                yield Hit(rule, segment.start, segment.end)
                return

    return check


def _placeholder(scene: Scene, rule: Rule) -> Iterator[Hit]:
    """Fields of a template that nobody filled in."""
    for field in scene.parsed.message.placeholders:
        yield Hit(rule, field.start, field.end, details=(("found", field.text),))


def _bare_subject(scene: Scene, rule: Rule) -> Iterator[Hit]:
    """A subject line that says nothing of its own: "Thank you", « Suite à notre entretien »."""
    message = scene.parsed.message
    if message.subject is None or fold(message.subject.split(":")[0].strip()) in REPLIES:
        return
    compiled = scene.compiled
    empty = compiled.keys("function_words") | compiled.keys("subject_words")
    words = split_words(message.subject, scene.parsed.language)
    if words and all(word.key in empty for word in words):
        at = message.text.find(message.subject)
        if message.draft.subject is not None:
            yield Hit(rule, 0, len(message.draft.subject), part="subject")
        elif at >= 0:
            yield Hit(rule, at, at + len(message.subject))


CHECKS: Mapping[str, Check] = {
    "greeting": _has_zone("greeting"),
    "closing": _has_zone("closing"),
    "signature": _has_zone("signature"),
    "placeholder": _placeholder,
    "bare_subject": _bare_subject,
    "mixed_address": structure_tone.mixed_address,
    "gender_form": structure_tone.gender_form,
    "shouting": structure_tone.shouting,
    "pasted": structure_body.pasted,
    "salad": structure_body.salad,
    "repeated": structure_body.repeated,
    "only_filler": structure_body.only_filler,
    "courtesies": structure_body.courtesies,
    "nothing_particular": substance.nothing_particular,
    "elsewhere": elsewhere,
    "chaser": structure_body.chaser,
    "quotation": quotation,
}
