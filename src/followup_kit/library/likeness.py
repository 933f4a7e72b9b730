"""A template opened, and its words as they are compared with those of others. No spaCy here."""

from pathlib import PurePath

from followup_kit.errors import InputError
from followup_kit.library.files import TemplateFile
from followup_kit.library.settings import TEMPLATE_SUFFIXES
from followup_kit.models.draft import DraftFormat
from followup_kit.reading import load_bytes
from followup_kit.reading.files import format_of
from followup_kit.reading.template import TemplateSource, bare_text, open_template
from followup_kit.words import fold


def opened(file: TemplateFile) -> TemplateSource:
    """Take the template that a file holds apart.

    Raises:
        InputError: it is no text, or its front matter says what cannot be.
    """
    draft = load_bytes(file.data, file.name, format=template_format(file.name))
    return open_template(draft)


def template_format(name: str) -> DraftFormat:
    """The format that a template's name tells: ``thanks.html.j2`` is HTML."""
    path = PurePath(name)
    while path.suffix.lower() in TEMPLATE_SUFFIXES:
        path = path.with_suffix("")
    return format_of(path.name)


def likeness(source: TemplateSource) -> str:
    """The words of a template folded, fields left out."""
    return " ".join(fold(bare_text(source)).split())


def likeness_of(file: TemplateFile) -> str:
    """The same of a file that is not judged itself; nothing when it cannot be read."""
    try:
        return "" if file.unread else likeness(opened(file))
    except InputError:
        return ""
