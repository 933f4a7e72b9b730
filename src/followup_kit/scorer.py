"""The river: a draft and its context in, a Report out."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import Literal

from followup_kit.detecting.scene import Scene, build_scene, ordinary
from followup_kit.errors import InputError
from followup_kit.judging import not_scored_code
from followup_kit.models.base import LANGUAGES, Channel, Language, Scenario
from followup_kit.models.draft import Context, Draft
from followup_kit.models.message import Message
from followup_kit.models.report import Report
from followup_kit.parsing.language import LanguageGuess, detect_language
from followup_kit.parsing.parse import parse
from followup_kit.parsing.parsed import Parsed
from followup_kit.reading import read
from followup_kit.river import Asked, judge, refuse
from followup_kit.rulebook.compiled import CompiledBook, compile_book, words_of
from followup_kit.rulebook.load import load_rulebook

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
        self._packs = tuple(rules)
        self.book = load_rulebook(self._packs)
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
        (report,) = self.pipe([(draft, context)], messages)
        return report

    def pipe(
        self,
        pairs: Iterable[tuple[Draft, Context | None]],
        messages: Messages = "auto",
        *,
        batch_size: int = 32,
        n_process: int = 1,
    ) -> Iterator[Report]:
        """Judge many drafts, in order; memory does not grow with their number.

        Args:
            pairs: drafts with what is known of their conversations.
            messages: the language the reports speak.
            batch_size: how many are parsed together.
            n_process: how many processes share the work; each loads rules and models anew.

        Raises:
            InputError: a draft is too large; those before it have been judged.
            ModelError: a model is missing or altered.
        """
        if n_process > 1:
            made = (self._packs, self.languages)
            with get_context("spawn").Pool(n_process, _start, made) as pool:
                work = ((draft, context, messages) for draft, context in pairs)
                yield from pool.imap(_work, work, chunksize=batch_size)
            return
        rest = iter(pairs)
        while batch := list(islice(rest, batch_size)):
            yield from self._batch(batch, messages)

    def scene(self, message: Message, language: Language, context: Context) -> Scene:
        """Parse a message and see it against its context: what detectors read."""
        return self.scenes([message], language, [context])[0]

    def scenes(
        self, messages: Sequence[Message], language: Language, contexts: Sequence[Context]
    ) -> list[Scene]:
        """The same for many messages of one language, parsed together."""
        parsed = parse(messages, language)
        return [self._scene(*pair) for pair in zip(parsed, contexts, strict=True)]

    def compiled(self, language: Language) -> CompiledBook:
        """The rules made ready for a language."""
        if language not in self._compiled:
            self._compiled[language] = compile_book(self.book, language)
        return self._compiled[language]

    def _batch(
        self, batch: list[tuple[Draft, Context | None]], messages: Messages
    ) -> Iterator[Report]:
        """Judge a batch: read all, parse language by language, then judge one after the other."""
        wrong: InputError | None = None
        asked: list[Asked] = []
        for draft, _ in batch:
            try:
                message = read(draft)
            except InputError as error:
                wrong = error
                break
            guess = _guess(message)
            asked.append(Asked(self.book, message, guess, _speaks(messages, guess)))
        codes = [not_scored_code(one.message, one.guess, self.languages) for one in asked]
        parsed = self._parsed(asked, codes)
        for number, (one, code) in enumerate(zip(asked, codes, strict=True)):
            if code:
                yield refuse(code, one)
            else:
                yield judge(self._scene(parsed[number], batch[number][1] or Context()), one)
        if wrong:
            raise wrong

    def _parsed(self, asked: list[Asked], codes: list[str | None]) -> dict[int, Parsed]:
        """What can be judged, parsed, by its place in the batch."""
        parsed: dict[int, Parsed] = {}
        for language in self.languages:
            mine = [
                number
                for number, one in enumerate(asked)
                if codes[number] is None and one.guess.language == language
            ]
            if mine:
                found = parse([asked[number].message for number in mine], language)
                parsed |= zip(mine, found, strict=True)
        return parsed

    def _words(self, language: Language) -> CompiledBook:
        """The words of a language; its patterns are compiled only for messages in it."""
        return self._compiled.get(language) or words_of(self.book, language)

    def _scene(self, parsed: Parsed, context: Context) -> Scene:
        compiled = self.compiled(parsed.language)
        if not self._usual:
            self._usual = ordinary(self._words(language) for language in LANGUAGES)
        return build_scene(parsed, context, compiled, self._usual)


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
    return shared().score(draft, context, messages)


@cache
def shared() -> Scorer:
    """The scorer with the shipped rules, loaded once a process."""
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


_worker: list[Scorer] = []
"""The scorer of a worker process; empty everywhere else."""


def _start(packs: tuple[str | Path, ...], languages: tuple[Language, ...]) -> None:
    _worker[:] = [Scorer(packs, languages)]


def _work(job: tuple[Draft, Context | None, Messages]) -> Report:
    draft, context, messages = job
    return _worker[0].score(draft, context, messages)
