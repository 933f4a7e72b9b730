"""Markdown without its marks, each character mapped to where it stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_kit.models.draft import Draft
from followup_kit.models.message import Message
from followup_kit.reading import read


def read_markdown(source: str) -> Message:
    return read(Draft(text=source, format="markdown"))


TEXTS = {
    "emphasis": (
        "les **onze** _postes_ et ***tout*** ~~non~~ `code`",
        "les onze postes et tout non code",
    ),
    "emphasis over a line end": ("les *onze\npostes*", "les onze\npostes"),
    "lone marks are text": (
        "hôtel 4*, 3 * 4, snake_case_x, 5 _ 6",
        "hôtel 4*, 3 * 4, snake_case_x, 5 _ 6",
    ),
    "links": ("voir [la *fiche*](http://x.fr/a_(b)) ici", "voir la fiche ici"),
    "images": ("![le logo](a.png) Oui", "le logo Oui"),
    "addresses": ("<https://x.fr/a_b> et <a@b.fr>", "https://x.fr/a_b et a@b.fr"),
    "headings": ("# Suite\n\nTitre\n=====\n\nOui", "Suite\n\nTitre\n\n\nOui"),
    "bullets": ("* un\n+ deux\n- trois", "- un\n- deux\n- trois"),
    "rules and fences": ("a\n\n---\n\n```text\nb\n```", "a\n\n\n\n\nb\n"),
    "escapes": (r"\*pas\* \_cela\_ C:\dir", r"*pas* _cela_ C:\dir"),
    "entities and tags": ("24&nbsp;h<br>fin <b>ici</b><!-- note -->", "24\u00a0h\nfin ici"),
    "reference definitions": ("Oui\n[1]: https://x.fr 'titre'\nNon", "Oui\n\nNon"),
    "fields of templates": (
        "[Nom][Prénom] ___ {{first_name}} *|F_NAME|* ${a_b} <date> <<x>>",
        "[Nom][Prénom] ___ {{first_name}} *|F_NAME|* ${a_b} <date> <<x>>",
    ),
    "signature delimiter": ("Oui\n\n-- \nPaul", "Oui\n\n-- \nPaul"),
}


@pytest.mark.parametrize(("source", "text"), TEXTS.values(), ids=TEXTS)
def test_marks_do_not_reach_the_text(source: str, text: str) -> None:
    assert read_markdown(source).text == text


def test_a_link_maps_to_its_label() -> None:
    source = "voir [la fiche](http://x.fr) &eacute;"
    message = read_markdown(source)
    start = message.text.index("la fiche")
    assert source[slice(*message.origin.to_source(start, start + 8))] == "la fiche"
    start = message.text.index("é")
    assert source[slice(*message.origin.to_source(start, start + 1))] == "&eacute;"


def test_front_matter_gives_the_subject_and_nothing_else() -> None:
    source = '---\nlang: fr\nobjet: "Suite de mardi"\n---\nBonjour Ada,\n\nOui.\n'
    message = read_markdown(source)
    assert message.subject == "Suite de mardi"
    assert [s.zone for s in message.segments] == ["subject", "greeting", "body"]
    assert source[slice(*message.origin.to_source(0, 14))] == "Suite de mardi"
    assert "lang" not in message.text


def test_a_quotation_is_quoted() -> None:
    message = read_markdown("Oui.\n\n> Le **12** ?\n")
    assert message.zone_text("quoted") == "> Le 12 ?"


@given(st.text(st.sampled_from("*_`~[]()<>!\\#-+=&;{}|$ ab1é\n\r\x00"), max_size=60))
def test_any_soup_is_read_and_copies_map_to_themselves(source: str) -> None:
    message = read_markdown(source)
    at = 0
    for piece in message.origin.pieces:
        assert piece.plain_start == at
        assert 0 <= piece.source_start <= piece.source_end <= len(source)
        at = piece.plain_end
    assert at == len(message.text)
