"""The river of one message: a scene in, a Report out."""

from dataclasses import dataclass

from followup_kit import judging, reporting
from followup_kit.coaching import CLOSED, Coach, suggest
from followup_kit.coaching.address import familiar
from followup_kit.coaching.ahead import ahead
from followup_kit.coaching.missed import missed
from followup_kit.coaching.praise import praise
from followup_kit.detecting import detect
from followup_kit.detecting.scene import Scene
from followup_kit.models.base import DIMENSIONS, Language
from followup_kit.models.message import Message
from followup_kit.models.report import ModelUsed, Report, Ruleset
from followup_kit.parsing.language import LanguageGuess
from followup_kit.rulebook.book import RuleBook
from followup_kit.scoring import Seen, score
from followup_kit.version import __version__


@dataclass(frozen=True)
class Asked:
    """One message, what it was read as, by which rules, and the language to answer in."""

    book: RuleBook
    message: Message
    guess: LanguageGuess
    speaks: Language


def judge(scene: Scene, asked: Asked) -> Report:
    """See → detect → score → word → coach → Report."""
    book, message = asked.book, asked.message
    verified = bool(scene.context.notes)
    hits = detect(scene)
    seen = [Seen(hit.rule, hit.good) for hit in hits]
    tally = score(seen, book.rubric, verified=verified)
    kind = judging.message_type(hits, message)
    wording = reporting.Wording(book, asked.speaks, message)
    found = reporting.findings(hits, wording)
    left = () if kind in CLOSED else missed(scene, wording)
    coach = Coach(scene, hits, seen, tally, wording, left, familiar(scene), verified)
    judged = {
        "status": "scored",
        "message_type": kind,
        "score": tally.score,
        "verdict": reporting.verdict(tally, wording),
        "praise": praise(coach, kind),
        "dimensions": {
            name: ahead(
                coach,
                name,
                reporting.dimension_score(name, dimension, found, wording, verified=verified),
            )
            for name, dimension in tally.dimensions.items()
        },
        "craft": tuple(finding for finding in found if finding.area not in DIMENSIONS),
        "contributions": reporting.contributions(tally, found, wording),
        "suggestions": suggest(coach, kind),
        "missed": left,
        "confidence": judging.confidence(scene.context, asked.guess, wording),
        "models": tuple(ModelUsed(name=n, version=v) for n, v in scene.parsed.models),
    }
    return _blank(asked).model_copy(update=judged)


def refuse(code: str, asked: Asked) -> Report:
    """The Report of a message that cannot be scored: a reason, and no number."""
    reason = judging.reason(code, asked.guess, asked.book, asked.speaks)
    return _blank(asked).model_copy(update={"reason": reason})


def _blank(asked: Asked) -> Report:
    """What every Report says, scored or not."""
    book, message = asked.book, asked.message
    wording = reporting.Wording(book, asked.speaks, message)
    return Report(
        tool_version=__version__,
        status="not_scored",
        name=message.draft.name,
        language=asked.guess.language,
        messages=asked.speaks,
        channel=message.draft.channel,
        scenario=message.draft.scenario,
        notices=judging.notices(message, book, asked.speaks),
        zones=reporting.zones(message, wording),
        ruleset=Ruleset(version=book.version, fingerprint=book.fingerprint, rules=len(book.rules)),
        subject=message.subject,
        text=message.draft.text,
        plain=wording.plain,
    )
