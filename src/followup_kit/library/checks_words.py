"""What the words of a template say of it: languages that mix, forms nobody chose between, keys."""

import re
from collections.abc import Iterator

from followup_kit.library.view import Found, TemplateView
from followup_kit.models.base import LANGUAGES, Language
from followup_kit.models.message import Message
from followup_kit.models.template import FrontMatter, TemplateRule
from followup_kit.parsing.language import detect_language
from followup_kit.reading.field_names import slip_of
from followup_kit.reading.filling import Filled
from followup_kit.words import split_words

LEAST = 8
"""Words of a paragraph from which its language is told."""
SURE = 0.9
"""Confidence from which a paragraph is said to be in another language than the rest."""
NEVER = "(?!)"
_PARAGRAPH = re.compile(r"\S(?:.|\n(?!\s*\n))*")


def mixed_language(view: TemplateView, _rule: TemplateRule) -> Iterator[Found]:
    """A paragraph in the other language than the template's."""
    seen: set[int] = set()
    for case in view.cases:
        message, bare = case.filled.message, _bare(case.filled)
        for start, end in _paragraphs(message):
            other = _other_language(bare[start:end], view.language)
            place = message.origin.to_source(start, end)
            if other and place[0] not in seen:
                seen.add(place[0])
                yield Found(*place, {"language": other, "expected": view.language})


def gender_form(view: TemplateView, rule: TemplateRule) -> Iterator[Found]:
    """« Cher(e) », "he/she": forms nobody chose between."""
    wanted = rule.part(view.language).words
    endings = "|".join(re.escape(word) for word in wanted if word.startswith("("))
    pairs = "|".join(re.escape(word) for word in wanted if not word.startswith("("))
    pattern = re.compile(
        rf"(?i)(?<![^\W\d_])[^\W\d_]+(?:{endings or NEVER})|(?<![\w/])(?:{pairs or NEVER})(?![\w/])"
    )
    seen: set[int] = set()
    for message in _messages(view):
        for match in pattern.finditer(message.text):
            place = message.origin.to_source(*match.span())
            if place[0] not in seen:
                seen.add(place[0])
                yield Found(*place, {"found": match.group()})


def front_matter_key(view: TemplateView, _rule: TemplateRule) -> Iterator[Found]:
    """A key of the front matter nearly spelt like one of ours; others are the library's own."""
    known = list(FrontMatter.model_fields)
    for key in view.source.front.keys:
        name = key.name.replace("-", "_").casefold()
        if key.name in known:
            continue
        slip = slip_of(name, frozenset(known), view.names.book.typing_slip)
        meant = name if name in known else slip  # "min-score", as settings in TOML have it
        if meant:
            yield Found(key.start, key.end, {"found": key.name, "meant": meant}, meant)


def encoding(view: TemplateView, _rule: TemplateRule) -> Iterator[Found]:
    """A file whose encoding had to be guessed."""
    for kind, charset in view.source.draft.notices:
        if kind in ("reading.charset_guessed", "reading.charset_damaged"):
            yield Found(0, 0, {"charset": charset})


def _messages(view: TemplateView) -> Iterator[Message]:
    return (case.filled.message for case in view.cases)


def _bare(filled: Filled) -> str:
    """The message with blanks where fields stand."""
    signs = list(filled.message.text)
    for field in filled.fields:
        if field.at >= 0:
            signs[field.at : field.until] = " " * (field.until - field.at)
    return "".join(signs)


def _paragraphs(message: Message) -> Iterator[tuple[int, int]]:
    """Paragraphs that were written, each whole: a closing formula may end one."""
    written = [s for s in message.segments if s.zone in ("body", "closing", "postscript")]
    for match in _PARAGRAPH.finditer(message.text):
        start, end = match.start(), match.start() + len(match.group().rstrip())
        if any(segment.start < end and start < segment.end for segment in written):
            yield start, end


def _other_language(paragraph: str, expected: Language) -> Language | None:
    """The language of a paragraph where it is surely not the one that is expected."""
    if len(split_words(paragraph, expected)) < LEAST:
        return None
    guess = detect_language(paragraph)
    others = (known for known in LANGUAGES if known != expected)
    return next((o for o in others if o == guess.language and guess.confidence >= SURE), None)
