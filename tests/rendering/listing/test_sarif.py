"""SARIF by its schema, and by a tool that reads it."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import jsonschema
import pytest
from sarif.loader import load_sarif_file

from followup_kit.models.listing import Listing
from followup_kit.rendering.listing import render_listing
from tests.rendering.listing.goldens import FIELD, ODD


@pytest.fixture
def text(listing: Listing, sources: dict[str, str]) -> str:
    return render_listing(listing, "sarif", sources=sources)


@pytest.fixture
def run(text: str) -> Any:
    (run,) = json.loads(text)["runs"]
    return run


def test_it_is_as_the_schema_says(text: str, sarif_schema: Any) -> None:
    validator = jsonschema.Draft4Validator(sarif_schema)
    assert list(validator.iter_errors(json.loads(text))) == []


def test_without_sources_it_is_as_the_schema_says(listing: Listing, sarif_schema: Any) -> None:
    log = json.loads(render_listing(listing, "sarif"))
    assert list(jsonschema.Draft4Validator(sarif_schema).iter_errors(log)) == []
    (fixed, *_) = [result for result in log["runs"][0]["results"] if "fixes" in result]
    (replacement,) = fixed["fixes"][0]["artifactChanges"][0]["replacements"]
    assert set(replacement["deletedRegion"]) == {"charOffset", "charLength"}


def test_a_clean_listing_is_as_the_schema_says(listing: Listing, sarif_schema: Any) -> None:
    clean = listing.model_copy(update={"files": listing.files[1:2], "rules": ()})
    log = json.loads(render_listing(clean, "sarif"))
    assert list(jsonschema.Draft4Validator(sarif_schema).iter_errors(log)) == []
    assert log["runs"][0]["invocations"] == [{"executionSuccessful": True}]


def test_a_reader_of_sarif_finds_every_problem(text: str, tmp_path: Path) -> None:
    path = tmp_path / "problems.sarif"
    path.write_text(text, encoding="utf-8")
    records = load_sarif_file(str(path)).get_records()
    assert [(r["Severity"], r["Code"], r["Line"]) for r in records] == [
        ("note", "craft.next_step", 1),
        ("error", FIELD, 1),
        ("warning", "craft.bare_subject", 3),
        ("error", FIELD, 4),
        ("error", FIELD, 2),
    ]
    assert {unquote(record["Location"]) for record in records} == {ODD, "templates/old mac.txt"}
    assert records[1]["Description"].startswith("Unknown field {prénon}. Nothing fills it")


def test_the_command_of_that_reader_counts_them(text: str, tmp_path: Path) -> None:
    path = tmp_path / "problems.sarif"
    path.write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "sarif", "--check", "error", "summary", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 3
    for line in ("error: 3", "warning: 1", "note: 1"):
        assert line in done.stdout


def test_files_are_named_from_the_root_of_the_project(run: Any) -> None:
    places = [r["locations"][0]["physicalLocation"]["artifactLocation"] for r in run["results"]]
    for place in places:
        parts = urlsplit(place["uri"])
        assert (parts.scheme, parts.netloc, parts.query, parts.fragment) == ("", "", "", "")
        assert place["uriBaseId"] in run["originalUriBaseIds"]
        assert place["uri"].isascii()
        assert not place["uri"].startswith("/")
    assert unquote(places[0]["uri"]) == ODD


def test_results_point_to_their_rules(run: Any) -> None:
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    linked = {rule["id"]: rule.get("helpUri") for rule in rules}
    assert linked[FIELD] is None
    assert linked["craft.bare_subject"] == "https://example.com/subjects"


def test_levels_are_those_of_sarif(run: Any) -> None:
    assert [result["level"] for result in run["results"]] == [
        "note",
        "error",
        "warning",
        "error",
        "error",
    ]
    levels = [rule["defaultConfiguration"]["level"] for rule in run["tool"]["driver"]["rules"]]
    assert levels == ["warning", "note", "error"]


def test_units_are_declared(run: Any) -> None:
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["newlineSequences"] == ["\r\n", "\n", "\r"]


def test_a_file_that_was_not_judged_makes_the_run_fail(run: Any) -> None:
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    (said,) = invocation["toolExecutionNotifications"]
    assert said["message"]["text"] == "It reads as Russian, 100 %: not judged."
    place = said["locations"][0]["physicalLocation"]["artifactLocation"]
    assert unquote(place["uri"]) == "templates/привет.txt"
    known = {one["id"] for one in run["tool"]["driver"]["notifications"]}
    assert said["descriptor"]["id"] in known


def test_fingerprints_are_those_of_the_problems(run: Any, listing: Listing) -> None:
    said = [result["partialFingerprints"] for result in run["results"]]
    assert said == [{"followupKit/v1": p.fingerprint} for _, p in listing.problems]
