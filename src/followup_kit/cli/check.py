"""What ``followup-kit check`` does once its options are read."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from followup_kit.cli.check_command import CheckFormat, Level
from followup_kit.cli.lists import show_listing
from followup_kit.cli.output import opened
from followup_kit.cli.progress import counted
from followup_kit.cli.running import BELOW, CLEAN, FAILED, fail
from followup_kit.errors import UsageError
from followup_kit.library.baseline import gone_from, known, old_scores, pruned, updated
from followup_kit.library.baseline_file import Baseline, load_baseline, write_baseline
from followup_kit.library.cache import opened as opened_cache
from followup_kit.library.keys import generation
from followup_kit.library.project import Project, open_project
from followup_kit.library.run import Check, judge_of, run
from followup_kit.models.base import SEVERITIES, Language
from followup_kit.models.listing import Listed, Listing
from followup_kit.reading import load_bytes
from followup_kit.rendering.view import shipped_strings

ASKED = ("template.below_min_score", "template.score_dropped")
"""Rules that fail the check whatever their level: a threshold was asked for."""
_SAID = ("min_score", "max_drop", "fail_on", "messages")
"""Options that take the place of settings of the same name."""


@dataclass(frozen=True)
class CheckRequest:
    """What was asked for; see the options of ``check``."""

    paths: tuple[Path, ...] = ()
    config: Path | None = None
    changed_since: str | None = None
    force_exclude: bool = False
    packs: tuple[Path, ...] = ()
    min_score: int | None = None
    max_drop: int | None = None
    fail_on: Level | None = None
    baseline: Path | None = None
    update_baseline: bool = False
    prune: bool = False
    cache_dir: Path | None = None
    keep: bool = True
    format: CheckFormat = "text"
    messages: Language | None = None
    output: Path | None = None

    @property
    def said(self) -> dict[str, object]:
        """Settings that the command line gives."""
        given: dict[str, object] = {
            name: getattr(self, name) for name in _SAID if getattr(self, name) is not None
        }
        if self.packs:
            given["rules"] = tuple(str(pack.absolute()) for pack in self.packs)
        return given


def check_library(request: CheckRequest) -> int:
    """Check what was asked for; gives the exit code.

    Raises:
        InputError: settings or baseline cannot be read, or the output not written.
        ModelError: a model is missing or altered.
        RuleFileError: a rule file does not say what it must.
        UsageError: options that do not go together, or a revision that is none.
    """
    project = open_project(
        Path.cwd(),
        request.paths,
        config=request.config,
        said=request.said,
        revision=request.changed_since,
        force_exclude=request.force_exclude,
        output=request.output,
    )
    for line in (*project.chosen.notices, *project.chosen.failures):
        fail(line)
    place = request.baseline or project.found.home / project.settings.baseline
    before = _baseline(place, project, request)
    lost = gone_from(before, project.found.base)
    with _judging(project, request) as judged:
        listing = judged({})
        if request.update_baseline:
            before = updated(before, listing.files, lost, whole=project.reports_on_all)
        elif request.prune:
            before = pruned(before, listing.files, lost)
        if project.settings.max_drop is not None:
            listing = judged(old_scores(before, listing.files, lost))
    if request.update_baseline or request.prune:
        _written(place, before)
    sifted = known(before, listing.files, lost)
    if sifted.stale:
        fail(
            f"{_shown(place)}: {len(sifted.stale)} entries no longer occur; --prune takes them out"
        )
    shown = listing.model_copy(update={"files": sifted.files})
    _show(shown, project, request)
    failed = FAILED if project.chosen.failures else CLEAN
    return max(failed, outcome(shown.files, project.settings.fail_on))


def outcome(files: Sequence[Listed], fail_on: Level) -> int:
    """The exit code that files ask for; what was not judged is never fine."""
    if any(file.status == "not_judged" for file in files):
        return FAILED
    grave = () if fail_on == "never" else SEVERITIES[SEVERITIES.index(fail_on) :]
    problems = [problem for file in files for problem in file.problems]
    found = any(problem.severity in grave or problem.rule in ASKED for problem in problems)
    return BELOW if found else CLEAN


def _baseline(place: Path, project: Project, request: CheckRequest) -> Baseline:
    """What is known; asked for where there is none, it cannot be taken for nothing."""
    if request.update_baseline and request.prune:
        raise UsageError("--update-baseline writes down what is there now, so --prune has no part")
    before = load_baseline(place, merging=request.update_baseline)
    needed = request.prune or request.baseline or project.settings.max_drop is not None
    if needed and not before.exists and not request.update_baseline:
        raise UsageError(f"{place}: no baseline there; --update-baseline makes one")
    return before


@contextmanager
def _judging(
    project: Project, request: CheckRequest
) -> Iterator[Callable[[Mapping[str, int]], Listing]]:
    """Give what checks the library against scores of before; what it judges, it judges once."""
    settings, speaks = project.settings, project.settings.messages or "en"
    judge = judge_of(project.packs, speaks)
    folder = request.cache_dir or project.found.home / settings.cache_dir
    with opened_cache(folder if request.keep else None, generation(project.packs)) as keeper:

        def judged(before: Mapping[str, int]) -> Listing:
            with counted() as progress:
                check = Check(
                    files=project.files,
                    named={one.shown for one in project.chosen.files},
                    judge=judge,
                    speaks=speaks,
                    duplicates=settings.duplicates,
                    before=before,
                    progress=progress,
                )
                return run(check, keeper)

        yield judged
        if project.whole:
            keeper.forget_except(file.name for file in project.files)
    for line in keeper.notices:
        fail(line)


def _written(place: Path, baseline: Baseline) -> None:
    write_baseline(place, baseline)
    files = len(baseline.paths)
    fail(f"{_shown(place)}: {len(baseline.problems)} known problems, {files} files; commit it")


def _shown(path: Path) -> str:
    """A path as one would type it from here."""
    try:
        return os.path.relpath(path)
    except ValueError:  # on another drive of Windows
        return str(path)


def _show(listing: Listing, project: Project, request: CheckRequest) -> None:
    with_problems = {file.path for file in listing.files if file.problems}
    texts = {
        file.name: load_bytes(file.data, file.name).text
        for file in project.files
        if file.name in with_problems
    }
    with opened(request.output) as out:
        show_listing(listing, request.format, out, sources=texts, strings=shipped_strings())
