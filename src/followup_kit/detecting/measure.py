"""``measure``: counts held against the bands of a channel (``rules/channels.yaml``)."""

from collections.abc import Callable, Iterator, Mapping

from smsutil import is_valid_gsm, split

from followup_kit.detecting.hit import Hit
from followup_kit.detecting.scene import Scene
from followup_kit.models.message import Message
from followup_kit.models.rubric import Band
from followup_kit.words import split_words

WRITTEN = ("greeting", "body", "closing", "signature", "postscript")


def detect(scene: Scene) -> Iterator[Hit]:
    """A hit for each measure that lies outside of its band."""
    message = scene.parsed.message
    draft = message.draft
    for rule in scene.compiled.book.rules:
        if rule.kind != "measure" or not rule.check or draft.scenario not in rule.scenarios:
            continue
        band = scene.compiled.book.channels.band(draft.channel, rule.band or rule.check)
        if band is None or draft.channel not in rule.channels:
            continue
        count = MEASURES[rule.check](scene)
        if count is not None and _outside(count, band):
            limit = (
                band.at_most if band.at_most is not None and count > band.at_most else band.at_least
            )
            details = [("count", str(count)), ("limit", str(limit))]
            details += _why_unicode(message) if rule.check == "sms_parts" else []
            yield Hit(rule, details=tuple(details))


def _outside(count: int, band: Band) -> bool:
    too_many = band.at_most is not None and count > band.at_most
    return too_many or (band.at_least is not None and count < band.at_least)


def _words(scene: Scene) -> int:
    return sum(len(sentence.tokens) for sentence in scene.body)


def _characters(scene: Scene) -> int:
    return len(_written(scene.parsed.message))


def _subject_characters(scene: Scene) -> int | None:
    subject = scene.parsed.message.subject
    return None if subject is None else len(subject)


def _sms_parts(scene: Scene) -> int:
    return len(split(_written(scene.parsed.message)).parts)


def _exclamations(scene: Scene) -> int:
    return _written(scene.parsed.message).count("!")


def _paragraph_words(scene: Scene) -> int:
    """Words of the longest paragraph."""
    text = scene.parsed.message.zone_text("body", "postscript")
    paragraphs = text.replace("\r\n", "\n").split("\n\n")
    return max(len(split_words(paragraph, scene.parsed.language)) for paragraph in paragraphs)


def _written(message: Message) -> str:
    """The message as it goes out: without quoted thread and header."""
    parts = [s for s in message.segments if s.zone in WRITTEN]
    return message.text[parts[0].start : parts[-1].end].strip() if parts else ""


def _why_unicode(message: Message) -> list[tuple[str, str]]:
    """The characters that turn a text message into Unicode, at 70 characters a part."""
    text = _written(message)
    odd = sorted({char for char in text if not is_valid_gsm(char)})
    encoding = "UCS-2" if odd else "GSM-7"
    return [("encoding", encoding), ("characters", " ".join(odd))]


MEASURES: Mapping[str, Callable[[Scene], int | None]] = {
    "words": _words,
    "characters": _characters,
    "subject_characters": _subject_characters,
    "sms_parts": _sms_parts,
    "exclamations": _exclamations,
    "paragraph_words": _paragraph_words,
}
