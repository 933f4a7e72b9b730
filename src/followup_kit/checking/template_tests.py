"""Runs what rules of templates say of themselves: their examples and near misses."""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from followup_kit.library.cache import Cache
from followup_kit.library.files import TemplateFile
from followup_kit.library.judge import TemplateJudge
from followup_kit.library.run import Check, judge_of, run
from followup_kit.library.settings_table import Origin, settings_of
from followup_kit.models.base import Language
from followup_kit.models.listing import Listed, Problem
from followup_kit.models.template import TemplateExample, TemplateRule
from followup_kit.rulebook.template_rules import load_template_rules

BEFORE = "baseline-score"
"""A key that only examples have among their settings: the score that a baseline would hold."""
_SUFFIX = {"html": ".html", "markdown": ".md", "eml": ".eml"}


def of_templates(prefixes: tuple[str, ...]) -> list[TemplateRule]:
    """The rules of templates whose ids begin with a prefix; all without one."""
    known = load_template_rules().by_id.values()
    return [rule for rule in known if not prefixes or rule.id.startswith(prefixes)]


def check_template_rule(rule: TemplateRule, language: Language) -> Iterator[str]:
    """What of a rule's examples and near misses does not hold, a line each."""
    part = rule.part(language)
    for example in part.examples:
        found = own(rule, checked(example, language))
        spans = [problem.span.text for problem in found]
        if not found:
            yield f"example: the rule does not fire\n    {example.text!r}"
        elif (example.finds or "") not in spans:
            yield f"example: another stretch is found: {spans}\n    {example.text!r}"
    for example in part.near_misses:
        for problem in own(rule, checked(example, language)):
            yield f"near miss: the rule fires: {problem.span.text!r}\n    {example.text!r}"


def checked(example: TemplateExample, language: Language) -> Listed:
    """Check an example in its library.

    Raises:
        InputError: its settings are none.
    """
    given = {"lang": language, "channel": example.channel, "scenario": example.scenario}
    said = dict(example.settings)
    before = said.pop(BEFORE, None)
    settings = settings_of({**given, **said}, Origin("example", "", ()))
    path = Path(example.path)
    if example.format:
        path = path.with_suffix(_SUFFIX.get(example.format, path.suffix))
    name = path.as_posix()
    texts = {name: example.text, **example.others}
    files = [
        TemplateFile(path, settings, text.encode(example.encoding)) for path, text in texts.items()
    ]
    check = Check(
        files=files,
        named=texts.keys(),
        judge=_judge(language),
        speaks=language,
        duplicates=settings.duplicates,
        before={} if before is None else {name: before},
    )
    return next(file for file in run(check, Cache()).files if file.path == name)


@cache
def _judge(language: Language) -> "Callable[[], TemplateJudge]":
    """One judge a language for all examples."""
    return judge_of((), language)


def own(rule: TemplateRule, listed: Listed) -> list[Problem]:
    """The problems of one rule."""
    return [problem for problem in listed.problems if problem.rule == rule.id]
