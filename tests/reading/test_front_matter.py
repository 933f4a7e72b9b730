"""What a template says of itself, and what is said when it cannot be."""

import datetime as dt

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from followup_kit.errors import InputError
from followup_kit.reading.front_matter import read_front_matter

FULL = """---
subject: "Café {{ role }} 😀"
lang: fr
channel: inmail
scenario: sales
min-score: 60
tags: [a, b]
ignore: [craft.thanks]
layout: ours
context:
  notes: "onze carreaux 😀"
  date: 2026-03-02
---
Bonjour
"""


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_it_says_all_it_may_say_and_the_text_begins_after_it(line_end: str) -> None:
    text = FULL.replace("\n", line_end)
    front = read_front_matter(text, "a.md")
    matter = front.matter
    assert text[front.start :].strip() == "Bonjour"
    assert (matter.subject, matter.lang, matter.channel) == ("Café {{ role }} 😀", "fr", "inmail")
    assert (matter.scenario, matter.min_score, matter.tags) == ("sales", 60, ("a", "b"))
    assert matter.ignore == ("craft.thanks",)
    assert matter.context
    assert matter.context.notes == "onze carreaux 😀"
    assert matter.context.date == dt.date(2026, 3, 2)
    for key in front.keys:
        assert text[key.start : key.end] == key.name
    subject = front.key("subject")
    assert subject
    assert yaml.safe_load(text[subject.value_start : subject.value_end]) == matter.subject


def test_what_other_tools_write_is_understood() -> None:
    text = (
        "---\nlang: en-GB\ntags: interview, first round\nignore:\nsubject:\nlayout: post\n---\nHi"
    )
    matter = read_front_matter(text, "a.md").matter
    assert (matter.lang, matter.subject, matter.ignore) == ("en", None, ())
    assert matter.tags == ("interview", "first", "round")


def test_a_byte_order_mark_before_it_is_no_text() -> None:
    assert read_front_matter("\ufeff---\nlang: en\n---\nHi", "a.md").matter.lang == "en"


@pytest.mark.parametrize(
    "text",
    [
        "Hi\n---\nlang: en\n---\n",
        "---\nA rule above, and prose.\n",
        "---\n---\nHi",
        "---\njust words\n---\nHi",
        "",
    ],
)
def test_what_only_looks_like_it_is_text(text: str) -> None:
    front = read_front_matter(text, "a.md")
    assert (front.start, front.keys) == (0, ())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("---\nsubject: {{ role }}\n---\nHi", "a.md: front matter is no YAML"),
        ("---\nlang: fr\nHi", "a.md:1: front matter is not closed; end it with a line of ---"),
        (
            "---\nx: 1\nlang: de\n---\n",
            "a.md:3: front matter: lang: Input should be 'auto', 'en' or 'fr'",
        ),
        ("---\nmin_score: 120\n---\n", "a.md:2: front matter: min_score: Input should be less"),
        ("---\nx: &a [1]\ny: *a\n---\n", "a.md: front matter: an alias (*name) is not accepted"),
        ("---\nx: [\n---\n", "front matter is no YAML"),
        (f"---\nx: {'a' * 20_000}\n---\n", "a.md:1: front matter of more than 20000 characters"),
        ("---\nsubject: [a]\n---\n", "a.md:2: front matter: subject: text expected; put values"),
        ("---\ncontext: {who: me}\n---\n", "a.md:2: front matter: context.who: Extra inputs"),
        ("---\nx: !!python/object:os.system {}\n---\n", "front matter is no YAML"),
    ],
)
def test_what_it_cannot_say_is_one_line_with_its_place(text: str, said: str) -> None:
    with pytest.raises(InputError) as error:
        read_front_matter(text, "a.md")
    assert said in str(error.value)
    assert "\n" not in str(error.value)


@given(st.text(alphabet="-: \n\r[]{}&*!'\"abé😀#|>%@", max_size=80))
def test_nothing_but_a_clear_line_comes_of_any_text(inside: str) -> None:
    text = f"---\n{inside}\n---\nHi"
    try:
        front = read_front_matter(text, "a.md")
    except InputError as error:
        assert str(error).startswith("a.md")  # noqa: PT017
        assert "\n" not in str(error)  # noqa: PT017
    else:
        assert 0 <= front.start <= len(text)
