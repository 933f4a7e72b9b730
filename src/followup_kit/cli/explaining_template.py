"""One rule of templates for people: what it says, why, what to do, and its own examples."""

from collections.abc import Iterator

from followup_kit.models.base import LANGUAGES, Language
from followup_kit.models.template import TemplateExample, TemplateRule
from followup_kit.models.typography import typeset
from followup_kit.rendering.paint import BLANK, FAINT, STRONG, Line, Piece, flow, painted
from followup_kit.rendering.safe import on_one_line
from followup_kit.rendering.typography import quoted
from followup_kit.rendering.view import View
from followup_kit.rulebook.book import RuleBook

_EXAMPLES = 3
_LONGEST = 240
"""Characters of an example that are shown; the rule's own file has them all."""


def explained_template(
    rule: TemplateRule, book: RuleBook, language: Language, *, color: bool, width: int
) -> str:
    """The rule as lines of a terminal."""
    view = View(book.strings, language, color=color, width=width)
    return painted(_lines(rule, view), color=color)


def _lines(rule: TemplateRule, view: View) -> Iterator[Line]:
    yield BLANK
    yield from flow(rule.title.in_(view.language), view.columns, STRONG)
    yield from flow(rule.id, view.columns, FAINT)
    for key, text in (
        ("explain.worth", view.say(f"explain.template.{rule.severity}")),
        ("explain.why", rule.why.in_(view.language)),
        ("explain.advice", rule.advice.in_(view.language)),
    ):
        yield from _titled(key, view)
        yield from flow(text, view.columns, indent=4)
    for language in LANGUAGES:
        yield from _titled(f"explain.in.{language}", view)
        part = rule.part(language)
        for key, sign, style, examples in (
            ("explain.sees", "+", "green", part.examples),
            ("explain.passes", "\u2212", "red", part.near_misses),
        ):
            yield from flow(f"{view.say(key)}{view.colon}", view.columns, FAINT, indent=4)
            for example in examples[:_EXAMPLES]:
                first = (Piece(f"    {sign} ", style),)
                said = _shown(example, language)
                yield from flow(said, view.columns, indent=6, first=first)
    yield from _titled("explain.change", view)
    yield from flow(view.say("explain.settings"), view.columns, indent=4)
    for line in (f'ignore = ["{rule.id}"]', f'severity = {{ "{rule.id}" = "hint" }}'):
        yield (Piece(f"      {line}", FAINT),)
    yield from _titled("explain.evidence", view)
    yield from flow(rule.source, view.columns, indent=4)
    yield BLANK


def _titled(key: str, view: View) -> Iterator[Line]:
    yield BLANK
    yield (Piece("  "), Piece(view.say(key), STRONG))


def _shown(example: TemplateExample, language: Language) -> str:
    """What is found in an example; all of it where something is missing, or nothing is found."""
    text = typeset(" ".join(on_one_line(example.finds or example.text).split()), language)
    if len(text) > _LONGEST:
        text = f"{text[:_LONGEST].rsplit(' ', 1)[0]} …"
    return quoted(text, language) if example.finds else text
