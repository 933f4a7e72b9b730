"""What a rule looks for, in sentences: by its kind, under its conditions, where it applies."""

from collections.abc import Iterator

from followup_kit.models.base import Channel
from followup_kit.models.rubric import Band
from followup_kit.models.rule import Rule
from followup_kit.rendering.typography import signed
from followup_kit.rendering.view import View
from followup_kit.rulebook.book import RuleBook

CHANNELS: tuple[Channel, ...] = ("email", "inmail", "sms")
_USUAL_ZONES = {"body", "postscript"}
_PLAIN_GUARDS = ("negated", "subject", "complement", "grounded", "question", "position")


def looks(rule: Rule, book: RuleBook, view: View) -> Iterator[str]:
    """The sentences; those that list things hold one thing each."""
    yield view.say(f"explain.check.{rule.check}" if rule.check else f"explain.kind.{rule.kind}")
    if rule.kind == "signs":
        yield view.say("explain.at_least", least=rule.at_least)
    if rule.grounded:
        yield from _grounding(rule, view)
    yield from _conditions(rule, view)
    yield from _places(rule, view)


def listed(rule: Rule, book: RuleBook, view: View) -> Iterator[tuple[str, str]]:
    """What the sentences speak of: signs with their weights, or the band of each channel."""
    for sign in sorted(rule.signs.values(), key=lambda sign: -sign.weight):
        yield signed(sign.weight), sign.title.in_(view.language)
    if rule.kind == "measure" and rule.check:
        for channel in rule.channels:
            band = book.channels.band(channel, rule.band or rule.check)
            if band:
                yield view.say(f"explain.channel.{channel}"), _limits(band, view)


def _grounding(rule: Rule, view: View) -> Iterator[str]:
    asked = rule.grounded
    if asked is None:
        return
    source = view.say(f"explain.source.{asked.source}")
    yield view.say("explain.takes_up", count=asked.at_least, source=source)
    if asked.weight > 1:
        yield view.say("explain.weighs", weight=asked.weight)
    if asked.figure:
        yield view.say("explain.figure")
    if asked.own_words:
        yield view.say("explain.own_words", count=asked.own_words)
    if asked.stake:
        yield view.say("explain.stake")


def _conditions(rule: Rule, view: View) -> Iterator[str]:
    for name in _PLAIN_GUARDS:
        value = getattr(rule.guards, name)
        if value is not None:
            word = {True: "yes", False: "no"}.get(value, value)
            yield view.say(f"explain.guard.{name}.{word}")


def _places(rule: Rule, view: View) -> Iterator[str]:
    """Where it looks, and for which messages, where that is not everywhere."""
    if rule.kind not in ("fact", "measure", "structure") and set(rule.zones) != _USUAL_ZONES:
        zones = ", ".join(view.say(f"explain.zone.{zone}") for zone in rule.zones)
        yield view.say("explain.zones", zones=zones)
    if len(rule.scenarios) == 1:
        yield view.say(f"explain.only.{rule.scenarios[0]}")
    if len(rule.channels) < len(CHANNELS):
        channels = ", ".join(view.say(f"explain.channel.{channel}") for channel in rule.channels)
        yield view.say("explain.channels", channels=channels)


def _limits(band: Band, view: View) -> str:
    """The band's limits; its reason is written in English only."""
    limits = [
        view.say(f"explain.band.{name}", limit=limit)
        for name, limit in (("at_least", band.at_least), ("at_most", band.at_most))
        if limit is not None
    ]
    said = ", ".join(limits)
    return f"{said}. {band.reason}" if view.language == "en" else f"{said}."
