"""The river: a draft and its context in, a Report out."""

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Literal

from followup_kit import judging, reporting
from followup_kit.coaching import Coach, suggest
from followup_kit.detecting import detect
from followup_kit.detecting.scene import Scene, build_scene, ordinary
from followup_kit.models.base import DIMENSIONS, LANGUAGES, Channel, Language, Scenario
from followup_kit.models.draft import Context, Draft
from followup_kit.models.message import Message
from followup_kit.models.report import ModelUsed, Report, Ruleset
from followup_kit.parsing.language import LanguageGuess, detect_language
from followup_kit.parsing.parse import parse
from followup_kit.reading import read
from followup_kit.rulebook.compiled import CompiledBook, compile_book
from followup_kit.rulebook.load import load_rulebook
from followup_kit.scoring import Seen
from followup_kit.scoring import score as add_up
from followup_kit.version import __version__

Messages = Literal["auto", "en", "fr"]


class Scorer:
    """Scores drafts; rules are loaded at once, models and patterns when first needed.

    Args:
        rules: folders of rule packs to add to the shipped rules.
        languages: languages to judge; a draft in another one is not scored.

    Raises:
        RuleFileError: a rule file does not say what it must.
        UsageError: a pack names a rule that does not exist, or is no folder.
    """

    def __init__(
        self, rules: Iterable[str | Path] = (), languages: Iterable[Language] = LANGUAGES
    ) -> None:
        self.book = load_rulebook(rules)
        self.languages = tuple(languages)
        self._compiled: dict[Language, CompiledBook] = {}
        self._usual: frozenset[str] = frozenset()

    def score(
        self, draft: Draft, context: Context | None = None, messages: Messages = "auto"
    ) -> Report:
        """Judge one draft.

        Args:
            draft: the message.
            context: what is known of the conversation.
            messages: the language the report speaks; ``auto`` is the draft's.

        Raises:
            InputError: the draft is too large.
            ModelError: the model of its language is missing or altered.
        """
        message = read(draft)
        guess = _guess(message)
        speaks = _speaks(messages, guess)
        code = judging.not_scored_code(message, guess, self.languages)
        if code:
            return self._not_scored(message, guess, speaks, code)
        return self._scored(message, guess, context or Context(), speaks)

    def pipe(
        self,
        pairs: Iterable[tuple[Draft, Context | None]],
        messages: Messages = "auto",
    ) -> Iterator[Report]:
        """Judge many drafts, in order, one at a time: memory does not grow with their number."""
        for draft, context in pairs:
            yield self.score(draft, context, messages)

    def scene(self, message: Message, language: Language, context: Context) -> Scene:
        """Parse a message and see it against its context: what detectors read."""
        if not self._usual:
            self._usual = ordinary(self.compiled(other) for other in LANGUAGES)
        return build_scene(parse(message, language), context, self.compiled(language), self._usual)

    def compiled(self, language: Language) -> CompiledBook:
        """The rules made ready for a language."""
        if language not in self._compiled:
            self._compiled[language] = compile_book(self.book, language)
        return self._compiled[language]

    def _scored(
        self, message: Message, guess: LanguageGuess, context: Context, speaks: Language
    ) -> Report:
        language: Language = "fr" if guess.language == "fr" else "en"
        verified = bool(context.notes)
        scene = self.scene(message, language, context)
        hits = detect(scene)
        seen = [Seen(hit.rule, hit.good) for hit in hits]
        tally = add_up(seen, self.book.rubric, verified=verified)
        kind = judging.message_type(hits, message)
        wording = reporting.Wording(self.book, speaks, message)
        found = reporting.findings(hits, wording)
        coach = Coach(scene, hits, seen, tally, wording, verified)
        return Report(
            tool_version=__version__,
            status="scored",
            name=message.draft.name,
            language=language,
            messages=speaks,
            channel=message.draft.channel,
            scenario=message.draft.scenario,
            message_type=kind,
            score=tally.score,
            verdict=reporting.verdict(tally, wording),
            dimensions={
                name: reporting.dimension_score(
                    name, tally.dimensions[name], found, wording, verified=verified
                )
                for name in DIMENSIONS
            },
            craft=tuple(finding for finding in found if finding.area not in DIMENSIONS),
            contributions=reporting.contributions(tally, found, wording),
            suggestions=suggest(coach, kind),
            confidence=judging.confidence(message, context, guess, self.book, speaks),
            notices=judging.notices(message, self.book, speaks),
            zones=reporting.zones(message, wording),
            ruleset=self._ruleset(),
            models=tuple(ModelUsed(name=n, version=v) for n, v in scene.parsed.models),
            subject=message.subject,
            text=message.draft.text,
            plain=wording.plain,
        )

    def _not_scored(
        self, message: Message, guess: LanguageGuess, speaks: Language, code: str
    ) -> Report:
        wording = reporting.Wording(self.book, speaks, message)
        return Report(
            tool_version=__version__,
            status="not_scored",
            reason=judging.reason(code, guess, self.book, speaks),
            name=message.draft.name,
            language=guess.language,
            messages=speaks,
            channel=message.draft.channel,
            scenario=message.draft.scenario,
            notices=judging.notices(message, self.book, speaks),
            zones=reporting.zones(message, wording),
            ruleset=self._ruleset(),
            subject=message.subject,
            text=message.draft.text,
            plain=wording.plain,
        )

    def _ruleset(self) -> Ruleset:
        book = self.book
        return Ruleset(version=book.version, fingerprint=book.fingerprint, rules=len(book.rules))


def score(
    text: str,
    context: Context | None = None,
    *,
    subject: str | None = None,
    channel: Channel = "email",
    scenario: Scenario = "interview",
    language: Literal["auto", "en", "fr"] = "auto",
    messages: Messages = "auto",
) -> Report:
    """Judge one message.

    The rules are loaded at the first call and kept; for own rules make a :class:`Scorer`.

    Args:
        text: the message, plain text.
        context: what is known of the conversation it follows.
        subject: its subject line, when that is not part of ``text``.
        channel: ``email``, ``inmail`` or ``sms``.
        scenario: ``interview`` or ``sales``.
        language: ``auto``, ``en`` or ``fr``.
        messages: the language the report speaks; ``auto`` is the message's.

    Raises:
        InputError: the text is too large.
        ModelError: the model of its language is missing or altered.
    """
    draft = Draft(text=text, subject=subject, channel=channel, scenario=scenario, language=language)
    return _shared().score(draft, context, messages)


@cache
def _shared() -> Scorer:
    return Scorer()


def _guess(message: Message) -> LanguageGuess:
    """The language asked for, or the one the writer's own words are in."""
    asked = message.draft.language
    if asked != "auto":
        return LanguageGuess(language=asked, confidence=1.0, supported=True)
    return detect_language(message.zone_text("body", "postscript", "greeting", "closing"))


def _speaks(messages: Messages, guess: LanguageGuess) -> Language:
    if messages != "auto":
        return messages
    return "fr" if guess.language == "fr" else "en"
