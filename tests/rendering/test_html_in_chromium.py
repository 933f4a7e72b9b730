"""The HTML report in a real browser: small and large, light and dark, on paper, to a keyboard.

Needs Debian's chromium (``apt-get install chromium``); playwright brings no browser of its own.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from followup_kit.models.report import Report
from followup_kit.rendering import render

NAMES = ["report", "report_fr", "not_scored"]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A headless Chromium."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    assert path, "no chromium here; install it: apt-get install chromium"
    with sync_playwright() as playwright:
        # The page is our own and of this machine; containers have no sandbox to give.
        browser = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-gpu"]
        )
        yield browser
        browser.close()


@pytest.fixture(params=NAMES)
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A golden report on disk, as a person opens it."""
    report: Report = request.getfixturevalue(request.param)
    path = tmp_path / "report.html"
    path.write_text(render(report, "html"), encoding="utf-8")
    return path.as_uri()


def opened(context: BrowserContext, place: str) -> Page:
    page = context.new_page()
    page.goto(place)
    return page


@pytest.mark.parametrize("width", [320, 360, 768, 1200])
def test_no_width_needs_scrolling_sideways(browser: Browser, place: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = opened(context, place)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_to_object_to(browser: Browser, place: str, scheme: str) -> None:
    """Contrast, names, landmarks, order of headings: the rules of axe-core."""
    # The page's own policy forbids the checker's script, as it forbids any other.
    context = browser.new_context(
        color_scheme="dark" if scheme == "dark" else "light", bypass_csp=True
    )
    page = opened(context, place)
    # Explanations are checked open, since hidden text has no contrast.
    page.add_style_tag(content=".tip{display:block!important;position:static!important}")
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    context.close()


def test_nothing_is_fetched_and_nothing_runs(browser: Browser, place: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.goto(place)
    assert asked == [place]
    assert said == []
    context.close()


@pytest.fixture
def told(browser: Browser, report: Report, tmp_path: Path) -> Iterator[Page]:
    """The report with evidence, open on a small screen."""
    path = tmp_path / "report.html"
    path.write_text(render(report, "html"), encoding="utf-8")
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True)
    yield opened(context, path.as_uri())
    context.close()


def test_a_tap_opens_an_explanation_and_another_closes_it(told: Page) -> None:
    number, tip = told.locator(".ref").first, told.locator(".tip").first
    assert not tip.is_visible()
    number.tap()
    assert tip.is_visible()
    assert tip.inner_text().startswith(("+", "−"))
    told.touchscreen.tap(5, 5)
    assert not tip.is_visible()


def test_a_pointer_that_hovers_is_told_too(told: Page) -> None:
    tip = told.locator(".tip").first
    told.locator(".ref").first.hover()
    assert tip.is_visible()
    told.mouse.move(1, 1)
    assert not tip.is_visible()


def test_a_keyboard_reaches_and_opens_every_explanation(told: Page) -> None:
    for index in range(told.locator(".ref").count()):
        number, tip = told.locator(".ref").nth(index), told.locator(".tip").nth(index)
        number.focus()
        told.keyboard.press("Enter")
        assert tip.is_visible()
        told.keyboard.press("Escape")


def test_paper_has_the_sums_and_the_legend_and_no_buttons_open(told: Page) -> None:
    told.emulate_media(media="print")
    assert not told.locator(".tip").first.is_visible()
    assert told.locator("#legend").is_visible()
    assert told.locator("tbody tr").last.is_visible()
    assert told.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert told.pdf(format="A4").startswith(b"%PDF")


def test_what_is_copied_is_the_message_without_numbers(told: Page, report: Report) -> None:
    copied = told.evaluate(
        """() => {
            const range = document.createRange();
            range.selectNodeContents(document.querySelector(".message div.words"));
            getSelection().removeAllRanges();
            getSelection().addRange(range);
            return getSelection().toString();
        }"""
    )
    assert "".join(copied.split()) in "".join(report.text.split())
