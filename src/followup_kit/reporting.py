"""Hits and tallies → the values of a Report, worded in the language that was asked for."""

from collections.abc import Sequence
from dataclasses import dataclass

from followup_kit.detecting.hit import Hit
from followup_kit.models.base import Dimension, Language, Scenario
from followup_kit.models.message import Message
from followup_kit.models.report import Contribution, DimensionScore, Finding, ZoneSpan
from followup_kit.models.span import Span, locate
from followup_kit.rulebook.book import RuleBook
from followup_kit.scoring import DimensionTally, Tally, Term


@dataclass(frozen=True)
class Wording:
    """What turns hits into readable values: the rules, the language to speak, the message."""

    book: RuleBook
    language: Language
    message: Message

    @property
    def scenario(self) -> Scenario:
        """The message's scenario."""
        return self.message.draft.scenario

    @property
    def plain(self) -> str | None:
        """The text as it was read, when that is not the user's own text."""
        return None if self.message.text == self.message.draft.text else self.message.text

    def span(self, hit: Hit) -> Span | None:
        """Where a hit stands in the user's text."""
        if hit.start is None or hit.end is None:
            return None
        if hit.part == "subject":
            return locate(self.message.draft.subject or "", hit.start, hit.end, "subject")
        return self.place(hit.start, hit.end)

    def place(self, start: int, end: int) -> Span:
        """A stretch of the plain text, as it stands in the user's text."""
        span = locate(self.message.draft.text, *self.message.origin.to_source(start, end))
        if self.plain is None:
            return span
        return span.model_copy(update={"plain_start": start, "plain_end": end})


def findings(hits: Sequence[Hit], wording: Wording) -> tuple[Finding, ...]:
    """Word each hit; the order, and so the numbering, is that of the hits."""
    return tuple(_finding(number, hit, wording) for number, hit in enumerate(hits, start=1))


def dimension_score(
    name: Dimension,
    tally: DimensionTally,
    found: Sequence[Finding],
    wording: Wording,
    *,
    verified: bool,
) -> DimensionScore:
    """Word one dimension: its level, its findings and the terms of its score."""
    levels = wording.book.rubric.dimensions[name].levels
    level = levels[tally.level]
    return DimensionScore(
        level=tally.level,
        level_word=level.word.in_(wording.language),
        level_meaning=(level.sales if wording.scenario == "sales" else level.interview).in_(
            wording.language
        ),
        score=tally.score,
        findings=tuple(finding for finding in found if finding.area == name),
        contributions=tuple(_contribution(term, found, wording) for term in tally.terms),
        verified=verified,
    )


def contributions(
    tally: Tally, found: Sequence[Finding], wording: Wording
) -> tuple[Contribution, ...]:
    """Word the terms of the overall score."""
    return tuple(_contribution(term, found, wording, tally) for term in tally.terms)


def zones(message: Message, wording: Wording) -> tuple[ZoneSpan, ...]:
    """Where each zone stands in the user's text."""
    return tuple(
        ZoneSpan(zone=segment.zone, span=wording.place(segment.start, segment.end))
        for segment in message.segments
    )


def _finding(number: int, hit: Hit, wording: Wording) -> Finding:
    rule = hit.rule
    sentence = hit.sentence.sentence if hit.sentence else None
    return Finding(
        id=f"f{number}",
        rule=rule.id,
        area=rule.dimension,
        good=hit.good,
        severity=None if hit.good else rule.severity,
        title=_title(hit, wording),
        message=_message(hit, wording),
        span=wording.span(hit),
        sentence=wording.place(sentence.start, sentence.end) if sentence else None,
        details=dict(hit.details),
    )


def _message(hit: Hit, wording: Wording) -> str:
    """Why it counts; first what stands against what, or how many; of signs, which ones."""
    book, language = wording.book, wording.language
    why = hit.rule.why.in_(language)
    if hit.rule.kind == "fact":
        return f"{book.say(f'fact.{hit.rule.check}', language, **dict(hit.details))} {why}"
    if hit.rule.kind == "measure":
        return f"{_counted(hit, wording)} {why}"
    if hit.rule.kind != "signs":
        return why
    seen = [
        book.say("signs.one", language, title=hit.rule.signs[name].title.in_(language), words=words)
        for name, words in hit.details
    ]
    return f"{why} {book.say('signs.seen', language, seen=', '.join(seen))}"


def _counted(hit: Hit, wording: Wording) -> str:
    """How many there are and how many there should be; of a text message, what shortens it."""
    book, language = wording.book, wording.language
    details = dict(hit.details)
    said = book.say(
        f"measure.{hit.rule.band or hit.rule.check}",
        language,
        count=int(details["count"]),
        limit=int(details["limit"]),
        channel=book.say(f"channel.{wording.message.draft.channel}", language),
    )
    odd = details.get("characters")
    return f"{said} {book.say('measure.sms_unicode', language, characters=odd)}" if odd else said


def _title(hit: Hit, wording: Wording) -> str:
    """What was seen, or what is missing, in a few words."""
    title = hit.rule.title.in_(wording.language)
    if not hit.lack:
        return title
    lowered = title[:1].lower() + title[1:]
    return wording.book.say("title.missing", wording.language, title=lowered)


def _contribution(
    term: Term, found: Sequence[Finding], wording: Wording, tally: Tally | None = None
) -> Contribution:
    worded = found[term.hit].title if term.origin == "rule" and term.hit is not None else None
    return Contribution(
        points=term.points,
        label=worded or _label(term, wording, tally),
        source=term.origin,
        dimension=term.dimension,
        rule=term.rule,
        finding=found[term.hit].id if term.hit is not None else None,
    )


def _label(term: Term, wording: Wording, tally: Tally | None) -> str:
    book, language = wording.book, wording.language
    rubric = book.rubric
    if tally and term.dimension:
        levels = rubric.dimensions[term.dimension]
        own = tally.dimensions[term.dimension]
        title = levels.title.in_(language)
        return book.say(
            "sum.dimension",
            language,
            title=title,
            level=own.level,
            standing=own.standing,
            weight=levels.weight,
        )
    title = book.by_id[term.rule].title.in_(language) if term.rule else ""
    if term.origin == "rule":
        return title
    return book.say(
        f"sum.{term.key}",
        language,
        title=title,
        cap=rubric.blocker_cap,
        level=term.level,
        what=book.say(f"sum.reach.{term.level}", language) if term.key == "reach" else "",
        limit=rubric.craft_limit,
    )


def verdict(tally: Tally, wording: Wording) -> str:
    """The word for an overall score."""
    reached = [v for v in wording.book.rubric.verdicts if tally.score >= v.at_least]
    return max(reached, key=lambda v: v.at_least).word.in_(wording.language)
