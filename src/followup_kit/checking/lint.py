"""Loads rules and compiles every pattern; errors point into the file."""

from collections.abc import Iterator
from importlib.resources.abc import Traversable
from pathlib import Path

from followup_kit.checking.markup import read_marks
from followup_kit.data import rules_root
from followup_kit.errors import FollowupKitError, RuleFileError
from followup_kit.models.base import LANGUAGES, Language
from followup_kit.models.rule import Rule
from followup_kit.rulebook.book import RuleBook
from followup_kit.rulebook.compiled import vocabulary_of
from followup_kit.rulebook.load import AREAS, load_rule, load_rulebook, yaml_files
from followup_kit.rulebook.notation import NotationError, Vocabulary, compile_pattern
from followup_kit.rulebook.template_rules import load_template_rules
from followup_kit.rulebook.yamlfile import position


def lint_rules(packs: tuple[Path, ...]) -> list[FollowupKitError]:
    """Everything wrong with the shipped rules and the given packs; nothing when all is well."""
    roots = [(rules_root(), "rules"), *((pack, str(pack)) for pack in packs)]
    unreadable: list[FollowupKitError] = [
        error for root, shown in roots for error in _unreadable(root, shown)
    ]
    if unreadable:
        return unreadable
    try:
        load_template_rules()
        book = load_rulebook(packs)
    except FollowupKitError as error:
        return [error]
    return [
        problem
        for language in LANGUAGES
        for problem in _patterns(book, language, vocabulary_of(book, language), packs)
    ]


def _unreadable(root: Traversable, shown: str) -> Iterator[RuleFileError]:
    """Errors of rule files that do not say what a rule must say; each file's first."""
    for area in AREAS:
        for path in yaml_files(root / area):
            rule_id = f"{area}.{path.name.removesuffix('.yaml')}"
            try:
                load_rule(path, rule_id, f"{shown}/{area}/{path.name}")
            except RuleFileError as error:
                yield error


def _patterns(
    book: RuleBook, language: Language, vocabulary: Vocabulary, packs: tuple[Path, ...]
) -> Iterator[RuleFileError]:
    for rule in book.rules:
        part = rule.part(language)
        sources: list[tuple[list[str | int], str]] = [
            ([language, "patterns", number], source) for number, source in enumerate(part.patterns)
        ]
        sources += [
            ([language, "signs", sign, number], source)
            for sign, given in part.signs.items()
            for number, source in enumerate(given)
        ]
        for guard in ("unless", "along"):
            given = getattr(rule.guards, guard).get(language, ())
            sources += [(["guards", guard, language, n], text) for n, text in enumerate(given)]
        for at, source in sources:
            try:
                compile_pattern(source, vocabulary, slots_alone=rule.kind == "signs")
            except NotationError as error:
                yield _placed(rule, at, str(error), packs)
        for name in ("examples", "near_misses"):
            for number, example in enumerate(getattr(part, name)):
                try:
                    read_marks(example.text)
                except ValueError as error:
                    yield _placed(rule, [language, name, number], str(error), packs)


def _placed(rule: Rule, at: list[str | int], why: str, packs: tuple[Path, ...]) -> RuleFileError:
    relative = f"{rule.id.replace('.', '/')}.yaml"
    roots = [*((pack, str(pack)) for pack in reversed(packs)), (rules_root(), "rules")]
    for root, name in roots:
        path = root / relative
        if path.is_file():
            shown = f"{name}/{relative}"
            line, column = position(path, shown, at)
            return RuleFileError(shown, line, column, f"{'.'.join(map(str, at))}: {why}")
    return RuleFileError(relative, 1, 1, why)
