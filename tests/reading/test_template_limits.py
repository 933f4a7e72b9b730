"""What is no template any writer made is refused in one line, and looked at no longer."""

import pytest

from followup_kit.errors import InputError
from followup_kit.models.draft import Draft
from followup_kit.reading.limits import (
    MAX_CASES,
    MAX_FIELDS,
    MAX_SIGNS_IN_A_ROW,
    MAX_WORD,
    check_words,
)
from followup_kit.reading.template import open_template, plain_template
from followup_kit.reading.template_tokens import blocks_of, template_tokens


@pytest.mark.parametrize("sign", ["[", "{{", "<!--", "{#", "*|", "${", "_", "«"])
def test_a_run_of_signs_is_refused_with_its_line(sign: str) -> None:
    text = "Dear Ana,\n\n" + sign * MAX_SIGNS_IN_A_ROW + sign
    with pytest.raises(InputError, match=r"^letter\.txt:3: \d+ signs in a row without a letter"):
        open_template(Draft(text=text, name="letter.txt"))


def test_a_line_of_strokes_and_an_indented_page_are_none() -> None:
    open_template(Draft(text="-" * MAX_SIGNS_IN_A_ROW + "\n" + " " * 9_000 + "Dear Ana,"))


def test_a_word_nobody_could_read_is_refused() -> None:
    check_words("a " * MAX_WORD, "t")
    check_words("a" * MAX_WORD, "t")
    with pytest.raises(InputError, match="5001 characters without a space"):
        check_words("a" * (MAX_WORD + 1), "t")


def test_more_fields_than_a_form_has_are_refused() -> None:
    plain_template(open_template(Draft(text="{{ name }} [word] " * (MAX_FIELDS // 2))))
    many = open_template(Draft(text="{{ name }} " * (MAX_FIELDS + 1), name="many.txt"))
    with pytest.raises(InputError, match=r"^many\.txt: 1001 fields"):
        plain_template(many)


def test_of_many_branches_a_dozen_are_looked_at() -> None:
    text = "{% if a %}a" + "{% elif b %}b" * 100 + "{% endif %}"
    assert blocks_of(template_tokens(text)).cases == MAX_CASES


def test_a_branch_within_a_branch_that_is_left_out_is_left_out_once() -> None:
    text = "{% if a %}a{% else %}b{% if c %}c{% else %}d{% endif %}e{% endif %}"
    blocks = blocks_of(template_tokens(text))
    assert [text[start:end] for start, end in blocks.left_out(0)] == [
        "b{% if c %}c{% else %}d{% endif %}e"
    ]
