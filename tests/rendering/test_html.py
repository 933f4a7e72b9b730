"""The HTML report as a document: well formed, self-contained, and nothing of a message is markup."""

import re
from itertools import pairwise
from xml.etree.ElementTree import Element

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from followup_kit.models.report import Report
from followup_kit.rendering import render
from followup_kit.rendering.html.marked import visible

NAMESPACE = "{http://www.w3.org/1999/xhtml}"
SCRIPTS = re.compile(
    r"<script|javascript:|\son\w+\s*=|<iframe|<object|<embed|<img|<link", re.IGNORECASE
)


def document(text: str) -> Element:
    """The parsed page; html5lib raises at anything that is not well formed."""
    parser = html5lib.HTMLParser(strict=True)
    root: Element = parser.parse(text)
    return root


def elements(root: Element, name: str) -> list[Element]:
    return list(root.iter(f"{NAMESPACE}{name}"))


def with_class(root: Element, name: str) -> list[Element]:
    return [one for one in root.iter() if name in (one.get("class") or "").split()]


def shown(element: Element) -> str:
    """The text of an element, without buttons and what they explain."""
    parts = [element.text or ""]
    for child in element:
        if "note" not in (child.get("class") or "").split() and not child.tag.endswith("summary"):
            parts.append(shown(child))
        parts.append(child.tail or "")
    return "".join(parts)


@pytest.fixture(params=["report", "report_fr", "not_scored"])
def page(request: pytest.FixtureRequest) -> str:
    """The page of each golden report."""
    report: Report = request.getfixturevalue(request.param)
    return render(report, "html")


def test_a_page_is_well_formed_and_stands_alone(page: str) -> None:
    document(page)
    assert not SCRIPTS.search(page)
    assert "http" not in page.replace("http-equiv", "")
    assert "url(" not in page
    assert "src=" not in page


def test_every_id_is_one_of_a_kind_and_every_link_leads_somewhere(page: str) -> None:
    root = document(page)
    ids = [one.get("id") for one in root.iter() if one.get("id")]
    assert len(ids) == len(set(ids))
    for attribute in ("popovertarget", "aria-labelledby"):
        assert {one.get(attribute) for one in root.iter() if one.get(attribute)} <= set(ids)
    for link in elements(root, "a"):
        assert (link.get("href") or "")[1:] in ids


def test_headings_have_one_top_and_no_gaps(page: str) -> None:
    root = document(page)
    levels = [int(one.tag[-1]) for one in root.iter() if re.fullmatch(r".*}h[1-6]", one.tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))


def test_the_page_and_the_message_each_say_their_language(report_fr: Report) -> None:
    root = document(render(report_fr.model_copy(update={"messages": "en"}), "html"))
    (html,) = [root] if root.tag.endswith("html") else elements(root, "html")
    assert html.get("lang") == "en"
    assert {one.get("lang") for one in with_class(root, "message")} == {"fr"}


def test_the_message_is_shown_whole(report: Report) -> None:
    root = document(render(report, "html"))
    (message,) = with_class(root, "message")
    kept = re.sub(r"\s", "", shown(message))
    assert re.sub(r"\s", "", visible(report.text)) in kept


def test_each_number_in_the_message_is_explained_there_and_below(report: Report) -> None:
    root = document(render(report, "html"))
    numbers = sorted(int(one.text or 0) for one in with_class(root, "ref"))
    assert numbers
    assert numbers == list(range(1, len(numbers) + 1))
    below = [one.get("id") for one in elements(root, "li") if (one.get("id") or "").startswith("n")]
    assert below == [f"n{number}" for number in numbers]


def test_the_terms_of_every_sum_are_there(report: Report) -> None:
    root = document(render(report, "html"))
    terms = sum(len(score.contributions) for score in report.dimensions.values())
    rows = [one for body in elements(root, "tbody") for one in elements(body, "tr")]
    assert len(rows) == terms + len(report.contributions)


NASTY = st.text(
    st.sampled_from(list("<>&\"'`=/-\\{}[]%#é🙂\n\r\t \u202e\u200b\x00\x1b\ud800abcscriptonload")),
    max_size=60,
)


@settings(max_examples=60, deadline=None)
@given(text=NASTY, name=NASTY)
def test_nothing_of_a_message_is_markup(text: str, name: str) -> None:
    """Whatever a person writes is shown, letter by letter, and does nothing."""
    from tests.rendering.conftest import golden  # noqa: PLC0415  (fixtures do not go with @given)

    base = golden("report")
    hostile = f"<script>alert(1)</script>{text}"
    suggestions = tuple(
        one.model_copy(update={"message": hostile, "text": text, "example": text, "edits": ()})
        for one in base.suggestions
    )
    report = base.model_copy(
        update={
            "text": hostile,
            "plain": None,
            "name": name or None,
            "subject": text or None,
            "zones": (),
            "dimensions": {
                key: value.model_copy(update={"findings": ()})
                for key, value in base.dimensions.items()
            },
            "craft": (),
            "suggestions": suggestions,
        }
    )
    page = render(Report.model_validate(report.model_dump()), "html")
    root = document(page)
    assert not elements(root, "script")
    (message,) = with_class(root, "message")
    words = [one for one in message.iter() if "words" in (one.get("class") or "")][-1]
    normal = visible(Report.model_validate(report.model_dump()).text)
    assert shown(words) == normal


def test_the_same_report_gives_the_same_bytes(report: Report) -> None:
    assert render(report, "html") == render(report, "html")
