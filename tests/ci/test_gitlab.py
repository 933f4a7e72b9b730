"""The job for GitLab: its script, run as the runner runs it, on the sample library."""

import json
import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from string import Template
from typing import Any

import pytest
import yaml
from junitparser import JUnitXml

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "examples" / "ci" / "gitlab-ci.yml").read_text(encoding="utf-8")
JOB: dict[str, Any] = yaml.safe_load(PAGE)["templates"]
Run = Callable[[Path], subprocess.CompletedProcess[str]]


@pytest.fixture
def run_job(kit: Path, clean_env: Mapping[str, str], commit: Callable[[Path], None]) -> Run:
    """Run the script in a checkout; pip finds the kit installed from this working tree."""

    def run(checkout: Path) -> subprocess.CompletedProcess[str]:
        commit(checkout)
        place = {"CI_PROJECT_DIR": str(checkout)}
        variables = {n: Template(v).safe_substitute(place) for n, v in JOB["variables"].items()}
        path = f"{kit}:{clean_env['PATH']}"
        env = {**clean_env, **place, **variables, "PATH": path}
        return subprocess.run(
            ["bash", "-eo", "pipefail", "-c", "\n".join(JOB["script"])],  # noqa: S607
            cwd=checkout,
            env=env,
            capture_output=True,
            text=True,
            check=False,
        )

    return run


def test_the_job_fails_and_its_reports_say_why(run_job: Run, fetched: Path, tmp_path: Path) -> None:
    shutil.copytree(fetched / "examples" / "templates", tmp_path / "templates")
    done = run_job(tmp_path)
    assert done.returncode == 1, done.stderr
    assert "template.hollow" in done.stdout
    expected = (ROOT / "examples/templates/expected.jsonl").read_text(encoding="utf-8").splitlines()
    reports = JOB["artifacts"]["reports"]
    quality = json.loads((tmp_path / reports["codequality"]).read_text(encoding="utf-8"))
    assert len({issue["fingerprint"] for issue in quality}) == len(expected)
    assert {issue["location"]["path"] for issue in quality} == {
        f"templates/{json.loads(line)['file']}" for line in expected
    }
    suites = JUnitXml.fromfile(str(tmp_path / reports["junit"]))
    assert suites.failures > 0


def test_the_job_passes_on_good_templates(run_job: Run, tmp_path: Path) -> None:
    folder = ROOT / "examples" / "templates"
    for name in ("followup-kit.toml", "en/sms/after-visit.txt", "fr/sms/after-visit.txt"):
        (tmp_path / "templates" / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(folder / name, tmp_path / "templates" / name)
    done = run_job(tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    quality = (tmp_path / JOB["artifacts"]["reports"]["codequality"]).read_text(encoding="utf-8")
    assert json.loads(quality) == []
