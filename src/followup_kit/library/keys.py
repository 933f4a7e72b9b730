"""What a kept judgement depends on: the kit, its rules and models, the settings, the file."""

import hashlib
from collections.abc import Iterator, Sequence
from importlib.resources.abc import Traversable
from pathlib import Path

from followup_kit.data import rules_root
from followup_kit.errors import ModelError
from followup_kit.library.files import TemplateFile
from followup_kit.library.settings import fingerprint
from followup_kit.models.base import LANGUAGES, Language
from followup_kit.parsing.installed import find_model
from followup_kit.version import __version__

LAYOUT = "1"
"""Of what is kept; another one makes all that is kept worthless."""


def generation(packs: Sequence[Path]) -> str:
    """What must be the same for anything that is kept to be worth something.

    Args:
        packs: folders of rule packs.
    """
    found = hashlib.sha256()
    for root in (rules_root(), *packs):
        for name, data in _files(root, ""):
            found.update(f"{name}\0{len(data)}\0".encode())
            found.update(data)
    models = (f"{language}:{_model(language)}" for language in LANGUAGES)
    return " ".join((f"{LAYOUT}/{__version__}", *models, found.hexdigest()))


def key(file: TemplateFile, speaks: Language) -> str:
    """What must be the same for the judgement of one file to be."""
    found = hashlib.sha256(file.data)
    found.update(f"\0{speaks}\0{fingerprint(file.settings)}".encode())
    return found.hexdigest()


def _files(folder: Traversable, below: str) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.iterdir(), key=lambda path: path.name):
        if path.is_dir():
            yield from _files(path, f"{below}{path.name}/")
        elif path.name.endswith(".yaml"):
            yield f"{below}{path.name}", path.read_bytes()


def _model(language: Language) -> str:
    """The model of a language; a missing one is said when it is needed."""
    try:
        model = find_model(language)
    except ModelError:
        return "none"
    return f"{model.package}-{model.version}"
