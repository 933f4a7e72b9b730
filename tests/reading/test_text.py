"""Plain text keeps every offset, whatever it holds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_kit.models.draft import Draft
from followup_kit.reading import read
from followup_kit.reading.lines import filled_lines, sentences_of, words_of

ANY_TEXT = st.text(st.characters(), max_size=80) | st.text(
    st.sampled_from("aé\u0301😀\u00a0\r\n\x00\ud800\ufeff.,!>-:B"), max_size=80
)


@given(ANY_TEXT)
def test_offsets_of_plain_text_lead_to_the_same_characters_of_the_draft(text: str) -> None:
    message = read(Draft(text=text))
    assert message.draft.text == text
    before = 0
    for at, char in enumerate(message.text):
        start, end = message.origin.to_source(at, at + 1)
        assert before <= start == end - 1
        assert char in (text[start], " ", "\ufffd")
        before = end


@given(st.text(st.sampled_from("aé 😀\n.,"), max_size=40))
def test_text_that_is_seen_is_left_as_it_is(text: str) -> None:
    message = read(Draft(text=text))
    assert message.text == text
    assert message.notices == ()


def test_what_nobody_sees_is_left_out_and_counted() -> None:
    text = "mo\u200bti\u00advated \u202eterces\u202c👩\u200d🔧\u2764\ufe0f"
    message = read(Draft(text=text))
    assert message.text == "motivated 👩🔧\u2764"
    assert message.notices == (("reading.unseen_characters", "10"),)
    assert message.origin.to_source(0, 9) == (0, 11)


@given(ANY_TEXT)
def test_segments_are_in_order_and_only_white_space_lies_between(text: str) -> None:
    message = read(Draft(text=text))
    at = 0
    for segment in message.segments:
        assert at <= segment.start < segment.end
        assert not message.text[at : segment.start].strip()
        at = segment.end
    assert not message.text[at:].strip()


@given(ANY_TEXT)
def test_no_surrogate_and_no_control_character_reaches_the_plain_text(text: str) -> None:
    plain = read(Draft(text=text)).text
    plain.encode()
    assert not set(plain) & {chr(code) for code in (*range(9), *range(14, 28), 127, 0xFEFF)}


@pytest.mark.parametrize(
    ("text", "notices"),
    [
        ("Bonjour \ud800 \udfff", (("reading.lone_surrogates", "2"),)),
        ("Bonjour\x00", (("reading.control_characters", "1"),)),
        ("\ufeffBonjour\r\n\tClaire", ()),
    ],
)
def test_what_had_to_be_replaced_is_said(text: str, notices: tuple[tuple[str, str], ...]) -> None:
    assert read(Draft(text=text)).notices == notices


def test_notices_of_the_draft_come_first() -> None:
    draft = Draft(text="a\x00", notices=(("reading.charset_guessed", "windows-1252"),))
    assert [key for key, _ in read(draft).notices] == [
        "reading.charset_guessed",
        "reading.control_characters",
    ]


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n", "\u2028", "\v"])
def test_every_line_end_ends_a_line(end: str) -> None:
    text = f" a {end}{end}b{end}c"
    lines = filled_lines(text, 0, len(text))
    assert [(text[line.start : line.end], line.gap) for line in lines] == [
        ("a", True),
        ("b", True),
        ("c", False),
    ]


def test_words_compare_without_case_accents_and_apostrophes() -> None:
    keys = [word.key for word in words_of("L’Été d'e\u0301te\u0301, cher·e·s 12", 0, 26)]
    assert keys == ["l", "ete", "d", "ete", "cher·e·s", "12"]


def test_sentences_end_at_stops_and_emoji_but_not_at_initials() -> None:
    text = "Merci à M. Roux et à J. Blin. Oui ! 👍 Vraiment… non"
    sentences = [text[start:end] for start, end in sentences_of(text, 0, len(text))]
    assert sentences == ["Merci à M. Roux et à J. Blin.", "Oui !", "👍", "Vraiment…", "non"]
