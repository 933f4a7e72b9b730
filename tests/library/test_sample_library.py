"""The sample library: good templates pass, and what is bad on purpose is found where it stands."""

import json
from collections import Counter
from pathlib import Path, PurePosixPath

import pytest
from typer.testing import CliRunner, Result

from followup_kit.cli import kit_app
from followup_kit.models.listing import Listing

ROOT = Path(__file__).parents[2]
LIBRARY = "examples/templates"
BAD = {"en/interview/thanks.md", "fr/interview/thanks.md", "en/sales/order-reminder.html"}
ASKED = ["check", LIBRARY, "--min-score", "50", "--no-cache"]


@pytest.fixture(scope="module")
def result() -> Result:
    """What the command says of the whole library."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        return CliRunner().invoke(kit_app, [*ASKED, "--format", "json"])


@pytest.fixture(scope="module")
def listing(result: Result) -> Listing:
    """The same, read back."""
    return Listing.model_validate_json(result.stdout)


def _name(path: str) -> str:
    return path.removeprefix(f"{LIBRARY}/")


def test_every_problem_is_the_expected_one(result: Result, listing: Listing) -> None:
    found = [
        {
            "file": _name(file.path),
            "rule": problem.rule,
            "severity": problem.severity,
            "line": problem.span.line,
            "column": problem.span.column,
        }
        for file, problem in listing.problems
    ]
    lines = (ROOT / LIBRARY / "expected.jsonl").read_text(encoding="utf-8").splitlines()
    assert found == [json.loads(line) for line in lines]
    assert result.exit_code == 1


def test_warnings_and_errors_stand_in_what_is_bad_on_purpose(listing: Listing) -> None:
    grave = {_name(f.path) for f, problem in listing.problems if problem.severity != "hint"}
    assert grave == BAD


def test_everything_is_judged_in_its_own_language_and_both_have_the_same_files(
    listing: Listing,
) -> None:
    assert not listing.unjudged
    assert all(_name(file.path).startswith(f"{file.language}/") for file in listing.files)
    names = Counter(_name(file.path).partition("/")[2] for file in listing.files)
    assert len(names) == 16
    assert set(names.values()) == {2}


def test_all_channels_scenarios_and_formats_are_there(listing: Listing) -> None:
    assert {file.channel for file in listing.files} == {"email", "inmail", "sms"}
    assert {file.scenario for file in listing.files} == {"interview", "sales"}
    ends = {"".join(PurePosixPath(file.path).suffixes) for file in listing.files}
    assert ends == {".txt", ".md", ".html", ".eml", ".md.j2", ".html.hbs"}


def test_a_hollow_template_is_worth_less_than_any_good_one(listing: Listing) -> None:
    scores = {_name(file.path): file.score or 0 for file in listing.files}
    hollow = [score for name, score in scores.items() if name.endswith("thanks.md")]
    good = [score for name, score in scores.items() if name not in BAD]
    assert max(hollow) < 50 <= min(good)
