"""What an installation is made of, and what is wrong with it. No spaCy is imported."""

import platform
from importlib.metadata import PackageNotFoundError, version

from followup_kit.data import rules_root
from followup_kit.errors import FollowupKitError
from followup_kit.parsing.installed import model_status
from followup_kit.rulebook.load import load_rulebook
from followup_kit.version import __version__

SPACY = "3.8"


def examine() -> tuple[list[str], bool]:
    """Lines for people, and whether all is well."""
    lines = [
        f"followup_kit  {__version__}",
        f"Python        {platform.python_version()}",
    ]
    problems: list[str] = []
    found = _spacy()
    lines.append(f"spaCy         {found or 'missing'}")
    if not found or not found.startswith(f"{SPACY}."):
        problems.append(f"spaCy {SPACY} is needed; run: pip install 'spacy>=3.8,<3.9'")
    for status in model_status():
        digest = "digests hold" if status.digests_hold else "digests do not hold"
        lines.append(f"model {status.language}      {status.package} {status.version}, {digest}")
        if status.problem:
            problems.append(status.problem)
    try:
        book = load_rulebook()
        lines.append(f"rules         {len(book.rules)}, ruleset {book.version}, {rules_root()}")
        lines.append(f"fingerprint   {book.fingerprint}")
    except FollowupKitError as error:
        problems.append(str(error))
    lines += [f"wrong: {problem}" for problem in problems] or ["all is well"]
    return lines, not problems


def _spacy() -> str | None:
    try:
        return version("spacy")
    except PackageNotFoundError:
        return None
