"""Options that commands share, and what they stand for."""

from enum import StrEnum
from pathlib import Path

from pydantic import ValidationError

from followup_kit.errors import InputError
from followup_kit.models.draft import Context


class ChannelOption(StrEnum):
    """How the message travels."""

    email = "email"
    inmail = "inmail"
    sms = "sms"


class ScenarioOption(StrEnum):
    """What it follows."""

    interview = "interview"
    sales = "sales"


class LanguageOption(StrEnum):
    """A language, or let the kit see."""

    auto = "auto"
    en = "en"
    fr = "fr"


class FormatOption(StrEnum):
    """How the report is written."""

    text = "text"
    json = "json"
    jsonl = "jsonl"
    markdown = "markdown"


class FailOnOption(StrEnum):
    """The level of findings at which the exit code is 1."""

    error = "error"
    warning = "warning"
    never = "never"


def text_or_file(value: str | None) -> str | None:
    """The text that an option stands for: ``@path`` and the name of a file mean its content.

    Raises:
        InputError: ``@path`` does not exist, or the file is no text.
    """
    if value is None:
        return None
    named = value.startswith("@")
    path = Path(value[1:] if named else value)
    if not named and not _is_file(path):
        return value
    from followup_kit.reading import load  # noqa: PLC0415  (only when there is a file to read)

    return load(path, format="text").text


def context_of(
    notes: str | None,
    posting: str | None,
    recipient: str | None,
    company: str | None,
    role: str | None,
    date: str | None,
) -> Context:
    """The context that the options of a command stand for.

    Raises:
        InputError: a file cannot be read, or the date is none.
    """
    values = {
        "notes": text_or_file(notes),
        "posting": text_or_file(posting),
        "recipient": recipient,
        "company": company,
        "role": role,
        "date": date,
    }
    try:
        return Context.model_validate(values)
    except ValidationError as error:
        raise InputError(f"--date {date!r}: a day such as 2025-03-14 expected") from error


def _is_file(path: Path) -> bool:
    """Whether a value names a file; a long text is no name that a system accepts."""
    try:
        return path.is_file()
    except OSError:
        return False
