"""What an installation is made of, and what is wrong with it. No spaCy is imported."""

import platform
import sys
from importlib.metadata import PackageNotFoundError, version

from followup_kit.data import rules_root
from followup_kit.errors import FollowupKitError
from followup_kit.models.base import Language
from followup_kit.parsing.installed import ModelStatus, model_status
from followup_kit.rulebook.load import load_rulebook
from followup_kit.version import __version__

SPACY = "3.8"
_NAMES: dict[Language, str] = {"en": "English", "fr": "French"}


def examine() -> tuple[list[str], bool]:
    """Lines for people, and whether all is well."""
    facts = [
        ("followup_kit", __version__),
        ("Python", f"{platform.python_version()}, {sys.executable}"),
    ]
    problems: list[str] = []
    spacy = _spacy()
    facts.append(("spaCy", spacy or "missing"))
    if not spacy or not spacy.startswith(f"{SPACY}."):
        problems.append(f"spaCy {SPACY} is needed; run: pip install 'spacy=={SPACY}.*'")
    for status in model_status():
        facts.append((_NAMES[status.language], _model(status)))
        if status.problem:
            problems.append(status.problem)
    try:
        book = load_rulebook()
        facts.append(("rules", f"{len(book.rules)}, version {book.version}, {rules_root()}"))
        facts.append(("fingerprint", book.fingerprint))
    except FollowupKitError as error:
        problems.append(str(error))
    width = max(len(name) for name, _ in facts)
    lines = [f"{name:{width}}  {said}" for name, said in facts]
    lines += ["", *(problems or ["All is well."])]
    return lines, not problems


def _model(status: ModelStatus) -> str:
    if status.version is None:
        return f"{status.package}, missing"
    state = "as published" if status.digests_hold else "not as published"
    return f"{status.package} {status.version}, {state}"


def _spacy() -> str | None:
    try:
        return version("spacy")
    except PackageNotFoundError:
        return None
