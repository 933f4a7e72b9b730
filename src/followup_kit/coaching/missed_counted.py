"""A figure and what it counts, with the article a sentence wants: "the six vacancies"."""

from collections.abc import Sequence

from followup_kit.coaching.missed_phrases import phrases, said
from followup_kit.coaching.missed_sense import Sense
from followup_kit.detecting.numbers import value_of
from followup_kit.models.base import Language
from followup_kit.words import Word

SHORTEST = 5
"""Letters from which a word is taken for a plural by its ending alone."""
REACH: dict[Language, int] = {"en": 3, "fr": 2}
"""Words after the figure among which the noun is: "6 band 5 vacancies", « 3 grands silos »."""
_PLURAL: dict[Language, tuple[str, ...]] = {"en": ("s",), "fr": ("s", "x")}
_OF = ("of", "de", "d'")
_NOT_PLURAL = ("ss", "us", "is")


def counted(words: Sequence[Word], sense: Sense) -> str | None:
    """The words for a clause that opens with a figure and what it counts, if it does.

    Args:
        words: the clause.
        sense: of the text it stands in, in whose language the result is.
    """
    figure = _whole(words, sense)
    if figure is None:
        return None
    head = _head(words, sense)
    if head is None:
        return None
    anchors, language = sense.scene.compiled.book.anchors, sense.text.language
    first = 1 if all(not word.number for word in words[1:head]) else head
    last = _agreeing(words, _completed(words, head, sense), sense)
    noun = sense.text.joined(words[first].start, words[last].end)
    return anchors.counted.in_(language).format(figure=figure, noun=noun)


def _whole(words: Sequence[Word], sense: Sense) -> str | None:
    """The figure in words or digits, if it is a whole one from two on that nothing qualifies."""
    found = sense.numbers(words)
    if not words or not words[0].number or not found or found[0].first or found[0].end != 1:
        return None
    value = value_of(words[0].key)
    before = sense.text.text[max(words[0].start - 1, 0) : words[0].start]
    plain = found[0].plain and found[0].unit is None and before not in tuple("<>~≈±+-−#")
    if not plain or value < 2 or value % 1:  # noqa: PLR2004  (grammar's plural)
        return None
    spelled = sense.scene.compiled.book.anchors.spelled.in_(sense.text.language)
    return spelled[int(value) - 2] if value < len(spelled) + 2 else words[0].text


def _head(words: Sequence[Word], sense: Sense) -> int | None:
    """The index of the noun the figure counts."""
    for index in range(1, min(len(words), REACH[sense.text.language] + 1)):
        if not _apart(words, index, sense):
            return None
        word = words[index]
        if _plural(word, sense):
            return None if _qualified(words, index, sense) else index
        if not (word.number or word.text.islower()) or word.key in sense.small:
            return None
        if sense.text.language == "fr":
            return None
    return None


def _completed(words: Sequence[Word], head: int, sense: Sense) -> int:
    """The last word of a noun with what "of" or « de » adds to it: « points de vente »."""
    after = words[head + 1 : head + 3]
    if len(after) < 2 or after[0].key not in _OF or after[1].number:  # noqa: PLR2004  (two words)
        return head
    plain = after[1].text.islower() and after[1].key not in sense.small
    return head + 2 if plain and _apart(words, head + 1, sense) else head


def _agreeing(words: Sequence[Word], last: int, sense: Sense) -> int:
    """The last word of a French noun with the adjective or participle after it."""
    following = last + 1
    if sense.text.language == "en" or following >= len(words):
        return last
    agrees = _apart(words, following, sense) and _plural(words[following], sense)
    return following if agrees else last


def _plural(word: Word, sense: Sense) -> bool:
    """Whether a word is written as a plural, and is no name, no small word and no measure."""
    language = sense.text.language
    return (
        len(word.key) >= SHORTEST
        and word.text.islower()
        and word.key.endswith(_PLURAL[language])
        and not (language == "en" and word.key.endswith(_NOT_PLURAL))
        and word.key not in sense.small
    )


def _apart(words: Sequence[Word], index: int, sense: Sense) -> bool:
    """Whether nothing but blanks parts a word from the one before it."""
    return not sense.text.text[words[index - 1].end : words[index].start].strip()


def _qualified(words: Sequence[Word], index: int, sense: Sense) -> bool:
    """Whether what follows, such as "a day", changes what the figure says."""
    beyond = phrases(sense.scene.compiled.book.anchors.beyond)
    if beyond.find(said(words), index + 1):
        return True
    return sense.text.text[words[index].end : words[index].end + 2].lstrip()[:1] == "/"
