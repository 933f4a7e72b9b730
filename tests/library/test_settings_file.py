"""The settings file: where it is found, and the one line said when it is wrong."""

import contextlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_kit.errors import InputError
from followup_kit.library.settings import Settings
from followup_kit.library.settings_file import LARGEST, find_settings


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A folder at which looking upward stops."""
    (tmp_path / "repo" / ".git").mkdir(parents=True)
    return tmp_path / "repo"


def test_without_a_file_all_is_as_by_default(repository: Path) -> None:
    (repository / "en").mkdir()
    found = find_settings(repository / "en")
    assert (found.settings, found.base, found.file) == (Settings(), repository, None)
    assert found.home == repository


def test_every_key_is_read(repository: Path) -> None:
    file = write(
        repository / "followup-kit.toml",
        """
include = ["templates/**/*.md"]
exclude = ["drafts/"]
ignore-files = false
rules = ["our-rules"]
messages = "fr"
min-score = 60
max-drop = 5
fail-on = "error"
ignore = ["craft", "type."]
severity = { "craft.gift" = "error" }
placeholders = ["first_name"]
pairs = "{lang}/**"
duplicates = 85
lang = "en"
channel = "inmail"
scenario = "sales"
baseline = "known.jsonl"
cache-dir = "kept"

[[overrides]]
paths = ["fr/**"]
lang = "fr"
min-score = 40

