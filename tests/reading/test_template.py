"""Templates as they could go out: what stands in for fields, and the way back into the file."""

from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from followup_kit.errors import InputError
from followup_kit.models.draft import Draft, DraftFormat
from followup_kit.reading.field_names import field_names, name_words
from followup_kit.reading.filling import Filled, fill_template
from followup_kit.reading.template import bare_text, open_template
from followup_kit.rulebook.template_rules import load_template_rules

NAMES = field_names(load_template_rules().book)


def filled(text: str, format_: DraftFormat = "text", case: int = 0) -> Filled:
    source = open_template(Draft(text=text, format=format_, name="t"))
    return fill_template(source, "fr" if "Bonjour" in text else "en", NAMES, case)


def fields(text: str, format_: DraftFormat = "text") -> list[str]:
    return [field.text for field in filled(text, format_).fields]


@pytest.mark.parametrize(
    "field",
    [
        "{{ first_name }}",
        "{first_name}",
        "${first_name}",
        "[First name]",
        "<<first name>>",
        "%FIRST_NAME%",
        "<first name>",
        "*|FIRST_NAME|*",
        "{!Contact.FirstName}",
        "[[first_name]]",
        "##FIRST_NAME##",
    ],
)
@pytest.mark.parametrize("format_", ["text", "markdown", "html"])
def test_a_name_stands_in_for_each_dialect_in_each_format(field: str, format_: DraftFormat) -> None:
    body = (
        "<p>Dear {},</p><p>It was good to meet you.</p>"
        if format_ == "html"
        else "Dear {},\n\nIt was good to meet you."
    )
    written = field.replace("<", "&lt;").replace(">", "&gt;") if format_ == "html" else field
    text = body.format(written)
    made = filled(text, format_)
    assert "Dear Camille," in made.message.text
    (one,) = made.fields
    assert text[one.start : one.end] == written
    assert made.message.text[one.at : one.until] == "Camille"
    assert made.message.segments[0].zone == "greeting"


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("firstName", ["reader_name"]), ("nom du recruteur", ["reader_name"]), ("your name", ["writer_name"]),
        ("company_name", ["company_name"]), ("nom de l’entreprise", ["company_name"]), ("entreprise", ["company"]),
        ("interview_date", ["day"]), ("date of our conversation", ["day"]), ("start date", ["start_day"]),
        ("a detail from our conversation", ["said"]), ("un point précis de l'échange", ["said"]),
        ("why this role draws you", ["reason"]), ("ce qui vous attire dans le poste", ["reason"]),
        ("the challenge they named, and why it matters to you", ["reason", "stake"]),
        ("l'enjeu évoqué", ["said", "stake"]), ("what you'd do first", ["approach"]),
        ("ce que vous feriez en premier", ["approach"]), ("company challenge", ["stake"]), ("job title", ["role_name"]),
        ("what made you apply", ["reason"]),
        ("ce qui vous ferait dire oui", ["reason"]),
        ("what still makes you hesitate", ["doubt"]),
        ("étape suivante", ["step_of_ones_own"]),
        ("what keeps them awake", ["stake"]),
        ("ce qui bloque", ["stake"]),
        ("how you'd tackle it", ["approach"]),
        ("what happens if nobody is hired", ["hardness"]),
        ("un mot de votre interlocuteur", ["said"]),
        ("custom_1", []), ("", []),
        # A person beside what they said, want or gain only tells whose it is.
        ("client_goal", ["stake"]), ("objectif_client", ["stake"]), ("candidate_motivation", ["reason"]),
        ("contact.POINT_EVOQUE", ["said"]), ("what they told me", ["said"]), ("ce que le recruteur a dit", ["said"]),
        ("owner.goal", ["stake"]), ("prospect_company", ["reader"]), ("contact", ["reader"]), ("sender", ["writer"]),
        ("sender.first_name", ["writer"]), ("contact.firstname", ["reader_name"]), ("candidate_name", ["reader_name"]),
        ("date_entretien", ["day"]), ("account.name", ["company_name"]), ("reason_code", ["mark"]),
        ("time or money saved", ["gain", "reason"]), ("time", ["hour"]), ("name of the project you discussed", ["subject", "said"]),
        # Number and feminine change nothing.
        ("situation_decrite", ["said"]), ("points évoqués", ["said"]), ("challenges", ["stake"]), ("attentes", ["stake"]),
        ("the benefit for them", ["reason"]),
    ],
)  # fmt: skip
def test_what_a_field_stands_for_is_told_by_its_name(name: str, kinds: list[str]) -> None:
    assert list(NAMES.kinds(name_words(name))) == kinds


def test_french_parentheses_and_gaps_are_fields() -> None:
    text = "Bonjour [Prénom],\n\nMerci pour l'accueil chez (nom de l'entreprise). ___ et XXX m'ont marqué.\n"
    assert fields(text) == ["[Prénom]", "(nom de l'entreprise)", "___", "XXX"]


def test_fields_of_a_mail_merge_are_told_from_quotations() -> None:
    merged = "Bonjour «Civilité» «Nom»,\n\nJe retiens «Sujet_évoqué» et un « vrai tournant »."
    assert fields(merged) == ["«Civilité»", "«Nom»", "«Sujet_évoqué»"]
    assert fields("Bonjour Ana,\n\nVous disiez «Demain», puis «client» et « Nom ».") == []


def test_names_after_an_at_sign_are_fields_where_one_surely_is() -> None:
    assert fields("Bonjour @prenom,\n\nVous parliez de @besoin.") == ["@prenom", "@besoin"]
    assert fields("Hi Ana,\n\nI met @northmill. Write to ana@nom.example.") == []


