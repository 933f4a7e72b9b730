"""What a library of templates asks of its check: values, and which are in force for one file."""

import hashlib
import json
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, StrictBool, StrictInt, StringConstraints

from followup_kit.library.globs import globs, is_glob
from followup_kit.models.base import Channel, Frozen, Language, Scenario

SUFFIXES = (".txt", ".md", ".markdown", ".html", ".htm", ".eml")
TEMPLATE_SUFFIXES = (".j2", ".jinja", ".jinja2", ".hbs", ".handlebars", ".liquid", ".tmpl", ".tpl")
"""What may follow one of ``SUFFIXES``: ``thanks.md.j2``."""
ALONE = (".hbs", ".handlebars", ".liquid")
"""Those that tools of mails use by themselves: ``thanks.hbs``; ``a.j2`` may become anything."""

EXCLUDED = (
    *("README*", "Readme.*", "readme.*", "CHANGELOG*", "Changelog.*", "changelog.*"),
    *("CONTRIBUTING*", "Contributing.*", "contributing.*"),
    *("LICENSE*", "License.*", "license.*", "node_modules/", ".venv/", ".*/"),
    *("partials/", "_partials/", "_includes/", "_layouts/"),  # parts of messages
    *(".#*", "._*"),  # an editor's lock, and what macOS keeps beside a file
)
"""Left out unless the settings take it back (``exclude = ["!README.md"]``); in lower case only
the bare names, since ``license-renewal.md`` may well be a template."""

OUTSIDE_OF_RESULTS = (
    "include",  # says which files are judged, not how
    "exclude",  # the same
    "ignore_files",  # the same
    "cache_dir",  # where results are kept
    "baseline",  # results are compared with it once they are there
    "fail_on",  # the exit code, made of the results
    "max_drop",  # found against the baseline, outside of what is kept
    "min_score",  # found against the score, outside of what is kept
)
"""Settings that the judgement of one file does not depend on, so that changing them keeps it."""

Level = Literal["hint", "warning", "error"]
_Name = Annotated[str, StringConstraints(strict=True, strip_whitespace=True, min_length=1)]
_Text = Annotated[str, StringConstraints(strict=True, min_length=1)]
_Percent = Annotated[StrictInt, Field(ge=0, le=100)]


def _glob(line: str) -> str:
    """A glob that says what its writer meant by a leading ``./`` or ``#``."""
    line = line.removeprefix("./")
    line = f"\\{line}" if line.startswith("#") else line
    if not is_glob(line):
        raise ValueError("a glob expected")
    return line


def _with_language(pattern: str) -> str:
    if "{lang}" not in pattern:
        raise ValueError("a pattern with {lang} expected")
    return pattern


_Globs = tuple[Annotated[_Text, AfterValidator(_glob)], ...]
_Paired = StrictBool | Annotated[_Text, AfterValidator(_with_language)]
_File = Annotated[str, StringConstraints(strict=True, pattern=r"^[^\x00]+$")]

EXPECTED = {
    "include": "a list of globs, such as ['en/**', '*.md']",
    "exclude": "a list of globs, such as ['drafts/']",
    "ignore_files": "true or false",
    "rules": "a list of folders, such as ['our-rules']",
    "messages": "'en' or 'fr'",
    "min_score": "a whole number from 0 to 100",
    "max_drop": "a whole number from 0 to 100",
    "fail_on": "one of 'hint', 'warning', 'error' and 'never'",
    "ignore": "a list of rules or areas, such as ['craft.gift', 'type']",
    "severity": "a table of rules with 'hint', 'warning' or 'error' each",
    "placeholders": "a list of names, such as ['first_name', 'company']",
    "pairs": "true, false or a pattern with {lang}, such as '{lang}/**'",
    "duplicates": "a whole number from 0 to 100",
    "lang": "one of 'auto', 'en' and 'fr'",
    "channel": "one of 'email', 'inmail' and 'sms'",
    "scenario": "'interview' or 'sales'",
    "baseline": "the path of a file",
    "cache_dir": "the path of a folder",
    "overrides": "tables headed [[tool.followup-kit.overrides]] or [[overrides]]",
    "paths": "a list of globs, such as ['fr/**']",
}
"""What each setting may be, in the words of the errors."""


