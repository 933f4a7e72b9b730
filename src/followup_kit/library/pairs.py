"""Where the translation of a template is looked for."""

import re

from followup_kit.models.base import LANGUAGES, Language

_CODES = "|".join(LANGUAGES)
_IN_NAME = re.compile(rf"(?:^|(?<=/))(?P<folder>{_CODES})(?=/)|(?<=[._-])(?P<part>{_CODES})(?=\.)")
"""A folder of a language's code, or the code as a part of the file's name: ``thanks.fr.md``."""
_WILD = re.compile(r"\*\*/|\*\*|\*|\?|\{lang\}|[^*?{]+|.")
_AS_REGEX = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]", "{lang}": f"({_CODES})"}


def counterpart(path: str, pattern: str | bool) -> tuple[Language, str] | None:  # noqa: FBT001
    """The language and path of a template's translation; ``None`` for one that is in no pair.

    Args:
        path: of the template.
        pattern: a glob with ``{lang}``, or whether to look for codes in folders and names.
    """
    if pattern is False:
        return None
    found = _IN_NAME.search(path) if pattern is True else _regex(str(pattern)).fullmatch(path)
    if found is None:
        return None
    group = "folder" if pattern is True and found["folder"] else "part" if pattern is True else 1
    start, end = found.span(group)
    other = next(code for code in LANGUAGES if code != path[start:end])
    return other, f"{path[:start]}{other}{path[end:]}"


def _regex(pattern: str) -> re.Pattern[str]:
    """A glob as a regular expression; the first ``{lang}`` is the language."""
    parts = [_AS_REGEX.get(run, re.escape(run)) for run in _WILD.findall(pattern)]
    lead = "" if pattern.startswith(("**", "/")) else "(?:.*/)?"
    return re.compile(lead + "".join(parts))
