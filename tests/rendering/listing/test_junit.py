"""JUnit's XML, by a library that reads it."""

from pathlib import Path

import pytest
from junitparser import Error, Failure, JUnitXml, TestSuite

from followup_kit.models.listing import Listing
from followup_kit.rendering.listing import render_listing
from tests.rendering.listing.goldens import ODD, listing_of_one


@pytest.fixture
def suites(listing: Listing, tmp_path: Path) -> list[TestSuite]:
    path = tmp_path / "problems.xml"
    path.write_text(render_listing(listing, "junit"), encoding="utf-8")
    read = JUnitXml.fromfile(str(path))
    assert (read.tests, read.failures, read.errors, read.skipped) == (7, 5, 1, 0)
    return list(read)


def test_each_file_is_a_suite_with_its_counts(suites: list[TestSuite]) -> None:
    counted = [(s.name, s.tests, s.failures, s.errors) for s in suites]
    assert counted == [
        (ODD, 4, 4, 0),
        ("templates/clean.txt", 1, 0, 0),
        ("templates/old mac.txt", 1, 1, 0),
        ("templates/привет.txt", 1, 0, 1),
    ]
    for suite, (_, tests, failures, errors) in zip(suites, counted, strict=True):
        suite.update_statistics()  # type: ignore[no-untyped-call]
        assert (suite.tests, suite.failures, suite.errors) == (tests, failures, errors)


def test_a_clean_file_passes(suites: list[TestSuite]) -> None:
    (case,) = suites[1]
    assert case.is_passed


def test_a_problem_is_a_failure_that_says_where(suites: list[TestSuite]) -> None:
    cases = list(suites[0])
    (failure,) = cases[1].result
    assert isinstance(failure, Failure)
    assert failure.type == "error"
    assert failure.message == "Unknown field {prénon}"
    assert failure.text.startswith(f"{ODD}:1:11: Unknown field {{prénon}}. Nothing fills it")
    assert len({(case.classname, case.name) for case in cases}) == len(cases)


def test_a_file_that_was_not_judged_is_an_error(suites: list[TestSuite]) -> None:
    (case,) = suites[3]
    (error,) = case.result
    assert isinstance(error, Error)
    assert error.type == "language"
    assert "It reads as Russian" in error.text


def test_what_xml_cannot_carry_is_made_visible() -> None:
    path = "a\x00\x0b\ufffe\ufdd0\n\x85.txt"
    for name in ("junit", "checkstyle"):
        shown = render_listing(listing_of_one("a", 0, 1, path=path), name)
        assert "a␀␋&lt;U+FFFE&gt;&lt;U+FDD0&gt; \ufffd.txt" in shown
