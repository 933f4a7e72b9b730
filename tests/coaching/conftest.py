"""Every golden message with its report, judged once for all tests of coaching."""

import pytest

from benchmarks.judgement.golden import Rated, load
from followup_kit import Report
from followup_kit.scorer import Scorer

Judged = tuple[Rated, Report]


@pytest.fixture(scope="session")
def judged(scorer: Scorer) -> list[Judged]:
    """The golden messages, each with its report."""
    messages = load()
    reports = scorer.pipe((rated.draft, rated.context) for rated in messages)
    return list(zip(messages, reports, strict=True))
