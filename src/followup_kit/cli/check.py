"""What ``followup-kit check`` does once its options are read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from followup_kit.cli.check_command import CheckFormat, Level
from followup_kit.cli.listing import show_listing
from followup_kit.cli.output import opened
from followup_kit.cli.progress import counted
from followup_kit.cli.running import BELOW, CLEAN, FAILED, fail
from followup_kit.errors import InputError, UsageError
from followup_kit.library import baseline as known
from followup_kit.library.cache import opened as opened_cache
from followup_kit.library.changed import changed_since
from followup_kit.library.discover import Discovered, Source, discover
from followup_kit.library.files import TemplateFile, read_files
from followup_kit.library.keys import generation
from followup_kit.library.run import Check, judge_of, run
from followup_kit.library.settings import Settings
from followup_kit.library.settings_file import Found, find_settings
from followup_kit.models.base import SEVERITIES, Language
from followup_kit.models.listing import Listed, Listing
from followup_kit.reading import load_bytes
from followup_kit.rendering.view import shipped_strings

ASKED = ("template.below_min_score", "template.score_dropped")
"""Rules that fail the check whatever their level: the threshold was asked for."""


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


def check_library(request: CheckRequest) -> int:
    """Check what was asked for; gives the exit code.

    Raises:
        InputError: settings or baseline cannot be read, or the output not written.
        ModelError: a model is missing or altered.
        RuleFileError: a rule file does not say what it must.
        UsageError: options that do not go together, or a revision that is none.
    """
    found = _asked(find_settings(Path.cwd(), request.config), request)
    settings = found.settings
    chosen = _chosen(found, request)
    for line in (*chosen.notices, *chosen.failures):
        fail(line)
    code = FAILED if chosen.failures else CLEAN
    place = request.baseline or found.home / settings.baseline
    before = known.load_baseline(place)
    if settings.max_drop is not None and not before.exists and not request.update_baseline:
        raise UsageError(f"--max-drop: no baseline at {place}; make one with --update-baseline")
    files = _library(found, chosen, request)
    listing = _judged(found, files, chosen.files, before, request)
    code = max(code, _baseline(before, listing, files, place, request))
    shown = _sifted(before, listing, request)
    texts = {file.name: file for file in files}
    with opened(request.output) as out:
        sources = {one.path: _text(texts[one.path]) for one in shown.files if one.problems}
        show_listing(shown, request.format, out, sources=sources, strings=shipped_strings())
    return max(code, outcome(shown.files, settings.fail_on))


def outcome(files: Sequence[Listed], fail_on: Level) -> int:
    """The exit code that files ask for; what was not judged is never fine."""
    code = CLEAN
    for file in files:
        if file.status == "not_judged":
            return FAILED
        for problem in file.problems:
            grave = fail_on != "never" and _level(problem.severity) >= _level(fail_on)
            if grave or problem.rule in ASKED:
                code = BELOW
    return code


def _level(severity: str) -> int:
    return [*SEVERITIES].index(severity)  # type: ignore[arg-type]


def _asked(found: Found, request: CheckRequest) -> Found:
    """The settings with what the command line says instead."""
    said: dict[str, Any] = {
        name: getattr(request, name)
        for name in ("min_score", "max_drop", "fail_on", "messages")
        if getattr(request, name) is not None
    }
    if request.packs:
        said["rules"] = tuple(str(pack.absolute()) for pack in request.packs)
    return replace(found, settings=found.settings.model_copy(update=said))


def _chosen(found: Found, request: CheckRequest) -> Discovered:
    """The files to report on."""
    wanted = discover(
        request.paths or (found.home,),
        found.settings,
        found.home,
        found.base,
        force_exclude=request.force_exclude,
    )
    if request.changed_since is None:
        if not wanted.files and not (request.force_exclude and wanted.notices):
            where = ", ".join(str(path) for path in request.paths) or str(found.home)
            raise InputError(f"{where}: no templates here; name files, or see include in settings")
        return wanted
    changed = changed_since(request.changed_since, found.base)
    return replace(wanted, files=tuple(one for one in wanted.files if one.path in changed))


def _library(found: Found, chosen: Discovered, request: CheckRequest) -> list[TemplateFile]:
    """Every file that those to report on are held against.

    With settings there is a library: named files are compared with all of it.
    """
    sources: dict[str, Source] = {one.shown: one for one in chosen.files}
    if chosen.files and (found.file or request.changed_since):
        others = discover((found.home,), found.settings, found.home, found.base)
        sources = {one.shown: one for one in others.files} | sources
    ordered = [sources[name] for name in sorted(sources)]
    return list(read_files(ordered, found.settings, found.home))


def _judged(
    found: Found,
    files: Sequence[TemplateFile],
    named: Sequence[Source],
    before: known.Baseline,
    request: CheckRequest,
) -> Listing:
    settings = found.settings
    packs = [found.home / pack for pack in settings.rules]
    speaks = settings.messages or "en"
    folder = request.cache_dir or found.home / settings.cache_dir
    with opened_cache(folder if request.keep else None, generation(packs)) as keeper:
        with counted() as progress:
            listing = run(
                Check(
                    files=files,
                    named={one.shown for one in named},
                    judge=judge_of(packs, speaks),
                    speaks=speaks,
                    duplicates=settings.duplicates,
                    before=known.scores(before, files),
                    progress=progress,
                ),
                keeper,
            )
        keeper.forget_except(file.name for file in files)
    for line in keeper.notices:
        fail(line)
    return listing
