"""A template opened, and its words as they are compared with those of others. No spaCy here."""

import re
from pathlib import PurePath

from followup_kit.errors import InputError
from followup_kit.library.files import TemplateFile
from followup_kit.library.settings import TEMPLATE_SUFFIXES
from followup_kit.models.draft import DraftFormat
from followup_kit.reading import load_bytes
from followup_kit.reading.files import format_of
from followup_kit.reading.template import TemplateSource, bare_text, open_template
from followup_kit.words import fold

_MARKUP = re.compile(
    rb"(?im)^\s{0,80}<(?:!doctype|html|body|table|tbody|tr|td|div|p|mjml)\b[^<>]{0,500}>"
)
"""A line that begins with a tag: HTML, where the name of a template does not say what it is."""


def opened(file: TemplateFile) -> TemplateSource:
    """Take the template that a file holds apart.

    Raises:
        InputError: it is no text, or its front matter says what cannot be.
    """
    told = template_format(file.name)
    bare = _without_tool(file.name)
    if not bare.suffix and bare.name != PurePath(file.name).name and _MARKUP.search(file.data):
        told = "html"
    draft = load_bytes(file.data, file.name, format=told)
    return open_template(draft)


def template_format(name: str) -> DraftFormat:
    """The format that a template's name tells: ``thanks.html.j2`` is HTML."""
    return format_of(_without_tool(name).name)


def _without_tool(name: str) -> PurePath:
    """The name without the endings of template tools."""
    path = PurePath(name)
    while path.suffix.lower() in TEMPLATE_SUFFIXES:
        path = path.with_suffix("")
    return path


def likeness(source: TemplateSource) -> str:
    """The words of a template folded, fields left out."""
    return " ".join(fold(bare_text(source)).split())


def likeness_of(file: TemplateFile) -> str:
    """The same of a file that is not judged itself; nothing when it cannot be read."""
    try:
        return "" if file.unread else likeness(opened(file))
    except InputError:
        return ""
