"""Templates judged one by one, each by itself; spaCy comes in only when there is one to judge."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from followup_kit.detecting.scene import Scene
from followup_kit.errors import InputError
from followup_kit.fingerprints import fingerprint
from followup_kit.judging import not_scored_code, reason
from followup_kit.library.directives import directives
from followup_kit.library.files import TemplateFile
from followup_kit.library.judged import Judged
from followup_kit.library.likeness import likeness, opened
from followup_kit.library.potential import judge_case
from followup_kit.library.view import TemplateView
from followup_kit.library.wording import problems_of
from followup_kit.models.base import DIMENSIONS, LANGUAGES, Language
from followup_kit.models.draft import Context
from followup_kit.models.report import Reason
from followup_kit.models.span import locate
from followup_kit.parsing.language import LanguageGuess, detect_language
from followup_kit.reading.field_names import field_names
from followup_kit.reading.filling import Filled, fill_template
from followup_kit.reading.limits import check_words
from followup_kit.reading.template import TemplateSource, bare_text, plain_template
from followup_kit.rulebook.template_rules import load_template_rules
from followup_kit.scorer import Scorer, shared

_TOGETHER = 16
"""Templates that are parsed together."""


@dataclass(frozen=True, slots=True)
class _Opened:
    """A template taken apart, in the language it is judged in."""

    file: TemplateFile
    source: TemplateSource
    language: Language


class TemplateJudge:
    """Judges templates; loads rules at once, and models when first needed.

    Args:
        packs: folders of rule packs.
        speaks: the language of the problems.

    Raises:
        RuleFileError: a rule file does not say what it must.
        UsageError: a pack is no folder of rules.
    """

    def __init__(self, packs: Iterable[str | Path], speaks: Language) -> None:
        folders = tuple(packs)
        self.scorer = Scorer(rules=folders) if folders else shared()
        self.rules = load_template_rules()
        self._names = field_names(self.rules.book)
        self._speaks = speaks

    def judge(self, files: Iterable[TemplateFile]) -> Iterator[Judged]:
        """Judge files, in order.

        Raises:
            ModelError: a model is missing or altered.
        """
        rest = iter(files)
        while batch := list(islice(rest, _TOGETHER)):
            opened = [self._open(file) for file in batch]
            views = self._views([one for one in opened if isinstance(one, _Opened)])
            for one in opened:
                yield one if isinstance(one, Judged) else self._judged(one, next(views))

    def _open(self, file: TemplateFile) -> _Opened | Judged:
        """Take a template apart; what cannot be judged is said at once."""
        settings = file.settings
        try:
            source = opened(file)
            bare = bare_text(source)
            check_words(bare, file.name)
            for case in range(1, source.blocks.cases):
                plain_template(source, case)  # refuses what is too much now, not halfway
        except InputError as error:
            return _unread(str(error).removeprefix(f"{file.name}: "))
        matter = source.matter
        channel = matter.channel or settings.channel
        scenario = matter.scenario or settings.scenario
        asked = matter.lang or settings.lang
        guess = _language(source, bare, asked)
        told = {"channel": channel, "scenario": scenario, "language": asked}
        source = _with_draft(source, told)
        language = next((known for known in LANGUAGES if known == guess.language), None)
        message = fill_template(source, language or "en", self._names).message
        code = not_scored_code(message, guess, LANGUAGES)
        if code == "language":
            code = "language_of_file" if any(map(str.isalpha, bare)) else "only_fields"
        if code or language is None:
            said = reason(code or "language_of_file", guess, self.scorer.book, self._speaks)
            return Judged(
                status="not_judged",
                reason=said,
                language=guess.language,
                channel=channel,
                scenario=scenario,
            )
        return _Opened(file, source, language)

    def _views(self, opened: Sequence[_Opened]) -> Iterator[TemplateView]:
        """What checks see of each template; all of a language are parsed together."""
        filled = {
            (number, case): fill_template(one.source, one.language, self._names, case)
            for number, one in enumerate(opened)
            for case in range(one.source.blocks.cases)
        }
        scenes: dict[tuple[int, int], Scene] = {}
        for language in LANGUAGES:
            mine = [key for key in filled if opened[key[0]].language == language]
            if mine:
                messages = [filled[key].message for key in mine]
                contexts = [self._context(opened[key[0]], filled[key]) for key in mine]
                found = self.scorer.scenes(messages, language, contexts)
                scenes |= zip(mine, found, strict=True)
        for number, one in enumerate(opened):
            cases = tuple(
                judge_case(filled[key], scenes[key], self.rules.book, whole=not one.source.includes)
                for key in filled
                if key[0] == number
            )
            yield TemplateView(one.source, one.language, one.file.settings, self._names, cases)

    def _context(self, one: _Opened, filled: Filled) -> Context:
        """What is known of the conversation: from the front matter, and what stands in for fields.

        A company or a role that the template names is no detail of the conversation.
        """
        given = {}
        for field in filled.fields:
            for name in field.kinds:
                kind = self.rules.book.fields[name]
                if kind.gives:
                    given[kind.gives] = kind.stand(one.language).stand_ins[0]
        known = one.source.matter.context or Context()
        return Context.model_validate({**given, **known.model_dump(exclude_none=True)})

    def _judged(self, one: _Opened, view: TemplateView) -> Judged:
        draft, matter = one.source.draft, one.source.matter
        text = draft.text
        worst = min(view.cases, key=lambda case: case.tally.score)
        try:
            problems = problems_of(view, self.rules, self.scorer.book, self._speaks)
        except InputError as error:
            return _unread(str(error).removeprefix(f"{one.file.name}: "))
        return Judged(
            status="judged",
            language=one.language,
            channel=draft.channel,
            scenario=draft.scenario,
            kind=view.cases[0].kind,
            score=worst.tally.score,
            levels={name: worst.tally.dimensions[name].level for name in DIMENSIONS},
            problems=problems,
            directives=tuple(directives(one.source)),
            anchor=locate(text, view.anchor, view.anchor),
            likeness=likeness(one.source),
            whole=fingerprint("", text, 0, 0),
            min_score=matter.min_score,
        )


def _language(source: TemplateSource, bare: str, asked: str) -> LanguageGuess:
    """The language asked for, or that of the words; of too few, with what describes fields."""
    if asked != "auto":
        return LanguageGuess(language=asked, confidence=1.0, supported=True)
    guess = detect_language(bare)
    if guess.language in LANGUAGES:
        return guess
    more = detect_language(bare_text(source, described=True))
    return more if more.language in LANGUAGES else guess


def _with_draft(source: TemplateSource, told: Mapping[str, str]) -> TemplateSource:
    return replace(source, draft=source.draft.model_copy(update=told))


def _unread(why: str) -> Judged:
    return Judged(status="not_judged", reason=Reason(code="input", message=why))
