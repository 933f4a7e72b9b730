"""One rule for people: what it sees, why that counts, what to do, and its own examples."""

from collections.abc import Iterator

from followup_kit.checking.markup import read_marks
from followup_kit.checking.reference import LANGUAGE_NAMES, facts
from followup_kit.models.base import LANGUAGES, Language
from followup_kit.models.rule import Example, Rule
from followup_kit.rendering.paint import BLANK, FAINT, STRONG, Line, Piece, flow, painted
from followup_kit.rendering.typography import quoted
from followup_kit.rendering.view import NARROWEST, WIDEST


def explained(rule: Rule, language: Language, *, color: bool, width: int) -> str:
    """The rule as lines of a terminal."""
    columns = min(max(width, NARROWEST), WIDEST)
    return painted(_lines(rule, language, columns), color=color)


def _lines(rule: Rule, language: Language, columns: int) -> Iterator[Line]:
    yield BLANK
    yield (Piece("  "), Piece(rule.title.in_(language), STRONG))
    yield from flow(f"{rule.id} · {facts(rule)}", columns, FAINT)
    yield BLANK
    yield from flow(rule.why.in_(language), columns)
    yield from flow(rule.advice.in_(language), columns)
    if rule.example:
        yield BLANK
        example = quoted(rule.example.shown(language, familiar=False), language)
        yield from flow(example, columns, indent=4)
    for other in LANGUAGES:
        part = rule.part(other)
        yield BLANK
        yield (Piece("  "), Piece(LANGUAGE_NAMES[other], STRONG))
        for sign, style, examples in (
            ("+", "green", part.examples),
            ("\u2212", "red", part.near_misses),
        ):
            for item in examples:
                yield from flow(
                    _shown(item), columns, indent=4, first=(Piece(f"  {sign} ", style),)
                )
    yield BLANK
    yield from flow(rule.source, columns, FAINT)
    yield BLANK


def _shown(example: Example) -> str:
    """An example on one line, what the rule finds in it between brackets."""
    marked = read_marks(example.text)
    text = marked.text
    for start, end in reversed(marked.spans):
        text = f"{text[:start]}[{text[start:end]}]{text[end:]}"
    notes = f"  (notes: {example.notes})" if example.notes else ""
    return " ".join(f"{text}{notes}".split())
