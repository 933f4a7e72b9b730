"""HTML as a reader sees it, each character mapped to the run of source it stands for."""

import html as entities

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_kit.models.draft import Draft
from followup_kit.models.message import Message
from followup_kit.reading import read


def read_html(source: str) -> Message:
    return read(Draft(text=source, format="html"))


PAGES = {
    "blocks end lines": ("<div>Bonjour</div><div>Claire</div>", "Bonjour\nClaire"),
    "paragraphs stand apart": ("<p>Bonjour,</p>\r\n  <p>Oui.</p>", "Bonjour,\n\nOui."),
    "an empty line as Gmail writes it": ("<div>A</div><div><br></div><div>B</div>", "A\n\nB"),
    "br": ("A<br/>B<br>\n<br>C", "A\nB\n\nC"),
    "inline marks leave no trace": ("les <b>on</b>ze <i>postes</i>", "les onze postes"),
    "white space collapses": ("a \n\t b<span> </span> c", "a b c"),
    "no-break spaces stay": ("24&nbsp;h\u00a0?", "24\u00a0h\u00a0?"),
    "entities": ("&eacute;&#233;&#xE9;&amp;lt; &euro;", "ééé&lt; €"),
    "entities without a semicolon": ("caf&eacute au lait &amp co", "café au lait & co"),
    "what only looks like markup": ("a < b & c <3 &unknown;", "a < b & c <3 &unknown;"),
    "head, style and script": (
        "<html><head><title>t</title><style>p{}</style></head><body><script>x<p></script>Oui",
        "Oui",
    ),
    "an unclosed head": ("<head><meta x><p>Oui", "Oui"),
    "hidden preheader": ("<div style='DISPLAY : none;'>pre<b>header</b></div>Oui", "Oui"),
    "hidden paragraph left open": ("<p hidden>non<p>oui", "oui"),
    "a table whose font size is zero is seen where its cells have another": (
        "<td style='font-size:0px'><p style='font-size:14px'>oui</p>non</td>",
        "oui",
    ),
    "ink of the paper's colour": (
        "<p style='color:#FFF'>non</p><p style='color:white;background:#004'>oui</p>",
        "oui",
    ),
    "words moved off the page": ("a<span style='position:absolute;left:-9999px'>b</span>", "a"),
    "comments": ("a<!-- b > <p> -->c<!--[if mso]>d<![endif]-->e", "ace"),
    "lists": ("<ul><li>un</li><li>deux</ul>fin", "- un\n- deux\n\nfin"),
    "cells": ("<tr><td>a</td><td>b</td></tr><tr><td>c", "a b\nc"),
    "preformatted": ("<pre>\n a\r\n  b</pre>", " a\r\n  b"),
    "greater-than inside quotes": ("<a title=\"a > b\" href='c>d'>lien</a>", "lien"),
    "unclosed quotes": ("<a title='x>lien</a>", "lien"),
    "an unfinished tag": ("oui <b", "oui <b"),
    "end tags nobody opened": ("a</b></div>b</p>c", "ab\n\nc"),
}


@pytest.mark.parametrize(("source", "text"), PAGES.values(), ids=PAGES)
def test_page_reads_as_it_is_seen(source: str, text: str) -> None:
    assert read_html(source).text == text


@pytest.mark.parametrize(
    "source",
    [
        "<p>Oui.</p><blockquote>Quand&nbsp;?<br>Où ?</blockquote>",
        "<p>Oui.</p><div class='gmail_quote'>Ada a écrit :<blockquote>Où ?</blockquote></div>",
        "<p>Oui.</p><p>De : Ada<br>Envoyé : lundi 2 juin 2025<br>À : Zoé</p><p>Où ?</p>",
        "<p>Oui.</p><p>-----Message d&#39;origine-----</p>Où ?",
    ],
)
def test_what_is_quoted_is_not_the_body(source: str) -> None:
    message = read_html(source)
    assert message.zone_text("body") == "Oui."
    assert message.zone_text("quoted").endswith("Où ?")


def test_a_reply_below_a_quotation_is_the_body() -> None:
    message = read_html(
        "<blockquote>Où ?</blockquote><p>À Lorient.</p><blockquote>Et ?</blockquote>"
    )
    assert [s.zone for s in message.segments] == ["quoted", "body", "quoted"]
    assert message.zone_text("body") == "À Lorient."


CHARACTERS = "abé\u0301😀\u00a0œ€<>&\"'’ \n"


@st.composite
def escaped(draw: st.DrawFn) -> tuple[str, list[str]]:
    """Characters, each with the run of source it is written as."""
    pairs = []
    for char in draw(st.text(st.sampled_from(CHARACTERS), max_size=30)):
        runs = [f"&#{ord(char)};", f"&#x{ord(char):X};"]
        if char not in "<&":
            runs.append(char)
        if char in "<>&\"'":
            runs.append(entities.escape(char))
        pairs.append((char, draw(st.sampled_from(runs))))
    return "".join(char for char, _ in pairs), [run for _, run in pairs]


@given(escaped())
def test_text_comes_back_and_each_character_knows_its_run(made: tuple[str, list[str]]) -> None:
    text, runs = made
    source = "<b>x</b><pre>|" + "".join(runs) + "</pre>"
    message = read_html(source)
    assert message.text == "x\n\n|" + text
    for at, run in enumerate(runs, len("x\n\n|")):
        start, end = message.origin.to_source(at, at + 1)
        assert source[start:end] == run


@given(st.text(st.sampled_from("<>/!-?&;#a'\"= bp\n\x00é"), max_size=60))
def test_any_soup_is_read_and_maps_into_itself(source: str) -> None:
    message = read_html(source)
    at = 0
    for piece in message.origin.pieces:
        assert piece.plain_start == at
        assert 0 <= piece.source_start <= piece.source_end <= len(source)
        at = piece.plain_end
    assert at == len(message.text)
