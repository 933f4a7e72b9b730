"""Runs what rules say of themselves: examples, near misses, and whether each pattern is needed."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from followup_kit.checking.markup import draft_of, read_marks
from followup_kit.checking.template_tests import check_template_rule, of_templates
from followup_kit.detecting import Hit, detect
from followup_kit.detecting.scene import Scene
from followup_kit.errors import UsageError
from followup_kit.models.base import LANGUAGES, Language
from followup_kit.models.conditions import Guards
from followup_kit.models.rule import Example, LanguagePart, Rule
from followup_kit.models.template import TemplateRule
from followup_kit.reading import read
from followup_kit.rulebook.compiled import by_key, by_slot, entries
from followup_kit.scorer import Scorer

_EDGES = " \t\r\n.,;:!?…«»\"'“”()[]\u00a0\u202f"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something a rule says of itself that does not hold."""

    rule: str
    language: Language
    what: Literal["example", "near miss", "pattern", "guard", "cross"]
    text: str
    why: str

    def __str__(self) -> str:
        return f"{self.rule} [{self.language}] {self.what}: {self.why}\n    {self.text}"


def check_rule(scorer: Scorer, rule: Rule, language: Language) -> Iterator[Problem]:
    """Everything wrong with one rule in one language; nothing when all holds."""
    part = rule.part(language)
    for example in part.examples:
        yield from check_example(scorer, rule, language, example)
    for example in part.near_misses:
        yield from check_near_miss(scorer, rule, language, example)
    yield from needless_patterns(scorer, rule, language)


def check_example(
    scorer: Scorer, rule: Rule, language: Language, example: Example
) -> Iterator[Problem]:
    """Whether a rule fires on its example, at the very span that is marked."""
    hits = _own(rule, detect(_scene(scorer, example, language)))
    yield from _example(rule, language, example, hits)


def check_near_miss(
    scorer: Scorer, rule: Rule, language: Language, example: Example
) -> Iterator[Problem]:
    """Whether a rule stays silent on its near miss, and every other rule's blocker does."""
    hits = detect(_scene(scorer, example, language))
    yield from _near_miss(rule, language, example, hits)


def needless_patterns(scorer: Scorer, rule: Rule, language: Language) -> Iterator[Problem]:
    """Patterns that nothing needs: dropped one at a time, each must make an example fail.

    A pattern of a sign that speaks against a sentence may make a near miss fire instead.
    """
    part = rule.part(language)
    if not (part.patterns or part.signs):
        return
    scenes = [(example, _scene(scorer, example, language)) for example in part.examples]
    misses = [_scene(scorer, example, language) for example in part.near_misses if part.signs]
    for pattern, fewer in _with_one_less(part):
        less = rule.model_copy(update={language: fewer})
        broken = any(
            next(_example(rule, language, example, _own(rule, detect(_alone(scene, less)))), None)
            for example, scene in scenes
        ) or any(_own(rule, detect(_alone(scene, less))) for scene in misses)
        if not broken:
            yield Problem(rule.id, language, "pattern", pattern, "no example needs this pattern")


def _with_one_less(part: LanguagePart) -> Iterator[tuple[str, LanguagePart]]:
    """Each pattern of a rule, with the part as it is without that pattern."""
    for number, pattern in enumerate(part.patterns):
        yield pattern, part.model_copy(update={"patterns": _without(part.patterns, number)})
    for sign, patterns in part.signs.items():
        for number, pattern in enumerate(patterns):
            rest = {**part.signs, sign: _without(patterns, number)}
            yield f"{sign}: {pattern}", part.model_copy(update={"signs": rest})


def _without(patterns: tuple[str, ...], number: int) -> tuple[str, ...]:
    return patterns[:number] + patterns[number + 1 :]


def idle_guards(scorer: Scorer, rule: Rule, language: Language) -> Iterator[Problem]:
    """Guards that no near miss needs: dropped one at a time, none of them makes one fire."""
    scenes = [_scene(scorer, example, language) for example in rule.part(language).near_misses]
    for name in Guards.model_fields:
        if getattr(rule.guards, name) in (None, {}):
            continue
        without = rule.model_copy(
            update={"guards": rule.guards.model_copy(update={name: getattr(Guards(), name)})}
        )
        if not any(_own(rule, detect(_alone(scene, without))) for scene in scenes):
            yield Problem(rule.id, language, "guard", name, "no near miss needs this guard")


