"""What is missing or wrong → suggestions, ranked by the points they would bring.

Gains are true: each is the difference that scoring again makes with the thing met. Nothing is
invented: names, figures and words of a suggestion come from the rule, the draft or the context.
"""

from collections.abc import Iterable

from followup_kit.coaching.blemishes import blemishes
from followup_kit.coaching.coach import Coach
from followup_kit.coaching.steps import steps
from followup_kit.models.advice import Edit, Suggestion
from followup_kit.models.base import DIMENSIONS, SEVERITIES, MessageType

__all__ = ["CLOSED", "Coach", "suggest"]

CLOSED: frozenset[MessageType] = frozenset({"withdrawal", "after_refusal"})
"""Messages that are not low motivation to be fixed: nothing is asked of them but good form."""
_LAST = ("closing", "signature")


def suggest(coach: Coach, message_type: MessageType) -> tuple[Suggestion, ...]:
    """One suggestion for each dimension below its top level and for each rule at fault."""
    taken = [*steps(coach, message_type)]
    if message_type in CLOSED:
        found = [*taken, *(s for s in blemishes(coach, ()) if _still_asked(s))]
    else:
        found = [*taken, *blemishes(coach, _mended(coach, taken))]
    ordered = sorted(found, key=lambda suggestion: _urgency(suggestion, coach))
    ranked = [s.model_copy(update={"rank": rank}) for rank, s in enumerate(ordered, start=1)]
    return tuple(_out_of_each_others_way(ranked))


def _mended(coach: Coach, steps: Iterable[Suggestion]) -> frozenset[str]:
    """Rules whose findings go once the steps are taken."""
    chosen = (coach.book.by_id[step.rule].suggest for step in steps)
    return frozenset(rule for suggest in chosen if suggest for rule in suggest.mends)


def _still_asked(suggestion: Suggestion) -> bool:
    """Whether a farewell needs it: what is wrong in it, or missing from its form."""
    if suggestion.dimension in DIMENSIONS:
        return suggestion.severity == "blocker"
    return suggestion.severity != "hint"


def _urgency(suggestion: Suggestion, coach: Coach) -> tuple[int, int, int, int, int, str]:
    """Blockers first, then what brings most, then what is most severe, then the lowest level.

    Of what weighs alike, closing and signature come last: what is put in at one place stands in
    this order.
    """
    severity = SEVERITIES.index(suggestion.severity)
    blocker = suggestion.severity == "blocker"
    tally = next((t for n, t in coach.tally.dimensions.items() if n == suggestion.dimension), None)
    level = tally.level if tally else 0
    last = (
        _LAST.index(check) + 1 if (check := coach.book.by_id[suggestion.rule].check) in _LAST else 0
    )
    return (0 if blocker else 1, -suggestion.gain, -severity, last, level, suggestion.rule)


def _out_of_each_others_way(ranked: Iterable[Suggestion]) -> Iterable[Suggestion]:
    """The suggestions, without edits where they would change what a better one changes."""
    taken: list[Edit] = []
    for suggestion in ranked:
        if any(_overlap(edit, other) for edit in suggestion.edits for other in taken):
            yield suggestion.model_copy(update={"edits": ()})
        else:
            taken += suggestion.edits
            yield suggestion


def _overlap(one: Edit, other: Edit) -> bool:
    """Whether two edits change one character, or one puts something into what the other changes."""
    if one.part != other.part:
        return False
    if one.start == one.end or other.start == other.end:
        return one.start < other.end and other.start < one.end
    return max(one.start, other.start) < min(one.end, other.end)
