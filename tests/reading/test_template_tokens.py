"""What a template's tool reads: fields, comments, and blocks with their branches."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_kit.reading.template_tokens import blocks_of, template_tokens

SIGNS = [
    "{{",
    "}}",
    "{%",
    "%}",
    "{#",
    "#}",
    "<!--",
    "-->",
    "*|",
    "|*",
    "<<",
    ">>",
    "[[",
    "]]",
    "${",
    "{!",
    "}",
    "%",
    "##",
    "if x",
    "else",
    "endif",
    "/if",
    "#if x",
    "end",
    "name",
    " ",
    "\n",
    "é",
    "😀",
    "IF:X",
    "END:IF",
]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("{{ first_name }}", "first_name"),
        ('{{ user.first_name | default: "there" }}', "user.first_name"),
        ("{{{raw}}}", "raw"),
        ("${company}", "company"),
        ("{!Contact.Name}", "Contact.Name"),
        ("*|FNAME|*", "FNAME"),
        ("<<first name>>", "first name"),
        ("%PRENOM%", "PRENOM"),
        ("##ROLE##", "ROLE"),
        ("[[prenom]]", "prenom"),
        ("{prénom}", "prénom"),
        ("{Nom de l’entreprise}", "Nom de l’entreprise"),
    ],
)
def test_each_dialect_names_its_field(text: str, word: str) -> None:
    (token,) = template_tokens(f"Bonjour {text}, merci.")
    assert (token.role, token.text, token.word) == ("field", text, word)


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- note -->",
        "{# note #}",
        "{{! note }}",
        "{{!-- {{ name }} --}}",
        "{% comment %} {{ name }} {% endcomment %}",
        "<!-- two\nlines -->",
    ],
)
def test_a_comment_of_each_dialect_is_no_text(comment: str) -> None:
    assert [(t.role, t.text) for t in template_tokens(f"a {comment} b")] == [("comment", comment)]


def test_a_line_that_speaks_to_the_kit_is_a_comment_of_plain_text() -> None:
    text = "Hi\n  # followup-kit: ignore craft.thanks\n# a heading\n"
    assert [t.text.strip() for t in template_tokens(text)] == [
        "# followup-kit: ignore craft.thanks"
    ]


@pytest.mark.parametrize(
    "text", ["https://example.org/caf%C3%A9%20noir", "100 % sûr", "# Titre", "C# or F#", "a {b: c}"]
)
def test_what_only_looks_like_a_field_is_none(text: str) -> None:
    assert template_tokens(text) == ()


@pytest.mark.parametrize(
    ("text", "cases"),
    [
        ("{% if tu %}ton{% else %}votre{% endif %}", ["ton", "votre"]),
        ("{{#if tu}}ton{{else}}votre{{/if}}", ["ton", "votre"]),
        ("{{#if a}}1{{else if b}}2{{else}}3{{/if}}", ["1", "2", "3"]),
        ("*|IF:TU|*ton*|ELSE:|*votre*|END:IF|*", ["ton", "votre"]),
        ("{% case x %}{% when 1 %}one{% when 2 %}two{% endcase %}", ["one", "two"]),
        ("{%- if a -%}x{%- endif -%}", ["x"]),
        ("{% if a %}x{% if b %}y{% else %}z{% endif %}{% endif %}", ["xy", "xz"]),
    ],
)
def test_every_branch_stands_there_in_one_case(text: str, cases: list[str]) -> None:
    tokens = template_tokens(text)
    blocks = blocks_of(tokens)
    assert not blocks.unpaired
    gone = [{i for t in tokens for i in range(t.start, t.end)} for _ in range(blocks.cases)]
    for case, out in enumerate(gone):
        out |= {i for start, end in blocks.left_out(case) for i in range(start, end)}
    assert ["".join(c for i, c in enumerate(text) if i not in out) for out in gone] == cases


@pytest.mark.parametrize(
    ("text", "unpaired"),
    [
        ("{% if a %}x", ["{% if a %}"]),
        ("x{% endif %}", ["{% endif %}"]),
        ("{{/if}}", ["{{/if}}"]),
        ("{% for a in b %}x{% endif %}", ["{% for a in b %}", "{% endif %}"]),
        ("{% else %}", ["{% else %}"]),
        ("{% include 'x' %}{% assign y = 1 %}{{> footer}}", []),
    ],
)
def test_tags_without_their_other_half_are_named(text: str, unpaired: list[str]) -> None:
    assert [token.text for token in blocks_of(template_tokens(text)).unpaired] == unpaired


@given(st.lists(st.sampled_from(SIGNS), max_size=40).map("".join))
def test_tokens_lie_in_order_without_overlap_and_are_what_stands_there(text: str) -> None:
    at = 0
    tokens = template_tokens(text)
    for token in tokens:
        assert at <= token.start < token.end
        assert text[token.start : token.end] == token.text
        at = token.end
    blocks = blocks_of(tokens)
    for case in range(blocks.cases):
        assert all(0 <= start <= end <= len(text) for start, end in blocks.left_out(case))
