"""What many tests share: rules and models are loaded once a session."""

import pytest

from followup_kit.rulebook.book import RuleBook
from followup_kit.scorer import Scorer


@pytest.fixture(scope="session")
def scorer() -> Scorer:
    """The scorer with the shipped rules."""
    return Scorer()


@pytest.fixture(scope="session")
def book(scorer: Scorer) -> RuleBook:
    """The shipped rules."""
    return scorer.book
