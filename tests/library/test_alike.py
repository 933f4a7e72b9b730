"""Near-duplicates: what is compared anew, and what is remembered, come to the same."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import fuzz

from followup_kit.library.alike import LEAST_WORDS, alike

TALK = ["thank", "you", "for", "the", "hour", "in", "our", "yard", "today", "and", "tomorrow"]
WORDS = st.lists(st.sampled_from(TALK), max_size=14)
LIBRARIES = st.dictionaries(
    st.sampled_from([f"{n}.md" for n in "abcdefgh"]), WORDS.map(" ".join), max_size=8
)


def by_hand(texts: dict[str, str], least: int) -> dict[tuple[str, str], int]:
    long = {name: text for name, text in texts.items() if len(text.split()) >= LEAST_WORDS}
    ratios = {(a, b): int(fuzz.ratio(long[a], long[b])) for a, b in combinations(sorted(long), 2)}
    return {
        pair: ratio
        for pair, ratio in ratios.items()
        if fuzz.ratio(long[pair[0]], long[pair[1]]) >= least
    }


@given(LIBRARIES, st.integers(50, 100))
def test_every_pair_alike_is_found(texts: dict[str, str], least: int) -> None:
    assert alike(texts, least, None)[0] == by_hand(texts, least)


@given(LIBRARIES, LIBRARIES, st.integers(50, 100))
def test_what_is_remembered_changes_nothing(
    before: dict[str, str], now: dict[str, str], least: int
) -> None:
    _, kept = alike(before, least, None)
    found, keep = alike(now, least, kept)
    assert found == by_hand(now, least)
    assert (found, keep) == alike(now, least, None)


@given(LIBRARIES)
def test_another_limit_is_compared_anew(texts: dict[str, str]) -> None:
    _, kept = alike(texts, 95, None)
    assert alike(texts, 60, kept)[0] == by_hand(texts, 60)


@given(LIBRARIES, LIBRARIES, st.integers(50, 100), st.data())
def test_only_what_is_asked_for_is_compared_and_nothing_is_missed_later(
    before: dict[str, str], now: dict[str, str], least: int, data: st.DataObject
) -> None:
    some = data.draw(st.sets(st.sampled_from(sorted(before) or ["a.md"])))
    found, kept = alike(before, least, None, some)
    by_all = by_hand(before, least)
    assert {p: r for p, r in found.items() if some & set(p)} == {
        p: r for p, r in by_all.items() if some & set(p)
    }
    assert found.items() <= by_all.items()
    assert alike(now, least, kept)[0] == by_hand(now, least)
