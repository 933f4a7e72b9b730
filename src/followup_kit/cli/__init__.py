"""Thin adapters for the command line; nothing is decided here, and no spaCy before it is needed."""

from followup_kit.cli.kit import kit_app
from followup_kit.cli.running import run
from followup_kit.cli.score import score_app

__all__ = ["kit", "kit_app", "score", "score_app"]


def score() -> None:
    """Entry point of the ``score`` command."""
    run(score_app, "score")


def kit() -> None:
    """Entry point of the ``followup-kit`` command."""
    run(kit_app, "followup-kit")