def test_a_description_may_stand_between_angles() -> None:
    said = "<One thing: what they said, and why it stayed>"
    assert fields(f"Hello <First Name>,\n\n{said}") == ["<First Name>", said]
    assert fields("Hello Ana,\n\n<ana@a.example> <https://a.example/b> 3 < 4, 5 > 2 <br>") == []


def test_a_description_may_run_over_lines() -> None:
    text = "Dear Ann,\n\nI keep thinking of [a detail from\nour conversation].\n"
    assert fields(text) == ["[a detail from\nour conversation]"]


def test_a_field_within_a_description_is_part_of_it() -> None:
    assert fields("Dear Ann,\n\nI want this because [why {{ company }} draws you].") == [
        "[why {{ company }} draws you]"
    ]


@pytest.mark.parametrize(
    "text", ["See [the map](https://example.org) and [1].", "Fine [sic], thanks [laughs]."]
)
def test_links_footnotes_and_asides_are_none(text: str) -> None:
    assert fields(f"Dear Ann,\n\n{text}", "markdown") == []


def test_a_stand_in_fits_the_words_before_it() -> None:
    text = filled("Dear Ann,\n\nThe [detail] stays with me. [A detail] too.").message.text
    assert "The the" not in text
    assert "The hinge" in text
    assert ". The parrot" in text


def test_two_fields_of_a_kind_do_not_read_alike() -> None:
    made = filled("Dear Ann,\n\nYou spoke of [a detail] and of [another detail].")
    one, other = made.fields
    assert made.message.text[one.at : one.until] != made.message.text[other.at : other.until]


def test_comments_and_tags_leave_no_trace() -> None:
    text = "<!-- note -->\n{# note #}\nHi {{ name }},\n{% if x %}\n\nThanks for the tour.\n{% endif %}\n"
    assert filled(text).message.text == "Hi Camille,\n\nThanks for the tour.\n"


def test_each_case_holds_its_branch_alone() -> None:
    text = "Bonjour {{ prenom }},\n\n{% if tu %}Ton four me plaît.{% else %}Votre four me plaît.{% endif %}\n"
    assert "Ton four" in filled(text, case=0).message.text
    assert "Votre" not in filled(text, case=0).message.text
    assert "Votre four" in filled(text, case=1).message.text


def test_the_subject_of_the_front_matter_is_filled_and_its_fields_are_placed_in_the_file() -> None:
    text = '---\nsubject: "Café {{ role }} 😀 [topic]"\n---\nDear Ann,\n\nThanks for the tour.\n'
    made = filled(text, "markdown")
    assert made.message.subject is not None
    assert made.message.subject.startswith("Café head baker 😀 ")
    assert [text[f.start : f.end] for f in made.fields] == ["{{ role }}", "[topic]"]


def test_a_mail_is_read_with_its_subject_and_its_fields_lead_back_into_it() -> None:
    mail = EmailMessage()
    mail["Subject"] = "After {{ interview_date }}"
    mail.set_content(
        "Dear {{ first_name }},\n\nYour café, été, 😀: [a detail].\n", cte="quoted-printable"
    )
    text = mail.as_string()
    made = filled(text, "eml")
    assert made.message.subject == "After 12 March"
    assert [f.text for f in made.fields] == [
        "{{ interview_date }}",
        "{{ first_name }}",
        "[a detail]",
    ]
    for field in made.fields:
        assert text[field.start : field.end] == field.text


def test_the_bare_text_tells_the_language_without_fields() -> None:
    source = open_template(
        Draft(text="Bonjour {{ first_name }}, merci pour [your reason for the thanks].")
    )
    assert bare_text(source) == "Bonjour  , merci pour  ."


def test_front_matter_that_cannot_be_is_an_error_of_input() -> None:
    with pytest.raises(InputError, match="front matter"):
        open_template(Draft(text="---\nlang: de\n---\nHi", name="t"))


PARTS = ["Dear ", "Bonjour ", "é", "e\u0301", "😀", "\u00a0", "\u202f!", "\r\n", "\n\n", "\u200b", "\U000f0001", "{{ first_name }}",
    "[a detail]", "%X%", "{% if a %}", "{% else %}", "{% endif %}", "<!-- c -->", "{{", "}}", "[", "]", "___", " XXX ", "<p>", "</p>",
    "&eacute;", "**", "*|FNAME|*", "---\n", "lang: fr\n", "the ", "words. "]  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.sampled_from(PARTS), max_size=30).map("".join),
    st.sampled_from(["text", "markdown", "html"]),
)
def test_every_stretch_leads_back_to_where_it_stands(text: str, format_: DraftFormat) -> None:
    try:
        source = open_template(Draft(text=text, format=format_, name="t"))
    except InputError:
        return
    for case in range(source.blocks.cases):
        made = fill_template(source, "en", NAMES, case)
        message = made.message
        at = 0
        for field in made.fields:
            assert at <= field.at <= field.until <= len(message.text)
            at = field.until
            assert 0 <= field.start < field.end <= len(text)
            place = message.origin.to_source(field.at, field.until)
            assert place == (field.start, field.end)
            if format_ == "text":
                assert text[field.start : field.end].replace("\u200b", "") == field.text.replace(
                    "\u200b", ""
                )
        outside = "".join(
            char
            for i, char in enumerate(message.text)
            if not any(f.at <= i < f.until for f in made.fields)
        )
        assert not any(char >= "\U000f0000" for char in outside if char not in text)
