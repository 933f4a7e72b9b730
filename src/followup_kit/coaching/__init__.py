"""What is missing or wrong → suggestions, ranked by the points they would bring."""

from followup_kit.coaching.coach import Coach, suggest

__all__ = ["Coach", "suggest"]