def _example(
    rule: Rule, language: Language, example: Example, hits: list[Hit]
) -> Iterator[Problem]:
    marked = read_marks(example.text)
    if not hits:
        yield Problem(rule.id, language, "example", example.text, "the rule does not fire")
        return
    placed = [hit for hit in hits if hit.start is not None and hit.end is not None]
    if not marked.spans:
        if any(hit.part == "text" for hit in placed):
            found = _shown(marked.text, placed)
            why = f"no span is marked; mark what is found: {found}"
            yield Problem(rule.id, language, "example", example.text, why)
        return
    text = example.subject or "" if placed and placed[0].part == "subject" else marked.text
    found_spans = {_trimmed(text, hit.start or 0, hit.end or 0) for hit in placed}
    for start, end in marked.spans:
        if _trimmed(marked.text, start, end) not in found_spans:
            why = f"another span is found: {_shown(marked.text, placed)}"
            yield Problem(rule.id, language, "example", example.text, why)


def _near_miss(
    rule: Rule, language: Language, example: Example, hits: tuple[Hit, ...]
) -> Iterator[Problem]:
    text = read_marks(example.text).text
    for hit in _own(rule, hits):
        why = f"the rule fires: {_shown(text, [hit])}"
        yield Problem(rule.id, language, "near miss", example.text, why)
    for hit in hits:
        if hit.rule.severity == "blocker" and hit.rule.id != rule.id and not hit.good:
            why = f"the blocker {hit.rule.id} fires: {_shown(text, [hit])}"
            yield Problem(rule.id, language, "cross", example.text, why)


def _scene(scorer: Scorer, example: Example, language: Language) -> Scene:
    marked = read_marks(example.text)
    message = read(draft_of(example, marked.text, language))
    return scorer.scene(message, language, example.context)


def _alone(scene: Scene, rule: Rule) -> Scene:
    """The scene as if this were the only rule."""
    compiled = scene.compiled
    made = entries(rule, compiled.vocabulary)
    book = replace(compiled.book, rules=(rule,))
    alone = replace(compiled, book=book, index=by_key(made), slots=by_slot(made))
    return replace(scene, compiled=alone)


def _own(rule: Rule, hits: tuple[Hit, ...]) -> list[Hit]:
    """The hits of one rule; the lack of what should be present is no hit."""
    return [hit for hit in hits if hit.rule.id == rule.id and not hit.lack]


def _trimmed(text: str, start: int, end: int) -> str:
    """A stretch without the blanks and punctuation at its edges."""
    return text[start:end].strip(_EDGES)


def _shown(text: str, hits: list[Hit]) -> str:
    return " | ".join(repr(text[h.start : h.end]) for h in hits if h.start is not None) or "no span"


def check_rules(
    prefixes: tuple[str, ...],
    packs: tuple[Path, ...],
    say: Callable[[str], None],
    *,
    guards: bool = False,
) -> int:
    """Check the rules whose ids begin with a prefix (all, without one); gives the exit code.

    Args:
        prefixes: beginnings of rule ids.
        packs: folders of rules to add to the shipped ones.
        say: where each problem goes, line by line.
        guards: also name guards that no near miss needs; that is no problem, but worth a look.

    Raises:
        UsageError: no rule begins so.
    """
    scorer = Scorer(rules=packs)
    rules = [r for r in scorer.book.rules if not prefixes or r.id.startswith(prefixes)]
    if not rules and not of_templates(prefixes):
        raise UsageError(f"no rule begins with {' or '.join(prefixes)}")
    templates = of_templates(prefixes)
    problems = 0
    for line in (*_of_messages(scorer, rules), *_of_templates(templates)):
        problems += 1
        say(line)
    for idle in _idle(scorer, rules) if guards else ():
        say(idle)
    say(f"{len(rules) + len(templates)} rules, {problems} problems")
    return 1 if problems else 0


def _of_messages(scorer: Scorer, rules: Sequence[Rule]) -> Iterator[str]:
    for rule in rules:
        for language in LANGUAGES:
            yield from (str(problem) for problem in check_rule(scorer, rule, language))


def _of_templates(rules: Sequence[TemplateRule]) -> Iterator[str]:
    for rule in rules:
        for language in LANGUAGES:
            for line in check_template_rule(rule, language):
                yield f"{rule.id} [{language}] {line}"


def _idle(scorer: Scorer, rules: Sequence[Rule]) -> Iterator[str]:
    for rule in rules:
        for language in LANGUAGES:
            yield from (str(problem) for problem in idle_guards(scorer, rule, language))
