"""The golden reports that feed every renderer's test."""

from pathlib import Path

import pytest

from followup_kit.models.report import Report

GOLDEN = Path(__file__).parents[1] / "golden"


def golden(name: str) -> Report:
    return Report.model_validate_json((GOLDEN / f"{name}.json").read_text(encoding="utf-8"))


@pytest.fixture
def report() -> Report:
    """A draft of middling worth, English, with something of everything."""
    return golden("report")


@pytest.fixture
def report_fr() -> Report:
    """A French chaser with a field left unfilled."""
    return golden("report_fr")


@pytest.fixture
def not_scored() -> Report:
    """A message in German."""
    return golden("not_scored")
