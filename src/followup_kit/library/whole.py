"""What is wrong with a template because of the others, or because of its score."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from followup_kit.fingerprints import digest
from followup_kit.library.alike import Pairs
from followup_kit.library.files import TemplateFile
from followup_kit.library.judged import Judged
from followup_kit.library.pairs import counterpart
from followup_kit.library.problem import problem_of
from followup_kit.models.base import Language
from followup_kit.models.listing import Problem
from followup_kit.models.sayings import Saying
from followup_kit.models.span import Span
from followup_kit.models.template import TemplateRule


@dataclass(frozen=True)
class Library:
    """What the checks of a whole library read.

    Attributes:
        paths: of every file in it.
        named: those that are reported on.
        alike: pairs of files that are nearly the same.
        before: scores that the baseline holds, by path.
    """

    paths: Collection[str]
    named: Collection[str]
    alike: Pairs
    before: Mapping[str, int]


@dataclass(frozen=True)
class Wordings:
    """What is needed to word a problem: the rules by id, the kit's sentences, the language."""

    rules: Mapping[str, TemplateRule]
    strings: Mapping[str, Saying]
    speaks: Language

    def problem(
        self, check: str, judged: Judged, span: Span | None = None, **blanks: str | int
    ) -> Problem:
        """A problem of one of the rules of templates; without a span, at the file's anchor."""
        rule = self.rules[f"template.{check}"]
        where = span or judged.anchor
        if where is None:
            raise ValueError(f"{rule.id}: a problem of a file that was not judged")
        name = named(rule.id, judged, span.text if span else "")
        return problem_of(rule, self.speaks, span=where, fingerprint=name, blanks=blanks)


def named(rule: str, judged: Judged, words: str) -> str:
    """The fingerprint of a problem of a whole file: it expires when any word of it changes."""
    return digest(rule, judged.whole, words)


def of_library(
    file: TemplateFile, judged: Judged, library: Library, words: Wordings
) -> Iterator[Problem]:
    """What is wrong with a file in its library."""
    for one, percent in _twins(file.name, library):
        yield words.problem("near_duplicate", judged, other=one, percent=percent)
    found = counterpart(file.name, file.settings.pairs or False)
    if found and found[1] not in library.paths:
        language = words.strings[f"library.lang.{found[0]}"].said(words.speaks)
        yield words.problem("no_counterpart", judged, language=language, path=found[1])


def _twins(name: str, library: Library) -> Iterator[tuple[str, int]]:
    """Files that a file is nearly the same as; of two that are reported on, the later says so."""
    for (one, other), percent in library.alike.items():
        if other == name:
            yield one, percent
        elif one == name and other not in library.named:
            yield other, percent


def of_score(
    file: TemplateFile, judged: Judged, library: Library, words: Wordings
) -> Iterator[Problem]:
    """Whether a template's score is below what is asked, or fell since the baseline."""
    if judged.score is None:
        return
    own = judged.min_score
    least = file.settings.min_score if own is None else own
    asked = judged.kind in words.rules["template.below_min_score"].types
    if least is not None and asked and judged.score < least:
        yield words.problem("below_min_score", judged, score=judged.score, least=least)
    before, most = library.before.get(file.name), file.settings.max_drop
    if before is not None and most is not None and before - judged.score > most:
        drop = before - judged.score
        yield words.problem("score_dropped", judged, score=judged.score, before=before, drop=drop)