[overrides.severity]
"craft.gift" = "hint"
""",
    )
    found = find_settings(repository)
    assert found.file == file
    assert found.settings.ignore_files is False
    assert found.settings.pairs == "{lang}/**"
    assert found.settings.overrides[0].severity == {"craft.gift": "hint"}
    assert set(found.settings.model_fields_set) == set(Settings.model_fields)


def test_the_nearest_file_wins_alone(repository: Path) -> None:
    write(repository / "followup-kit.toml", "min-score = 10\nlang = 'fr'")
    near = write(repository / "a" / "pyproject.toml", "[tool.followup-kit]\nmin-score = 20")
    write(repository / "a" / "b" / "pyproject.toml", "[tool.ruff]\nline-length = 100")
    (repository / "a" / "b" / "c").mkdir()
    found = find_settings(repository / "a" / "b" / "c")
    assert found.file == near
    assert (found.settings.min_score, found.settings.lang) == (20, "auto")
    assert (found.home, found.base) == (near.parent, repository)


def test_in_one_folder_the_own_file_wins_over_the_shared_one(repository: Path) -> None:
    write(repository / "pyproject.toml", "[tool.followup-kit]\nmin-score = 10")
    hidden = write(repository / ".followup-kit.toml", "min-score = 20")
    assert find_settings(repository).file == hidden
    own = write(repository / "followup-kit.toml", "min-score = 30")
    assert find_settings(repository).file == own


def test_nothing_above_the_repository_is_read(tmp_path: Path, repository: Path) -> None:
    write(tmp_path / "followup-kit.toml", "min-score = 10")
    assert find_settings(repository).file is None
    (repository / ".git").rmdir()
    found = find_settings(repository)
    assert (found.file, found.base) == (tmp_path / "followup-kit.toml", tmp_path)


def test_a_work_tree_has_a_file_for_git_and_is_the_base_as_well(tmp_path: Path) -> None:
    write(tmp_path / ".git", "gitdir: elsewhere")
    write(tmp_path / "a" / "followup-kit.toml", "")
    found = find_settings(tmp_path / "a")
    assert (found.base, found.home) == (tmp_path, tmp_path / "a")


def test_looking_starts_beside_a_file(repository: Path) -> None:
    template = write(repository / "en" / "a.md", "Hello")
    write(repository / "en" / "followup-kit.toml", "min-score = 10")
    assert find_settings(template).settings.min_score == 10


def test_a_named_file_is_read_instead(repository: Path) -> None:
    write(repository / "followup-kit.toml", "min-score = 10")
    named = write(repository / "ci" / "strict.toml", "min-score = 90")
    found = find_settings(repository, named)
    assert (found.settings.min_score, found.file, found.home) == (90, named, named.parent)
    shared = write(repository / "ci" / "pyproject.toml", "[tool.other]")
    with pytest.raises(InputError, match=r"pyproject\.toml: no table \[tool\.followup-kit\] in it"):
        find_settings(repository, shared)
    with pytest.raises(InputError, match=r"gone\.toml: cannot be read \(No such file"):
        find_settings(repository, repository / "gone.toml")
    with pytest.raises(InputError, match="ci: cannot be read"):
        find_settings(repository, repository / "ci")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("min-scor = 3", "1: min-scor: unknown key; did you mean min-score?"),
        ("\nmin_score = 3", "2: min_score: unknown key; did you mean min-score?"),
        ("Lang = 'fr'", "1: Lang: unknown key; did you mean lang?"),
        ("zzz = 3", "1: zzz: unknown key; expected one of: baseline, cache-dir, channel, duplicates, exclude, fail-on, ignore, ignore-files, include, lang, max-drop, messages, min-score, overrides, pairs, placeholders, rules, scenario, severity"),
        ("[tool.followup-kit]\nlang = 'fr'", "1: tool: unknown key; in this file the keys stand without [tool.followup-kit]"),
        ("# x\nmin-score = '70'", "2: min-score: a whole number from 0 to 100 expected, not '70'"),
        ("min-score = true", "1: min-score: a whole number from 0 to 100 expected, not true"),
        ("min-score = 101", "1: min-score: a whole number from 0 to 100 expected, not 101"),
        ("max-drop = -1", "1: max-drop: a whole number from 0 to 100 expected, not -1"),
        ("duplicates = 0.9", "1: duplicates: a whole number from 0 to 100 expected, not 0.9"),
        ("include = '*.md'", "1: include: a list of globs, such as ['en/**', '*.md'] expected, not '*.md'"),
        ("exclude = ['!']", "1: exclude: a list of globs, such as ['drafts/'] expected, not '!'"),
        ("exclude = [3]", "1: exclude: a list of globs, such as ['drafts/'] expected, not 3"),
        ("ignore-files = 'yes'", "1: ignore-files: true or false expected, not 'yes'"),
        ("rules = ['a\\u0000']".replace("'", '"'), "1: rules: a list of folders, such as ['our-rules'] expected, not 'a\\x00'"),
        ("lang = 2020-01-01", "1: lang: one of 'auto', 'en' and 'fr' expected"),
        ("lang = 'de'", "1: lang: one of 'auto', 'en' and 'fr' expected, not 'de'"),
        ("fail-on = 'blocker'", "1: fail-on: one of 'hint', 'warning', 'error' and 'never' expected, not 'blocker'"),
        ("pairs = 'en/**'", "1: pairs: true, false or a pattern with {lang}, such as '{lang}/**' expected, not 'en/**'"),
        ("\n[severity]\n'craft.gift' = 'bad'", "3: severity.craft.gift: a table of rules with 'hint', 'warning' or 'error' each expected, not 'bad'"),
        ("severity = {'craft.gift' = 'bad'}", "1: severity.craft.gift: a table of rules with 'hint', 'warning' or 'error' each expected, not 'bad'"),
        ("overrides = 3", "1: overrides: tables headed [[tool.followup-kit.overrides]] or [[overrides]] expected, not 3"),
        ("overrides = [3]", "1: overrides: tables headed [[tool.followup-kit.overrides]] or [[overrides]] expected, not 3"),
        ("[[overrides]]\nlang = 'fr'", "1: overrides.paths (override 1): missing; a list of globs, such as ['fr/**'] expected"),
        ("[[overrides]]\npaths = []", "2: overrides.paths (override 1): a list of globs, such as ['fr/**'] expected"),
        ("[[overrides]]\npaths = ['a']\nlang = 'fr'\n\n[[overrides]]\npaths = ['b']\nlang = 'de'", "7: overrides.lang (override 2): one of 'auto', 'en' and 'fr' expected, not 'de'"),
        ("[[overrides]]\npaths = ['a']\nchanel = 'sms'", "3: overrides.chanel (override 1): unknown key; did you mean channel?"),
        ("lang = '" + "x" * 60 + "'", "1: lang: one of 'auto', 'en' and 'fr' expected, not '" + "x" * 39 + "…"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_one_line_with_place_and_cure(
    repository: Path, text: str, line: str
) -> None:
    write(repository / "followup-kit.toml", text)
    with pytest.raises(InputError) as error:
        find_settings(repository)
    assert str(error.value) == f"followup-kit.toml:{line}"


def test_in_a_shared_file_the_key_is_named_from_the_top(repository: Path) -> None:
    write(repository / "pyproject.toml", "[project]\nname = 'x'\n[tool.followup-kit]\nmin-scor = 1")
    with pytest.raises(InputError) as error:
        find_settings(repository)
    assert str(error.value) == (
        "pyproject.toml:4: tool.followup-kit.min-scor: unknown key; did you mean min-score?"
    )
    write(repository / "pyproject.toml", "[tool]\nfollowup-kit = 3")
    with pytest.raises(InputError, match=r"^pyproject\.toml:2: tool\.followup-kit: a table expec"):
        find_settings(repository)
    write(repository / "pyproject.toml", "tool = 3")
    assert find_settings(repository).file is None


def test_a_file_found_further_up_is_named_in_full(repository: Path) -> None:
    file = write(repository / "followup-kit.toml", "lang = 'de'")
    (repository / "en").mkdir()
    with pytest.raises(InputError) as error:
        find_settings(repository / "en")
    assert str(error.value).startswith(f"{file}:1: lang: ")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"lang = 'fr'\nmin-score == 3", r": not TOML: Invalid value \(at line 2, column 12\)$"),
        (b"lang = 'fr'\nlang = 'en'", r": not TOML: Cannot overwrite a value"),
        (b"\n# caf\xe9", r":2: not UTF-8; save the file as UTF-8$"),
        (b"a = " + b"[" * 5000, r": not TOML: "),
        (b"a = " + b"1" * 5000, r": not TOML: "),
        (b"#" * (LARGEST + 1), r": larger than 1000000 bytes"),
    ],
)
def test_what_is_no_toml_is_one_line(repository: Path, data: bytes, said: str) -> None:
    (repository / "followup-kit.toml").write_bytes(data)
    with pytest.raises(InputError, match=rf"^followup-kit\.toml{said}"):
        find_settings(repository)


def test_a_byte_order_mark_is_no_matter(repository: Path) -> None:
    (repository / "followup-kit.toml").write_bytes(b"\xef\xbb\xbflang = 'fr'\r\n")
    assert find_settings(repository).settings.lang == "fr"


@given(st.text())
def test_any_text_gives_settings_or_an_error_of_ours(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    file = tmp_path_factory.mktemp("any") / "x.toml"
    file.write_text(text, encoding="utf-8", errors="replace")
    with contextlib.suppress(InputError):
        assert find_settings(file.parent, file).file == file
