"""The texts of the attacks and the frame they are sent in."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from benchmarks.judgement.golden import Rated, load
from followup_kit.models.base import Language, Scenario
from followup_kit.models.draft import Context, Draft

HERE = Path(__file__).parent
SCENARIOS: tuple[Scenario, ...] = ("interview", "sales")
_GREETING = {"en": "Dear {},", "fr": "Bonjour {},"}
_NOBODY = {"en": "Sir or Madam", "fr": "Madame, Monsieur"}
_CLOSING = {"en": "Kind regards,\nAlex Martin", "fr": "Cordialement,\nCamille Martin"}


@cache
def texts(language: Language) -> dict[str, Any]:
    """The texts of one language, by kind."""
    found: dict[str, Any] = yaml.safe_load((HERE / f"{language}.yaml").read_text(encoding="utf-8"))
    return found


@cache
def golden(language: Language) -> tuple[Rated, ...]:
    """The golden messages of one language."""
    return tuple(rated for rated in load() if rated.language == language)


def noted(language: Language, scenario: Scenario | None = None) -> tuple[Rated, ...]:
    """Those with notes, of one scenario or of any."""
    return tuple(
        rated
        for rated in golden(language)
        if rated.context.notes and scenario in (None, rated.draft.scenario)
    )


def settings(language: Language, number: int) -> Iterator[tuple[str, Scenario, Context]]:
    """Where a text is tried: both scenarios, each with the notes of some golden message and bare.

    Args:
        language: of the text.
        number: of the text, so that texts meet different notes.
    """
    for scenario in SCENARIOS:
        among = noted(language, scenario)
        yield f"{scenario}, notes", scenario, among[number % len(among)].context
        yield f"{scenario}, no notes", scenario, Context()


def letter(language: Language, scenario: Scenario, context: Context, body: str) -> Draft:
    """A body with a greeting and a closing, so that only the body is judged."""
    greeting = _GREETING[language].format(context.recipient or _NOBODY[language])
    text = f"{greeting}\n\n{body}\n\n{_CLOSING[language]}\n"
    return Draft(text=text, scenario=scenario, language=language)
