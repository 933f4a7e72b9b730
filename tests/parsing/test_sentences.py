import re
import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.judgement.golden import load
from followup_kit.models.base import LANGUAGES, Language
from followup_kit.parsing.sentences import split

languages = st.sampled_from(LANGUAGES)


def sentences(text: str, language: Language = "en") -> list[str]:
    return [text[start:end] for start, end in split(text, 0, len(text), language)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_raters_quoted_as_a_sentence_is_one(language: Language) -> None:
    """Raters left the mark of a list item in or out; it is never part of ours."""
    quoted = found = 0
    for rated in load():
        if rated.language == language:
            ours = set(sentences(rated.draft.text, language))
            quotes = [quote for quotes in rated.evidence.values() for quote in quotes]
            quoted += len(quotes)
            found += sum(re.sub(r"^[-–•] ", "", quote.strip()) in ours for quote in quotes)
    assert found / quoted > 0.99


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("en", "Mr. O'Neil met Dr. Ash, Ph.D. and J. R. Hart. | We left."),
        ("en", "See No. 4, e.g. the second one, approx. 30 m away. | The answer is no. | We try."),
        ("en", "We talked pricing, vendors, etc. | Then we left. | Pricing etc. was the topic."),
        ("en", "It grew 1.9 % at 3 p.m. | I was glad. | So do I. | We had a plan B. | It failed."),
        ("en", "Really?! | Yes... maybe. | No… | Then go!!! | ok then"),
        ("en", '"Why me?" she said. | (I asked!) | He wrote "No." | Then left.'),
        ("en", "hi its Jordan. | thx for today. | cya"),
        ("en", "thx for earlier 👍 cya"),
        ("en", "She laughed at her cactus. 😂 | We did too 🙏🏽 | Thanks ❤️"),
        ("fr", "Bonjour M. Dupont et Mme. Le Goff, et M. le directeur. | Me voilà."),
        ("fr", "M.T. demande : on fait quoi ? | Rien."),
        ("fr", "C'est p. ex. le n. 4, cf. le plan, env. 30 pers. max. par jour, etc. | Voilà."),
        ("fr", "Le train de 7 h 30. | Il avait 1.9 km de retard. | Quoi ?! | Oui."),
        ("fr", "« Pourquoi partir ? » m'avez-vous dit. | « Je reste. » | Puis rien."),
        ("fr", "Pourquoi\u00a0? | Parce que\u202f! | Deux choses\u00a0: du temps\u00a0; des gens."),
        ("fr", "adj. chef, 23 pers. / dir. = Mme Ravoux, resp. réseau. | Bref… on verra."),
        ("fr", "les testeur.euse.s et candidat.e.s. | Ça va. | pis c'est bon. | merci"),
        ("fr", "Écrivez à jo.ash@exemple.fr. | Le site exemple.fr suffit."),
    ],
)
def test_stops_end_sentences_but_not_short_forms(language: Language, marked: str) -> None:
    parts = marked.split(" | ")
    assert sentences(" ".join(parts), language) == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Hi Tom,\nthanks for today\n\nBest\nAna", ["Hi Tom,", "thanks for today", "Best", "Ana"]),
        ("Points:\r\n- stock\r\n– tills. Both\r\n• days",
         ["Points:", "stock", "tills.", "Both", "days"]),
        ("1. one\n2) two\na) three\n✅ four", ["one", "two", "three", "four"]),
        ("Mondays = queue out the door (pensions)\nOrla there 19 yrs",
         ["Mondays = queue out the door (pensions)", "Orla there 19 yrs"]),
        ("We talked of the wholesale side and how stock is counted\nin January. Good.",
         ["We talked of the wholesale side and how stock is counted\nin January.", "Good."]),
        ("- an item that is long enough to be wrapped by a program\n  and goes on\n- next",
         ["an item that is long enough to be wrapped by a program\n  and goes on", "next"]),
        ("One line that was long enough to reach the margin of the\n- next item",
         ["One line that was long enough to reach the margin of the", "next item"]),
        ("a - b\n-- \nx -1", ["a - b", "--", "x -1"]),
        ("  \n\n ", []),
        ("", []),
    ],
)  # fmt: skip
def test_line_ends_that_were_meant_are_boundaries(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts


word = st.text(alphabet="abcdefghijklmnopqrstuvwxyzéà", min_size=2, max_size=12)
sentence = st.lists(word, min_size=3, max_size=15).map(lambda words: " ".join(words) + "!")


@given(st.lists(sentence, min_size=2, max_size=6), st.integers(60, 78), languages)
@settings(deadline=None)
def test_wrapping_a_paragraph_changes_no_sentence(
    parts: list[str], width: int, language: Language
) -> None:
    wrapped = textwrap.fill(" ".join(parts), width)
    found = [part.replace("\n", " ") for part in sentences(wrapped, language)]
    assert found == parts


text = st.text() | st.lists(
    st.sampled_from(["M.", "e.g.", "No.", "A", "b", "4", "\n", "\r\n", "- ", " ", "\u00a0", "?",
                     "!", "…", "»", '"', ")", "👍", "\u2028", "."])
).map("".join)  # fmt: skip


@given(text, languages)
@settings(deadline=None)
def test_sentences_are_in_order_trimmed_and_hold_every_letter(
    text: str, language: Language
) -> None:
    spans = split(text, 0, len(text), language)
    ends = [0, *(end for _, end in spans)]
    for (start, end), previous in zip(spans, ends, strict=False):
        assert previous <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()
    held = sum(char.isalpha() for start, end in spans for char in text[start:end])
    markers = len(re.findall(r"(?<![^\W\d_])[^\W\d_]\)[ \t\u00a0]", text))
    assert held + markers >= sum(char.isalpha() for char in text)


@given(text, text, text, languages)
@settings(deadline=None)
def test_a_stretch_is_split_as_if_it_stood_alone(
    before: str, inside: str, after: str, language: Language
) -> None:
    whole = f"{before}\n\n{inside}\n\n{after}"
    start = len(before) + 2
    spans = split(whole, start, start + len(inside), language)
    alone = split(inside, 0, len(inside), language)
    assert [(first - start, last - start) for first, last in spans] == alone


@pytest.mark.parametrize("piece", [".", "😀 ", "e.g. ", '!"', "! ", "a\n", " \n", "1. ", ".( "])
def test_a_hundred_kilobytes_of_anything_is_split(piece: str) -> None:
    text = piece * (100_000 // len(piece)) + "x"
    spans = split(text, 0, len(text), "en")
    assert spans[-1][1] == len(text)
