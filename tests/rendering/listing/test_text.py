"""The listing at a terminal: what it shows of each problem, and that nothing can disturb it."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from followup_kit.models.listing import Listing
from followup_kit.models.typography import typeset
from followup_kit.rendering.listing import render_listing
from followup_kit.rendering.listing.excerpt import excerpt
from followup_kit.rendering.listing.showing import seen
from followup_kit.rendering.wrapping import cells
from tests.rendering.listing.consumers import TEXTS
from tests.rendering.listing.goldens import LISTING, listing_of_one

MARK = "red"


def text(listing: Listing, sources: dict[str, str], width: int = 80) -> list[str]:
    return render_listing(listing, "text", sources=sources, width=width).splitlines()


def test_a_file_with_problems_has_a_head_and_a_clean_one_none(
    listing: Listing, sources: dict[str, str]
) -> None:
    lines = text(listing, sources)
    assert lines[0].endswith("Élodie.md  (fr, email, interview)  potential score 62")
    assert not any("clean.txt" in line for line in lines)


def test_a_problem_shows_its_place_its_line_and_what_to_write_instead(
    listing: Listing, sources: dict[str, str]
) -> None:
    lines = text(listing, sources)
    at = next(number for number, line in enumerate(lines) if line.startswith("  1:11"))
    assert lines[at].split() == [
        "1:11",
        "error",
        "Unknown",
        "field",
        "{prénon}",
        listing.rules[2].id,
    ]
    assert lines[at + 1 : at + 4] == [
        "        Bonjour 😀 {prénon},",
        "                   ~~~~~~~~",
        "        → {prénom}",
    ]


def test_what_is_missing_shows_no_line(listing: Listing, sources: dict[str, str]) -> None:
    lines = text(listing, sources)
    at = next(number for number, line in enumerate(lines) if line.startswith("  1:1 "))
    assert lines[at + 1] == "        A date helps."


def test_marks_that_turn_the_direction_of_writing_are_seen(
    listing: Listing, sources: dict[str, str]
) -> None:
    assert any("Merci, <U+202E>{société}<U+202C> et" in line for line in text(listing, sources))


def test_without_its_text_a_problem_shows_its_words(listing: Listing) -> None:
    assert "        {prénon}\n        ~~~~~~~~\n" in render_listing(listing)


def test_the_last_line_counts(listing: Listing, sources: dict[str, str]) -> None:
    assert text(listing, sources, width=96)[-2:] == [
        "4 files, 2 with problems: 1 blocker, 2 errors, 1 warning, 1 hint; 5 known in the baseline; 1",
        "suppressed; 1 could not be judged",
    ]
    clean = listing.model_copy(update={"files": listing.files[1:2]})
    assert text(clean, sources) == ["1 file, no problems; 1 suppressed"]


def test_french_is_french(listing: Listing, sources: dict[str, str]) -> None:
    shown = render_listing(listing.model_copy(update={"messages": "fr"}), sources=sources, width=96)
    last = " ".join(shown.splitlines()[-2:])
    assert last == typeset(
        "4 fichiers, dont 2 avec des problèmes : 1 bloquant, 2 erreurs, 1 alerte, 1 conseil ; "
        "5 connus de la référence ; 1 passé sous silence ; 1 n'a pas pu être jugé",
        "fr",
    )
    assert "  1:11  erreur    Unknown field {prénon}" in shown


def test_colour_changes_no_word_and_needs_no_rule(
    listing: Listing, sources: dict[str, str]
) -> None:
    colored = render_listing(listing, sources=sources, color=True)
    bare = [line.rstrip() for line in re.sub(r"\x1b\[[0-9;]*m", "", colored).splitlines()]
    plain = [line for line in text(listing, sources) if set(line.strip()) != {"~"}]
    assert bare == plain


@given(TEXTS | st.text(max_size=60), st.data(), st.integers(40, 100))
def test_nothing_disturbs_a_terminal(source: str, data: st.DataObject, width: int) -> None:
    start = data.draw(st.integers(0, len(source)))
    end = data.draw(st.integers(start, len(source)))
    shown = render_listing(
        listing_of_one(source, start, end), sources={"a.txt": source}, width=width
    )
    for line in shown.removesuffix("\n").split("\n"):
        assert cells(line) <= width
        assert all(len(seen(char)) == 1 for char in line)


@settings(max_examples=200)
@given(TEXTS, st.integers(0, 3), st.data())
def test_what_is_underlined_is_the_stretch(few: str, times: int, data: st.DataObject) -> None:
    source = few * (1 + 4 * times)
    start = data.draw(st.integers(0, len(source)))
    end = data.draw(st.integers(start, len(source)))
    drawn = list(excerpt(source, start, end, 40, style=MARK, color=True))
    marked = "".join(piece.text for line in drawn for piece in line if MARK in piece.style)
    wanted = "".join(map(seen, source[start:end]))
    marked, wanted = ("".join(words.split()) for words in (marked, wanted))
    assert wanted.startswith(marked)
    if len(drawn) <= 3:
        assert marked == wanted


def test_a_line_without_end_shows_the_words_around() -> None:
    source = "so and so " * 5000 + "HERE" + " and so on" * 5000
    at = source.index("HERE")
    (line,) = excerpt(source, at, at + 4, 60, style=MARK, color=True)
    shown = "".join(piece.text for piece in line)
    assert shown.startswith("… ")
    assert shown.endswith(" … ")
    assert "HERE" in shown


def test_the_golden_listing_has_what_trips_formats_up() -> None:
    assert {problem.severity for _, problem in LISTING.problems} == {
        "hint",
        "warning",
        "error",
        "blocker",
    }
