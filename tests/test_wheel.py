"""The wheel, built and unpacked: the same rules, the types, nothing that does not belong."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from followup_kit.rulebook.load import load_rulebook

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--wheel", "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


def test_rules_and_types_are_inside(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {"followup_kit/py.typed", "followup_kit/rules/rubric.yaml"} <= names
    shipped = {path.relative_to(ROOT).as_posix() for path in (ROOT / "rules").rglob("*.*")}
    assert {f"followup_kit/{name}" for name in shipped} <= names
    assert all(name.startswith(("followup_kit/", "followup_kit-")) for name in names)


def test_the_installed_rules_have_the_same_fingerprint(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    code = (
        "from followup_kit.rulebook.load import load_rulebook; import followup_kit;"
        "print(followup_kit.__file__, load_rulebook().fingerprint)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={"PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    place, fingerprint = done.stdout.split()
    assert Path(place).is_relative_to(tmp_path)
    assert fingerprint == load_rulebook().fingerprint
