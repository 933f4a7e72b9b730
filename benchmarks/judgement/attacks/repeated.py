"""Attacks that say one good sentence five times; once is what it is worth."""

from collections.abc import Iterator

from benchmarks.judgement.attacks.attack import Attack
from benchmarks.judgement.attacks.texts import letter, noted, texts
from followup_kit.models.base import DIMENSIONS, Language
from followup_kit.models.draft import Context

AND = {"en": ("And", "So", "Again,", "Indeed,"), "fr": ("Et", "Donc", "Encore une fois,", "Oui,")}
SENTENCES = 10
"""Golden sentences that are tried."""
TIMES = 5


def attacks(language: Language) -> Iterator[Attack]:
    """Sentences that two raters quoted as evidence, each in an empty message, in four ways."""
    good = [
        (rated, quote)
        for rated in noted(language)
        for dimension in DIMENSIONS
        for quote in rated.evidence[dimension][:1]
    ]
    for number, (rated, quote) in enumerate(good[:: max(len(good) // SENTENCES, 1)]):
        empty = texts(language)["generic"]
        body = empty[number % len(empty)]
        for where, context in (("notes", rated.context), ("no notes", Context())):
            clean = letter(language, rated.draft.scenario, context, f"{body} {quote}")
            for name, repeated in _ways(body, quote, AND[language]):
                draft = letter(language, rated.draft.scenario, context, repeated)
                yield Attack(
                    "repeated",
                    language,
                    f"{rated.id}, {name}, {where}",
                    draft,
                    context,
                    clean=clean,
                )


def _ways(body: str, quote: str, words: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    small = quote[:1].lower() + quote[1:]
    yield "in a row", " ".join([body, *[quote] * TIMES])
    yield "as paragraphs", "\n\n".join([body, *[quote] * TIMES])
    yield (
        "in capitals and not",
        f"{body} {quote} {quote.upper()} {quote.lower()} {quote.title()} {quote}",
    )
    yield "and again", " ".join([body, quote, *(f"{word} {small}" for word in words)])
