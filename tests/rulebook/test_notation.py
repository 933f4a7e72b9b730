"""What the notation of patterns means, and what it refuses."""

import pytest

from followup_kit.rulebook.notation import Item, NotationError, Vocabulary, compile_pattern

FORMS = {"mention": {"mention", "mentions", "mentioned"}, "évoquer": {"évoquer", "évoquiez"}}
VOCABULARY = Vocabulary(
    language="en",
    inflect=lambda word: frozenset(FORMS.get(word, {word})),
    classes={"say": ("mention", "=said", "point out")},
    frequent=frozenset({"you", "the"}),
)


def only(source: str) -> Item:
    (item,) = compile_pattern(source, VOCABULARY).items
    return item


def test_a_bare_word_stands_for_all_its_forms() -> None:
    assert only("mention").words == {"mention", "mentioned", "mentions"}


def test_an_exact_word_stands_for_itself() -> None:
    assert only("=mention").words == {"mention"}


def test_accents_fold() -> None:
    assert only("évoquer").words == {"evoquer", "evoquiez"}


def test_a_class_brings_its_words_and_its_phrases() -> None:
    item = only("@say")
    assert item.words == {"mention", "mentioned", "mentions", "said"}
    assert dict(item.phrases) == {"point": ((frozenset({"point"}), frozenset({"out"})),)}
    assert item.longest == 2


def test_alternatives_slots_and_options() -> None:
    pattern = compile_pattern("you? =a|=b <NUM> word", VOCABULARY)
    assert [item.optional for item in pattern.items] == [True, False, False, False]
    assert pattern.items[2].slots == ("NUM",)


def test_a_gap_has_a_size() -> None:
    items = compile_pattern("word … other …3 last", VOCABULARY).items
    assert [item.gap for item in items] == [0, 6, 0, 3, 0]


def test_the_rarest_obligatory_word_is_the_anchor() -> None:
    pattern = compile_pattern("you …2 mention", VOCABULARY)
    assert pattern.anchor == 2
    assert pattern.reach == 3
    assert pattern.anchor_keys == {"mention", "mentions", "mentioned"}


def test_beginning_and_end_are_marked() -> None:
    pattern = compile_pattern("^ word $", VOCABULARY)
    assert (pattern.at_start, pattern.at_end) == (True, True)


@pytest.mark.parametrize(
    ("source", "why"),
    [
        ("@nothing", "unknown class '@nothing'; the lexicon has: say"),
        ("<NOPE> word", "unknown slot '<NOPE>'"),
        ("<NUM> word?", "at least one word that may not be missing"),
        ("… word …13", "a gap of 1 to 12 words"),
        ("a … b … c … d … e", "at most 3 gaps"),
        ("a||b", "a word expected on both sides"),
        ("--", "a word expected"),
    ],
)
def test_what_is_not_well_formed_is_refused_with_what_was_expected(source: str, why: str) -> None:
    with pytest.raises(NotationError, match=why.replace("|", r"\|")):
        compile_pattern(source, VOCABULARY)
