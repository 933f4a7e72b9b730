"""``signs``: sentences in which several signs meet, each with its weight."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from followup_kit.detecting.hit import Hit, hit_in
from followup_kit.detecting.phrase import matches
from followup_kit.detecting.scene import Scene, SceneSentence
from followup_kit.detecting.sentence_guards import holds
from followup_kit.models.rule import Rule
from followup_kit.rulebook.compiled import Entry

Shown = dict[str, tuple[int, int]]
"""The words (half-open) that show each sign first."""


def detect(scene: Scene) -> Iterator[Hit]:
    """One hit for each sentence whose signs add up to what a rule asks."""
    for sentence in scene.sentences:
        for entry, shown in _shown(scene, sentence).values():
            rule = entry.rule
            if _weighs(rule, shown) >= (rule.at_least or 0) and holds(entry, scene, sentence):
                first, end = _stretch(rule, shown)
                yield hit_in(rule, sentence, first, end, _details(rule, shown, sentence))


def leanings(scene: Scene) -> Iterator[tuple[SceneSentence, Rule, int]]:
    """Sentences of the body that are half way to a rule or further, with what they add up to."""
    for sentence in scene.body:
        for entry, shown in _shown(scene, sentence).values():
            weight = _weighs(entry.rule, shown)
            if 2 * weight >= (entry.rule.at_least or 0):
                yield sentence, entry.rule, weight


def _shown(scene: Scene, sentence: SceneSentence) -> Mapping[str, tuple[Entry, Shown]]:
    """For each rule, the signs of it that the sentence shows."""
    shown: defaultdict[str, Shown] = defaultdict(dict)
    by_rule: dict[str, Entry] = {}
    for entry, first, end in matches(scene, sentence, "signs"):
        by_rule[entry.rule.id] = entry
        shown[entry.rule.id].setdefault(entry.sign or "", (first, end))
    return {rule_id: (by_rule[rule_id], found) for rule_id, found in shown.items()}


def _weighs(rule: Rule, shown: Shown) -> int:
    return sum(rule.signs[name].weight for name in shown)


def _stretch(rule: Rule, shown: Shown) -> tuple[int, int]:
    """From the first to the last word that speaks for it."""
    spans = [span for name, span in shown.items() if rule.signs[name].weight > 0]
    return min(first for first, _ in spans), max(end for _, end in spans)


def _details(rule: Rule, shown: Shown, sentence: SceneSentence) -> tuple[tuple[str, str], ...]:
    """The words of each sign that speaks for it, in the order of the rule."""
    text, base = sentence.sentence.text, sentence.sentence.start
    tokens = sentence.tokens
    return tuple(
        (name, text[tokens[first].start - base : tokens[end - 1].end - base])
        for name, (first, end) in ((n, shown[n]) for n in rule.signs if n in shown)
        if rule.signs[name].weight > 0
    )
