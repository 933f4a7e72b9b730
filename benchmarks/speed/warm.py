"""Messages a second in one warm process, beside spaCy's default pipelines on the same messages."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from statistics import median

import spacy

from benchmarks.judgement.golden import load
from benchmarks.speed.measure import ratio_line, take_turns
from followup_kit import Scorer
from followup_kit.models.base import LANGUAGES, Language
from followup_kit.parsing.installed import find_model
from followup_kit.parsing.pipelines import annotate

_DEFAULT, _PIPELINE, _SCORE = "spaCy's default pipeline", "our pipeline alone", "score, whole"
_ENGLISH = "spaCy's default English pipeline"
"""The yardstick of the budget, for messages of either language."""


def report(rounds: int) -> Iterator[str]:
    """Time both languages and give the lines of their tables."""
    for language in LANGUAGES:
        yield from _language(language, rounds)


def _language(language: Language, rounds: int) -> Iterator[str]:
    messages = [rated for rated in load() if rated.language == language]
    seconds = take_turns(_contestants(language), rounds)
    yield f"Warm, {language}, {len(messages)} golden messages, medians of {rounds} rounds:"
    for name, taken in seconds.items():
        yield f"  {name:<58} {len(messages) / median(taken):6.0f} messages a second"
    yield "  ratios:"
    yield ratio_line(
        f"{_PIPELINE} / default", seconds[_DEFAULT], seconds[_PIPELINE], "at least 3.5"
    )
    yield ratio_line(f"{_SCORE} / default", seconds[_DEFAULT], seconds[_SCORE], "no budget")
    english = seconds.get(_ENGLISH, seconds[_DEFAULT])
    yield ratio_line(f"{_SCORE} / default English", english, seconds[_SCORE], "at least 2.5")


def _contestants(language: Language) -> dict[str, Callable[[], object]]:
    messages = [rated for rated in load() if rated.language == language]
    texts = [rated.draft.text for rated in messages]
    pairs = [(rated.draft, rated.context) for rated in messages]
    default = spacy.load(find_model(language).package)
    scorer = Scorer(languages=(language,))
    english = spacy.load(find_model("en").package) if language != "en" else None
    yardstick = {_ENGLISH: lambda: _exhaust(english.pipe(texts))} if english else {}
    return {
        **yardstick,
        _DEFAULT: lambda: _exhaust(default.pipe(texts)),
        _PIPELINE: lambda: annotate(language, texts),
        _SCORE: lambda: _exhaust(scorer.pipe(pairs)),
    }


def _exhaust(items: Iterable[object]) -> None:
    deque(items, maxlen=0)
