"""A library checked: kept judgements taken up, new ones made, the whole seen, silence kept."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from followup_kit.library import cards
from followup_kit.library.alike import alike
from followup_kit.library.cache import Cache
from followup_kit.library.files import TemplateFile
from followup_kit.library.judged import Judged
from followup_kit.library.keys import key
from followup_kit.library.likeness import likeness_of
from followup_kit.library.listed import listed
from followup_kit.library.silence import check_names
from followup_kit.library.whole import Library, Wordings
from followup_kit.models.base import Language
from followup_kit.models.listing import Listing
from followup_kit.models.report import Reason
from followup_kit.rendering.view import shipped_strings
from followup_kit.rulebook.template_rules import load_template_rules
from followup_kit.version import __version__

if TYPE_CHECKING:
    from followup_kit.library.judge import TemplateJudge


@dataclass(frozen=True)
class Check:
    """What to check.

    Attributes:
        files: every file of the library.
        named: those to report on; the others are only seen beside them.
        judge: gives what judges files; see :func:`judge_of`.
        speaks: the language of the listing.
        duplicates: percent of likeness from which two files are one too many.
        before: scores that the baseline holds, by path.
        progress: told of each file that had to be judged, with how many there are.
    """

    files: Sequence[TemplateFile]
    named: Collection[str]
    judge: "Callable[[], TemplateJudge]"
    speaks: Language
    duplicates: int
    before: Mapping[str, int] = field(default_factory=dict)
    progress: Callable[[int, int], None] | None = None


def run(check: Check, keeper: Cache) -> Listing:
    """Check a library.

    Args:
        check: what to check.
        keeper: where judgements are kept between runs; ``Cache()`` keeps them for this one only.

    Raises:
        ModelError: a model is missing or altered.
        RuleFileError: a rule file does not say what it must.
        UsageError: a pack is no folder of rules.
    """
    judged = _judged(check, keeper)
    kept = keeper.meta("alike")
    texts = {file.name: _likeness(file, judged) for file in check.files}
    pairs, keep = alike(texts, check.duplicates, kept, check.named)
    if keep != kept:
        keeper.keep_meta("alike", keep)
    library = Library(texts.keys(), check.named, pairs, check.before)
    words = Wordings(load_template_rules().by_id, shipped_strings(), check.speaks)
    known = cards.known_cards(keeper, check.speaks, lambda: check.judge().scorer.book)
    ids = frozenset(card.id for card in known.rules)
    check_names(check.files, ids)
    files = tuple(
        listed(file, judged[file.name], library, words, ids)
        for file in check.files
        if file.name in check.named
    )
    used = {problem.rule for file in files for problem in file.problems}
    return Listing(
        tool_version=__version__,
        messages=check.speaks,
        ruleset=known.ruleset,
        rules=tuple(card for card in known.rules if card.id in used),
        files=files,
    )


def judge_of(packs: Sequence[str | Path], speaks: Language) -> "Callable[[], TemplateJudge]":
    """What makes the judge when the first file needs it; an unchanged library needs none.

    Args:
        packs: folders of rule packs.
        speaks: the language of the problems.
    """

    @cache
    def made() -> "TemplateJudge":
        from followup_kit.library.judge import TemplateJudge  # noqa: PLC0415  (see above)

        return TemplateJudge(packs, speaks)

    return made


def _judged(check: Check, keeper: Cache) -> dict[str, Judged]:
    """Files judged by themselves, as it is kept or anew; the others only as far as it is kept."""
    found: dict[str, Judged] = {}
    new: list[TemplateFile] = []
    keys: dict[str, str] = {}
    for file in check.files:
        keys[file.name] = key(file, check.speaks)
        kept = None if file.unread else keeper.get(file.name, keys[file.name])
        if kept is not None:
            found[file.name] = Judged.model_validate_json(kept)
        elif file.name in check.named and file.unread:
            found[file.name] = _unread(file)
        elif file.name in check.named:
            new.append(file)
    if new:
        for number, (file, one) in enumerate(zip(new, check.judge().judge(new), strict=True), 1):
            found[file.name] = one
            keeper.put(file.name, keys[file.name], one.model_dump_json().encode())
            if check.progress:
                check.progress(number, len(new))
    return found


def _likeness(file: TemplateFile, judged: Mapping[str, Judged]) -> str:
    """What a file is compared by, judged or not."""
    one = judged.get(file.name)
    return one.likeness if one else likeness_of(file)


def _unread(file: TemplateFile) -> Judged:
    return Judged(status="not_judged", reason=Reason(code="input", message=file.unread or ""))
