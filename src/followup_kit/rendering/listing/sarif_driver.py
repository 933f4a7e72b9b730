"""The part of a SARIF log that tells of the tool: its version, and its rules in full."""

from collections.abc import Iterator, Mapping
from typing import Any

from followup_kit.models.base import Severity
from followup_kit.models.listing import Listing, RuleCard
from followup_kit.models.report import Reason
from followup_kit.rendering.listing.notes import NOT_JUDGED, TOOL
from followup_kit.rendering.listing.page import Page
from followup_kit.rendering.listing.showing import one_line
from followup_kit.rendering.markdown import escaped

_GITHUB: dict[Severity, str] = {
    "blocker": "error",
    "error": "error",
    "warning": "warning",
    "hint": "recommendation",
}
"""What GitHub sorts rules by."""


def driver(page: Page, levels: Mapping[Severity, str]) -> dict[str, Any]:
    """The component that found the problems.

    Args:
        page: the listing.
        levels: what SARIF calls each severity.
    """
    listing = page.listing
    about: dict[str, Any] = {
        "name": TOOL,
        "version": listing.tool_version,
        "semanticVersion": listing.tool_version,
        "language": listing.messages,
        "rules": [_rule(card, levels[card.severity]) for card in listing.rules],
        "properties": {"ruleset": listing.ruleset.model_dump()},
    }
    whys = {reason.code: reason.message for reason in _reasons(listing)}
    if whys:
        title = page.view.say("list.not_judged")
        about["notifications"] = [_notice(code, title, whys[code]) for code in sorted(whys)]
    return about


def _reasons(listing: Listing) -> Iterator[Reason]:
    """Why files could not be judged."""
    for file in listing.unjudged:
        yield file.reason or Reason(code=NOT_JUDGED, message="")


def _notice(code: str, title: str, why: str) -> dict[str, Any]:
    """What GitHub asks of all that a run may have to say."""
    said = one_line(why) or title
    return {
        "id": code,
        "name": _name(code),
        "shortDescription": {"text": title},
        "fullDescription": {"text": said},
        "help": {"text": said},
    }


def _rule(card: RuleCard, level: str) -> dict[str, Any]:
    title, why, advice = one_line(card.title), one_line(card.why), one_line(card.advice)
    linked = card.source.startswith("http")
    more = [f"<{card.source}>" if linked else escaped(card.source)] if card.source else []
    rule: dict[str, Any] = {
        "id": card.id,
        "name": _name(card.id),
        "shortDescription": {"text": title},
        "fullDescription": {"text": why},
        "help": {
            "text": "\n\n".join([why, advice, *([card.source] if card.source else [])]),
            "markdown": "\n\n".join([escaped(why), f"**{escaped(advice)}**", *more]),
        },
        "defaultConfiguration": {"level": level},
        "properties": {
            "tags": [card.id.split(".")[0]],
            "problem.severity": _GITHUB[card.severity],
        },
    }
    if linked:
        rule["helpUri"] = card.source
    return rule


def _name(rule: str) -> str:
    """The id as one word, as SARIF likes names: ``CraftReaderName``."""
    return "".join(part.capitalize() for part in rule.replace(".", "_").split("_"))
