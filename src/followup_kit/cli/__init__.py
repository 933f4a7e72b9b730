"""Thin adapters for the command line; nothing is decided here, and no spaCy before it is needed."""

from followup_kit.cli.kit import kit_app
from followup_kit.cli.score_command import score_app

__all__ = ["kit", "kit_app", "score", "score_app"]


def score() -> None:
    """Entry point of the ``score`` command."""
    score_app(prog_name="score")


def kit() -> None:
    """Entry point of the ``followup-kit`` command."""
    kit_app(prog_name="followup-kit")
