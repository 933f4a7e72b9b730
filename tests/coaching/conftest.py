"""Golden messages with their reports; what notes and posting offer for a draft, unscored."""

from collections.abc import Callable
from functools import cache
from typing import Protocol

import pytest

from benchmarks.judgement.golden import Rated, load
from followup_kit import Report
from followup_kit.coaching.missed import missed
from followup_kit.detecting.scene import Scene, build_scene, ordinary
from followup_kit.models.advice import Missed
from followup_kit.models.base import LANGUAGES, Language
from followup_kit.models.draft import Context, Draft
from followup_kit.parsing.parse import parse
from followup_kit.parsing.parsed import Parsed
from followup_kit.reading.reader import read
from followup_kit.reporting import Wording
from followup_kit.scorer import Scorer

HOLLOW: dict[Language, str] = {
    "en": "Dear Ann,\n\nThank you for your time.\n\nKind regards,\nBob",
    "fr": "Bonjour Anne,\n\nJe vous remercie de votre accueil.\n\nCordialement,\nLou",
}
"""Drafts that take nothing up."""

See = Callable[[str, Language, Context], Scene]


class Offers(Protocol):
    """What is offered for a draft; a hollow one unless it is given."""

    def __call__(
        self,
        language: Language,
        notes: str = "",
        *,
        draft: str | None = None,
        posting: str | None = None,
        messages: Language | None = None,
        context: Context | None = None,
    ) -> tuple[Missed, ...]:
        """Offer."""


@pytest.fixture(scope="session")
def see(scorer: Scorer) -> See:
    """A draft seen against a context; each draft is parsed once."""
    usual = ordinary(scorer.compiled(language) for language in LANGUAGES)

    @cache
    def parsed(text: str, language: Language) -> Parsed:
        return parse([read(Draft(text=text, language=language))], language)[0]

    def seen(text: str, language: Language, context: Context) -> Scene:
        return build_scene(parsed(text, language), context, scorer.compiled(language), usual)

    return seen


@pytest.fixture(scope="session")
def offers(scorer: Scorer, see: See) -> Offers:
    """What is offered."""

    def offer(
        language: Language,
        notes: str = "",
        *,
        draft: str | None = None,
        posting: str | None = None,
        messages: Language | None = None,
        context: Context | None = None,
    ) -> tuple[Missed, ...]:
        known = (context or Context()).model_copy(update={"notes": notes, "posting": posting})
        scene = see(draft or HOLLOW[language], language, known)
        return missed(scene, Wording(scorer.book, messages or language, scene.parsed.message))

    return offer


@pytest.fixture(scope="session")
def judged(scorer: Scorer) -> list[tuple[Rated, Report]]:
    """The golden messages, each with its report."""
    messages = load()
    reports = scorer.pipe((rated.draft, rated.context) for rated in messages)
    return list(zip(messages, reports, strict=True))
