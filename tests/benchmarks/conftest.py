"""Three made-up messages, rated, and what the shipped rules see in them."""

import pytest

from benchmarks.judgement.golden import Rated, Source
from benchmarks.judgement.observe import Observed, observe
from followup_kit.models.base import DIMENSIONS
from followup_kit.models.draft import Context, Draft
from followup_kit.scorer import Scorer

BODY = """Dear Ms Falk,

Thank you for your time.
You told me that eleven pallets a week come back damaged because the dock is too short.
The canteen soup was good.

Kind regards,
Ada Brook"""
NOTES = "11 pallets/week damaged\ndock too short\nMs Falk runs nights"


def rated(name: str, body: str = BODY, *, source: Source = "golden", level: int = 0) -> Rated:
    """A message that raters quoted for its soup and gave one level in everything."""
    levels = dict.fromkeys(DIMENSIONS, level)
    return Rated(
        id=name,
        language="en",
        fold=0,
        draft=Draft(text=body, language="en"),
        context=Context(notes=NOTES),
        levels=levels,
        overall=20.0,
        flags=frozenset({"no_next_step"}),
        evidence={d: ["The canteen soup was good."] for d in DIMENSIONS},
        raters=(levels, levels),
        source=source,
    )


@pytest.fixture(scope="session")
def messages() -> list[Rated]:
    """Messages made up for these tests."""
    return [
        rated("A"),
        rated("B", "Hello,\nThanks for your time.\nAda", level=4),
        rated("C", "Hi,\nThe canteen soup was good. I left at noon.\nAda", level=2),
    ]


@pytest.fixture(scope="session")
def observed(messages: list[Rated], scorer: Scorer) -> Observed:
    """What the shipped rules see in them."""
    return observe(messages, scorer)
