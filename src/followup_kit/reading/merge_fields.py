"""Fields written like prose: «Prénom» of a mail merge, @prenom; no quotation, no mention."""

import re
from collections.abc import Iterator

from followup_kit.data import shipped_yaml
from followup_kit.models.base import LANGUAGES
from followup_kit.words import fold

_TIGHT = re.compile(r"«(?P<name>[^\W\d_][\w' ’.-]{0,40}(?<![\s.]))»")
"""French sets a space inside its quotation marks; a word processor sets none around a field."""
_MENTION = re.compile(r"(?<![\w@/.&])@(?P<name>[^\W\d_]\w{1,40})(?![\w@])")
_WORD = re.compile(r"[^\W\d_]+")


def merge_fields(text: str) -> Iterator[tuple[int, int]]:
    """Find fields written like prose; all of a kind count where one surely names a field.

    Args:
        text: the plain text of a template.
    """
    merged = [match for match in _TIGHT.finditer(text) if match["name"][0].isupper()]
    for found in (merged, list(_MENTION.finditer(text))):
        if any(_names_a_field(match["name"]) for match in found):
            yield from (match.span() for match in found)


def _names_a_field(name: str) -> bool:
    """Whether it is written as only fields are, or all its words name one."""
    if "_" in name:
        return True
    listed = shipped_yaml("lexicon/placeholder_words.yaml")
    known = {
        fold(w) for lang in LANGUAGES for key in ("fields", "fillers") for w in listed[lang][key]
    }
    return all(fold(word) in known for word in _WORD.findall(name))
