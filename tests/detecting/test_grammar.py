"""Negation and subject, told from the words around."""

import pytest

from followup_kit.detecting.grammar import negated_words, subjects
from followup_kit.models.base import Language
from followup_kit.parsing.parsed import Token
from followup_kit.scorer import Scorer
from followup_kit.words import split_words


def tokens(text: str, language: Language) -> tuple[Token, ...]:
    words = split_words(text, language)
    return tuple(Token(w.start, w.end, w.text, w.key, w.number, "other", "none") for w in words)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "I do not want this", ["want", "this"]),
        ("en", "I don't want it but I could", ["want", "it"]),
        ("en", "not only did I want it", []),
        ("en", "no, I want it", []),
        ("fr", "je ne suis pas motivé", ["ne", "suis", "motive"]),
        ("fr", "j'ai pas envie", ["ai", "envie"]),
        ("fr", "je ne veux plus venir", ["ne", "veux", "venir"]),
        ("fr", "plus que jamais je veux venir", []),
        ("fr", "pas seulement par envie", []),
    ],
)
def test_negation_governs_what_it_governs(
    scorer: Scorer, language: Language, text: str, expected: list[str]
) -> None:
    words = tokens(text, language)
    governed = negated_words(words, scorer.compiled(language))
    assert [w.key for w, negated in zip(words, governed, strict=True) if negated] == expected


@pytest.mark.parametrize(
    ("language", "text", "word", "expected"),
    [
        ("en", "you said it was late", "said", "reader"),
        ("en", "I said it was late", "said", "writer"),
        ("en", "she said it was late", "said", "other"),
        ("en", "as Philippa said on Monday", "said", "reader"),
        ("fr", "vous disiez que c'est tard", "disiez", "reader"),
        ("fr", "je vous remercie", "remercie", "writer"),
        ("fr", "nous vous avons écrit", "ecrit", "writer"),
        ("fr", "tu disais hier", "disais", "reader"),
        ("fr", "il disait hier", "disait", "other"),
    ],
)
def test_the_nearest_subject_decides(
    scorer: Scorer, language: Language, text: str, word: str, expected: str
) -> None:
    words = tokens(text, language)
    found = subjects(words, scorer.compiled(language), {"philippa"})
    assert dict(zip([w.key for w in words], found, strict=True))[word] == expected
