"""A project's settings are those nearest to the paths that are named."""

from pathlib import Path

import pytest

from followup_kit.library.project import open_project


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A repository with settings of its own, and a library below it with others."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "followup-kit.toml").write_text('channel = "inmail"\n')
    folder = tmp_path / "library"
    for place in (folder / "en", folder / "fr"):
        place.mkdir(parents=True)
        (place / "thanks.txt").write_text("Hello\n")
    (folder / "followup-kit.toml").write_text('channel = "sms"\n')
    return folder


def test_a_named_folder_brings_its_own_settings(library: Path) -> None:
    assert open_project(library.parent, [library]).settings.channel == "sms"


def test_named_files_bring_the_settings_above_all_of_them(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(library.parent)
    names = [Path("library/en/thanks.txt"), Path("library/fr/thanks.txt")]
    project = open_project(library.parent, names)
    assert project.settings.channel == "sms"
    assert [one.shown for one in project.chosen.files] == [name.as_posix() for name in names]


def test_paths_without_common_settings_take_those_above_both(library: Path) -> None:
    other = library.parent / "other.txt"
    other.write_text("Hello\n")
    assert open_project(library.parent, [library, other]).settings.channel == "inmail"


def test_without_paths_settings_are_looked_for_where_one_stands(library: Path) -> None:
    assert open_project(library.parent, []).settings.channel == "inmail"
    assert open_project(library, []).settings.channel == "sms"
