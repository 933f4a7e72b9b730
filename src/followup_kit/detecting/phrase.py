"""``phrase``: words that say it by themselves, and the look-up that all patterns share."""

from collections.abc import Iterator

from followup_kit.detecting.hit import Hit, hit_in
from followup_kit.detecting.matching import match_at
from followup_kit.detecting.scene import Scene, SceneSentence
from followup_kit.models.rule import Kind
from followup_kit.rulebook.compiled import Entry


def detect(scene: Scene) -> Iterator[Hit]:
    """One hit for each sentence in which a phrase occurs."""
    for sentence in scene.sentences:
        done: set[str] = set()
        for entry, first, end in matches(scene, sentence, "phrase"):
            if entry.rule.id not in done:
                done.add(entry.rule.id)
                yield hit_in(entry.rule, sentence, first, end)


def matches(scene: Scene, sentence: SceneSentence, kind: Kind) -> Iterator[tuple[Entry, int, int]]:
    """Matches of patterns of one kind of rule in a sentence, in the order of their words."""
    draft = scene.parsed.message.draft
    for at, entry in _candidates(scene, sentence, kind):
        rule = entry.rule
        if (
            sentence.sentence.zone in rule.zones
            and draft.scenario in rule.scenarios
            and draft.channel in rule.channels
        ):
            found = match_at(entry.pattern, scene, sentence, at)
            if found:
                yield entry, *found


def _candidates(scene: Scene, sentence: SceneSentence, kind: Kind) -> Iterator[tuple[int, Entry]]:
    """Entries to try at each word: those of the word itself, then those of the slots it fills."""
    index = scene.compiled.index.get(kind, {})
    slots = scene.compiled.slots if kind == "signs" else {}
    if not index and not slots:
        return
    for at, token in enumerate(sentence.tokens):
        for entry in index.get(token.key, ()):
            yield at, entry
        for slot, entries in slots.items():
            if scene.fills(slot, sentence, at):
                for entry in entries:
                    yield at, entry
