"""Where anchors stand: exact in any script and line end, whole words, bounded, nothing invented."""

import random
import re

from hypothesis import given, settings
from hypothesis import strategies as st

from followup_kit.models.advice import Missed
from followup_kit.models.draft import Context
from tests.coaching.conftest import HOLLOW, Offers

PIECES = st.sampled_from(
    [
        "falls up since Nov", "41 beehives", "6 postes vacants", "rebut à 9 %", "panne du four",
        "e\u0301lagage refuse\u0301", "😀 owl", "👩\u200d🔧 lathe hums", "kiln\u00a0fails", "1\u202f200 clés",
        "she asked how I'd tune it", "réponse sous 8 j", "« jamais vendu une pierre »", "(avant 3)",
        "\u200bglaze runs", "[slot", "{x}", "w/ 12 crates", "M.T. demande : qui paie quoi", "a" * 90, "\ud800".encode("utf-8", "replace").decode(),
    ]
)  # fmt: skip
JOINTS = st.sampled_from(
    [". ", ", ", "\r\n", "\n", "\r", " - ", " → ", "; ", " / ", " + ", "!! ", " : ", "\u2028"]
)
NOTES = st.lists(st.tuples(PIECES, JOINTS), max_size=14).map(
    lambda parts: "".join(piece + joint for piece, joint in parts)
)
SOME = settings(max_examples=120, deadline=None)


def all_of(offers: Offers, notes: str, posting: str = "") -> list[Missed]:
    found: list[Missed] = []
    for language in ("en", "fr"):
        found += offers(language, notes, posting=posting, draft=HOLLOW[language])
    return found


@SOME
@given(notes=NOTES, posting=NOTES)
def test_a_span_cuts_its_anchor_out_of_the_text_as_it_was_given(
    offers: Offers, notes: str, posting: str
) -> None:
    known = Context(notes=notes, posting=posting)
    for one in all_of(offers, notes, posting):
        source = (known.notes if one.span.part == "notes" else known.posting) or ""
        cut = source[one.span.start : one.span.end]
        assert cut == one.span.text
        assert " ".join(cut.split()) == one.anchor
        assert one.anchor
        assert cut == cut.strip()


@SOME
@given(notes=NOTES)
def test_an_anchor_is_short_and_of_whole_words(offers: Offers, notes: str) -> None:
    for one in all_of(offers, notes):
        assert len(one.anchor) <= 72
        before, after = notes[: one.span.start][-1:], notes[one.span.end :][:1]
        assert not (before.isalnum() and one.anchor[0].isalnum())
        assert not (after.isalnum() and one.anchor[-1].isalnum())


@SOME
@given(notes=NOTES)
def test_no_figure_is_invented_and_slots_are_those_of_the_text(offers: Offers, notes: str) -> None:
    for one in all_of(offers, notes):
        figures = set(re.findall(r"\d+", f"{one.question} {one.text}"))
        assert figures <= set(re.findall(r"\d+", notes))
        assert tuple(re.findall(r"\[[^\[\]]*\]", one.text)) == one.slots
        assert one.slots


@SOME
@given(notes=NOTES)
def test_the_same_notes_offer_the_same(offers: Offers, notes: str) -> None:
    assert all_of(offers, notes) == all_of(offers, notes)


def test_long_notes_of_any_make_are_read_to_their_end(offers: Offers) -> None:
    words = [
        "kiln",
        "41",
        "fails",
        "owl",
        ",",
        "-",
        "→",
        "(",
        "asked",
        "how",
        "\n",
        "«",
        "»",
        '"',
        "réponse",
    ]
    chance = random.Random(7)  # noqa: S311  (a text, not a secret)
    mixed = " ".join(chance.choice(words) for _ in range(20_000))
    for notes in (
        mixed,
        "a" * 100_000,
        "a, " * 33_000,
        "(" * 50_000,
        "41 " * 30_000,
        "« a b " * 16_000,
    ):
        assert len(offers("en", notes, posting=notes)) <= 6
