"""One rule for people: what it sees and what that is worth, why it counts, and its own examples."""

from collections.abc import Iterator, Sequence

from followup_kit.checking.markup import read_marks
from followup_kit.cli.explaining_looks import listed, looks
from followup_kit.cli.explaining_patterns import aloud
from followup_kit.cli.explaining_worth import worth
from followup_kit.models.base import LANGUAGES, Language
from followup_kit.models.rule import Example, Rule
from followup_kit.models.typography import typeset
from followup_kit.rendering.paint import BLANK, FAINT, STRONG, Line, Piece, flow, painted
from followup_kit.rendering.safe import on_one_line
from followup_kit.rendering.typography import quoted
from followup_kit.rendering.view import View
from followup_kit.rendering.wrapping import cells
from followup_kit.rulebook.book import RuleBook
from followup_kit.words import split_words

_PATTERNS = 3
"""Patterns of a language that are read aloud; the rule's own file has them all."""
_LONGEST = 240
"""Characters of an example that are shown; those of measures are whole messages."""
_SITUATION = ("notes", "posting", "recipient", "company", "role", "date", "subject")


def explained(rule: Rule, book: RuleBook, language: Language, *, color: bool, width: int) -> str:
    """The rule as lines of a terminal."""
    view = View(book.strings, language, color=color, width=width)
    return painted(_lines(rule, book, view), color=color)


def _lines(rule: Rule, book: RuleBook, view: View) -> Iterator[Line]:
    yield BLANK
    yield from _flowed(rule.title.in_(view.language), view, STRONG)
    yield from flow(rule.id, view.columns, FAINT)
    yield from _titled("explain.looks", view)
    yield from flow(" ".join(looks(rule, book, view)), view.columns, indent=4)
    yield from _table(tuple(listed(rule, book, view)), view)
    yield from _titled("explain.worth", view)
    yield from flow(" ".join(worth(rule, book, view)), view.columns, indent=4)
    yield from _titled("explain.why", view)
    yield from _flowed(rule.why.in_(view.language), view, indent=4)
    yield from _titled("explain.advice", view)
    yield from _advice(rule, view)
    for language in LANGUAGES:
        yield from _titled(f"explain.in.{language}", view)
        yield from _patterns(rule, language, book, view)
        yield from _examples(rule, language, view)
    yield from _titled("explain.change", view)
    yield from _change(rule, view)
    yield from _titled("explain.evidence", view)
    yield from flow(rule.source, view.columns, indent=4)
    yield BLANK


def _titled(key: str, view: View) -> Iterator[Line]:
    yield BLANK
    yield (Piece("  "), Piece(view.say(key), STRONG))


def _flowed(text: str, view: View, style: str = "", *, indent: int = 2) -> Iterator[Line]:
    return flow(on_one_line(text), view.columns, style, indent=indent)


def _table(rows: Sequence[tuple[str, str]], view: View) -> Iterator[Line]:
    """Two columns, the first as wide as it needs."""
    wide = max((cells(name) for name, _ in rows), default=0)
    for name, text in rows:
        first = (Piece(f"      {' ' * (wide - cells(name))}{name}  ", FAINT),)
        yield from flow(text, view.columns, indent=wide + 8, first=first)


def _advice(rule: Rule, view: View) -> Iterator[Line]:
    """What to do, what to ask oneself, what to start from, and a sentence that does it."""
    yield from _flowed(rule.advice.in_(view.language), view, indent=4)
    if rule.suggest and rule.suggest.question:
        asked = rule.suggest.question.in_(view.language)
        yield from _flowed(f"{view.say('title.question')}{view.colon} {asked}", view, indent=4)
    step = rule.suggest
    for key, frame in (
        ("title.start_from", (step.template if step else None) or rule.template),
        ("title.example", step.example if step else rule.example),
    ):
        if frame:
            said = quoted(frame.shown(view.language, familiar=False), view.language)
            yield from flow(f"{view.say(key)}{view.colon} {said}", view.columns, indent=4)


def _patterns(rule: Rule, language: Language, book: RuleBook, view: View) -> Iterator[Line]:
    """The words it looks for, then those that must or must not stand beside them."""
    guards = rule.guards
    for key, patterns in (
        ("explain.patterns", rule.part(language).patterns),
        ("explain.along", guards.along.get(language, ())),
        ("explain.unless", guards.unless.get(language, ())),
    ):
        if not patterns:
            continue
        yield from flow(f"{view.say(key)}{view.colon}", view.columns, FAINT, indent=4)
        for pattern in patterns[:_PATTERNS]:
            yield from flow(aloud(pattern, language, book, view), view.columns, indent=6)
        more = len(patterns) - _PATTERNS
        if more > 0:
            said = view.say("explain.more", count=more, rule=rule.id)
            yield from flow(said, view.columns, FAINT, indent=6)


def _examples(rule: Rule, language: Language, view: View) -> Iterator[Line]:
    part = rule.part(language)
    for key, sign, style, examples in (
        ("explain.sees", "+", "green", part.examples),
        ("explain.passes", "\u2212", "red", part.near_misses),
    ):
        yield from flow(f"{view.say(key)}{view.colon}", view.columns, FAINT, indent=4)
        for item in examples:
            first = (Piece(f"    {sign} ", style),)
            yield from flow(_shown(item, rule, language, view), view.columns, indent=6, first=first)


def _shown(example: Example, rule: Rule, language: Language, view: View) -> str:
    """An example on one line, what the rule finds in it between brackets, then its situation."""
    marked = read_marks(example.text)
    text = marked.text
    for start, end in reversed(marked.spans):
        text = f"{text[:start]}[{text[start:end]}]{text[end:]}"
    text = typeset(" ".join(on_one_line(text).split()), language)
    given = list(_situation(example, rule, language, view))
    if len(text) > _LONGEST:
        given.insert(0, view.say("explain.words", count=len(split_words(marked.text, language))))
        text = f"{text[:_LONGEST].rsplit(' ', 1)[0]} …"
    return f"{text} ({' · '.join(given)})" if given else text


def _situation(example: Example, rule: Rule, language: Language, view: View) -> Iterator[str]:
    """What the example needs to be known, beyond what is so of each example of its rule."""
    for name in _SITUATION:
        value = getattr(example, name)
        if value:
            said = typeset(" ".join(on_one_line(value).split()), language)
            yield f"{view.say(f'explain.given.{name}')}{view.colon} {said}"
    if len(rule.channels) > 1 and example.channel != "email":
        yield view.say(f"explain.channel.{example.channel}")
    if len(rule.scenarios) > 1 and example.scenario != "interview":
        yield view.say("explain.given.sales")


def _change(rule: Rule, view: View) -> Iterator[Line]:
    """What to write into a pack, unbroken so that it can be copied; the values are today's."""
    yield from flow(view.say("explain.pack"), view.columns, indent=4)
    lines = [f"disable: [{rule.id}]"]
    if rule.points:
        lines.append(f"points: {{{rule.id}: {rule.points}}}")
    if rule.expects == "absent" or rule.dimension == "craft":
        lines.append(f"severity: {{{rule.id}: {rule.severity}}}")
    for line in lines:
        yield (Piece(f"      {line}", FAINT),)
