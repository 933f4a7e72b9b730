"""What a message does well, in a sentence."""

from followup_kit.coaching.coach import Coach
from followup_kit.models.base import DIMENSIONS, MessageType

WELL = 3
"""The level of the rubric from which a dimension is worth praising."""


def praise(coach: Coach, message_type: MessageType) -> str | None:
    """What to keep of the message; nothing where a blocker stands in the way.

    The highest dimension is named; all of them when none falls behind.
    """
    if any(hit.rule.severity == "blocker" and not hit.good for hit in coach.hits):
        return None
    levels = {name: coach.tally.dimensions[name].level for name in DIMENSIONS}
    best = max(DIMENSIONS, key=lambda name: levels[name])
    if levels[best] < WELL:
        return None
    every = min(levels.values()) >= WELL and message_type in ("restitution", "recap")
    if every:
        return coach.book.say("praise.all", coach.wording.language)
    return coach.book.say(f"praise.{best}", coach.wording.language)
