"""The rule reference: one entry a rule, made from the rule's own file."""

import sys
from collections.abc import Iterator
from pathlib import Path

from followup_kit.models.base import LANGUAGES, Language
from followup_kit.models.rule import Example, Rule
from followup_kit.models.template import TemplateRule
from followup_kit.rulebook.book import RuleBook
from followup_kit.rulebook.load import AREAS, load_rulebook
from followup_kit.rulebook.template_rules import AREA, load_template_rules

_SHOWN = 2
TOP = 4
"""Examples and near misses of each language that an entry shows; the file has them all."""
LANGUAGE_NAMES: dict[Language, str] = {"en": "English", "fr": "Français"}


def reference(book: RuleBook) -> str:
    """The reference of a rulebook, in Markdown."""
    return "\n".join(_lines(book)) + "\n"


def _lines(book: RuleBook) -> Iterator[str]:
    yield "# Rules"
    yield ""
    count = len(book.rules) + len(load_template_rules().by_id)
    yield f"{count} rules, ruleset {book.rubric.version}. Made from `rules/` by"
    yield "`python -m followup_kit.checking.reference docs/rules.md`; do not edit."
    for area in AREAS:
        mine = [rule for rule in book.rules if rule.dimension == area]
        if mine:
            yield ""
            yield f"## {area.capitalize()}"
        for rule in mine:
            yield from _entry(rule)
    yield ""
    yield f"## {AREA.capitalize()}"
    for template_rule in load_template_rules().by_id.values():
        yield from _template_entry(template_rule)


def _template_entry(rule: TemplateRule) -> Iterator[str]:
    yield ""
    yield f"### `{rule.id}`"
    yield ""
    facts = [AREA, rule.severity]
    facts += [] if rule.limit is None else [f"limit {rule.limit}"]
    yield f"**{rule.title.en}** · {rule.title.fr} · {' · '.join((*facts, f'since {rule.since}'))}"
    for language in LANGUAGES:
        yield ""
        yield f"{rule.why.in_(language)} *{rule.advice.in_(language)}*"
    yield ""
    yield f"Source: {rule.source}"


def _entry(rule: Rule) -> Iterator[str]:
    yield ""
    yield f"### `{rule.id}`"
    yield ""
    yield f"**{rule.title.en}** · {rule.title.fr} · {facts(rule)}"
    yield ""
    yield f"{rule.why.en} *{rule.advice.en}*"
    yield ""
    yield f"{rule.why.fr} *{rule.advice.fr}*"
    for language in LANGUAGES:
        part = rule.part(language)
        yield ""
        yield f"{LANGUAGE_NAMES[language]}:"
        yield ""
        yield from (f"- ✓ {_example(example)}" for example in part.examples[:_SHOWN])
        yield from (f"- ✗ {_example(example)}" for example in part.near_misses[:_SHOWN])
    yield ""
    yield f"Source: {rule.source}"


def facts(rule: Rule) -> str:
    """A rule's kind, points, caps and age on one line."""
    facts: list[str] = [rule.kind]
    if rule.expects == "absent" or rule.dimension == "craft":
        facts.append(f"{rule.expects}, {rule.severity}")
    if rule.points:
        facts.append(f"{rule.points} points")
    if rule.points_without_notes is not None:
        facts.append(f"{rule.points_without_notes} without notes")
    if rule.points and rule.reaches < TOP:
        facts.append(f"up to level {rule.reaches}")
    if rule.cap is not None:
        facts.append(f"caps at level {rule.cap}")
    if len(rule.scenarios) == 1:
        facts += rule.scenarios
    facts.append(f"since {rule.since}")
    return " · ".join(facts)


def _example(example: Example) -> str:
    """An example on one line, its mark in bold, safe in Markdown."""
    text = " ".join(example.text.split()).replace("*", r"\*").replace("<", "&lt;")
    text = text.replace("[[", "\ue000").replace("]]", "\ue001").replace("{{", "{&#123;")
    text = text.replace("[", "**").replace("]", "**")
    return text.replace("\ue000", r"\[").replace("\ue001", r"\]")


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(reference(load_rulebook()), encoding="utf-8")
