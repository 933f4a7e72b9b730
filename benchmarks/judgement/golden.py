"""The golden set: messages with contexts, and what three raters said of them.

Synthetic: written and rated by language models in recruiter roles. No person rated it.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

from followup_kit.models.base import DIMENSIONS, LANGUAGES, Dimension, Language
from followup_kit.models.draft import Context, Draft

FOLDER = Path(__file__).parent / "golden"
FOLDS = 5
NO_FOLD = -1
Source = Literal["golden", "read", "unread"]
Levels = dict[Dimension, int]


@dataclass(frozen=True)
class Rated:
    """One message and what its raters said.

    Attributes:
        fold: 0 to 4, messages of a language are dealt out in the order of their ids; ``NO_FOLD``
            for other authors, on whom nothing is fitted.
        levels: median level of each dimension.
        overall: mean overall mark, 0 to 100.
        flags: named by most raters.
        evidence: sentences quoted by at least two raters, by dimension.
        raters: the levels each rater gave.
        source: ``golden``, or a set of other authors: ``read`` by who writes the rules or not.
        stripped: whether the notes were taken away.
    """

    id: str
    language: Language
    fold: int
    draft: Draft
    context: Context
    levels: Levels
    overall: float
    flags: frozenset[str]
    evidence: dict[Dimension, list[str]]
    advice: tuple[str, ...] = ()
    raters: tuple[Levels, ...] = ()
    source: Source = "golden"
    stripped: bool = False


def load() -> list[Rated]:
    """Every message of both languages."""
    return [rated for language in LANGUAGES for rated in _language(language)]


def without_notes(messages: Sequence[Rated]) -> list[Rated]:
    """Copies of the messages that have notes, with the notes taken away.

    The raters' levels stay: what a message conveys is the same, whatever the kit is told. Numbers
    fitted on the originals alone would leave such messages without points.
    """
    return [
        replace(
            rated,
            id=f"{rated.id}-without-notes",
            stripped=True,
            context=rated.context.model_copy(update={"notes": None}),
        )
        for rated in messages
        if rated.context.notes
    ]


def draft_of(record: Mapping[str, Any]) -> Draft:
    """The message of one line of a file."""
    return Draft(
        text=record["body"],
        subject=record["subject"],
        channel=record["channel"],
        scenario=record["scenario"],
        language=record["lang"],
    )


def levels_of(labels: Mapping[str, Any]) -> Levels:
    """The three levels among other labels."""
    return {dimension: labels[dimension] for dimension in DIMENSIONS}


def _language(language: Language) -> Iterator[Rated]:
    lines = (FOLDER / f"{language}.jsonl").read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines):
        record: dict[str, Any] = json.loads(line)
        labels = record["labels"]
        yield Rated(
            id=record["id"],
            language=language,
            fold=number % FOLDS,
            draft=draft_of(record),
            context=Context.model_validate(record["context"]),
            levels=levels_of(labels),
            overall=labels["overall"],
            flags=frozenset(labels["flags"]),
            evidence=labels["evidence"],
            advice=tuple(advice["dimension"] for advice in labels["advice"]),
            raters=tuple(levels_of(rating) for rating in labels["ratings"]),
        )