class Override(Frozen):
    """What differs for some files; what is left out stays as it is for all.

    Attributes:
        paths: Annotated[_Globs, Field(min_length=1)]
        ignore: added to what is ignored everywhere.
        severity: laid over what holds everywhere, rule by rule.
        placeholders: takes the place of the list that holds everywhere.
    """

    paths: Annotated[_Globs, Field(min_length=1)]
    lang: Literal["auto"] | Language | None = None
    channel: Channel | None = None
    scenario: Scenario | None = None
    min_score: _Percent | None = None
    ignore: tuple[_Name, ...] = ()
    severity: dict[_Name, Level] = Field(default_factory=dict)
    placeholders: tuple[_Name, ...] | None = None


class Settings(Frozen):
    """What is asked, for every file; in TOML the same names with hyphens.

    Attributes:
        include: globs of the files to take; ``None``: those whose name ends as a template's.
        exclude: globs added to ``EXCLUDED``.
        ignore_files: whether ``.gitignore`` and ``.followupkitignore`` are respected.
        rules: folders of packs, relative to the settings file.
        messages: the language to speak; ``None`` when the settings do not say.
        min_score: a file below it has a problem.
        max_drop: a file that fell by more than that many points has a problem.
        fail_on: the lightest problem that makes the check fail.
        ignore: ids of rules, areas (``craft``), or beginnings of ids that end in ``.``.
        severity: what a rule's problems count as here.
        placeholders: the names that fields may have; ``None``: any.
        pairs: how a template and its translation find each other: a pattern with ``{lang}``,
            yes or no; ``None`` when the settings do not say.
        duplicates: the likeness, in percent, from which two templates are one too many.
        lang: of templates that do not say; ``auto`` looks at their words.
        channel: of templates that do not say.
        scenario: of templates that do not say.
        baseline: the file of known problems, relative to the settings file.
        cache_dir: the folder of kept results, relative to the settings file.
        overrides: in their order; a later one wins.
    """

    include: _Globs | None = None
    exclude: _Globs = ()
    ignore_files: StrictBool = True
    rules: tuple[_File, ...] = ()
    messages: Language | None = None
    min_score: _Percent | None = None
    max_drop: _Percent | None = None
    fail_on: Level | Literal["never"] = "warning"
    ignore: tuple[_Name, ...] = ()
    severity: dict[_Name, Level] = Field(default_factory=dict)
    placeholders: tuple[_Name, ...] | None = None
    pairs: _Paired | None = None
    duplicates: _Percent = 90
    lang: Literal["auto"] | Language = "auto"
    channel: Channel = "email"
    scenario: Scenario = "interview"
    baseline: _File = "followup-kit-baseline.jsonl"
    cache_dir: _File = ".followup-kit-cache"
    overrides: tuple[Override, ...] = ()

    def for_path(self, relative: str) -> "Settings":
        """The settings in force for one file, its overrides applied in their order.

        Args:
            relative: the file's path below the folder of the settings file, with slashes.
        """
        found = self
        for override in self.overrides:
            if globs(override.paths).holds(relative):
                found = found.model_copy(update=_changes(found, override))
        return found.model_copy(update={"overrides": ()})

    def ignores(self, rule: str) -> bool:
        """Whether a rule is not asked for: by its id, its area, or the beginning of its id."""
        return any(
            rule == name or rule.startswith(name if name.endswith(".") else f"{name}.")
            for name in self.ignore
        )


def fingerprint(settings: Settings) -> str:
    """SHA-256 of what the judgement of a file depends on; see ``OUTSIDE_OF_RESULTS``."""
    content = settings.model_dump(mode="json", exclude=set(OUTSIDE_OF_RESULTS))
    for override in content["overrides"]:
        override.pop("min_score")
    canonical = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()


def _changes(settings: Settings, override: Override) -> dict[str, Any]:
    said = {
        name: getattr(override, name)
        for name in ("lang", "channel", "scenario", "min_score", "placeholders")
        if getattr(override, name) is not None
    }
    return {
        **said,
        "ignore": (*settings.ignore, *override.ignore),
        "severity": {**settings.severity, **override.severity},
    }
