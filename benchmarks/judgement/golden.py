"""The golden set: messages with contexts, and what three raters said of them.

Synthetic: written and rated by language models in recruiter roles. No person rated it.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from followup_kit.models.base import LANGUAGES, Dimension, Language
from followup_kit.models.draft import Context, Draft

FOLDER = Path(__file__).parent / "golden"
FOLDS = 5


@dataclass(frozen=True)
class Rated:
    """One message and what its raters said.

    Attributes:
        fold: 0 to 4; messages of a language are dealt out in the order of their ids.
        levels: median level of each dimension.
        overall: mean overall mark, 0 to 100.
        flags: named by most raters.
        evidence: sentences quoted by at least two raters, by dimension.
    """

    id: str
    language: Language
    fold: int
    draft: Draft
    context: Context
    levels: dict[Dimension, int]
    overall: float
    flags: frozenset[str]
    evidence: dict[Dimension, list[str]]
    advice: tuple[str, ...]


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
            context=rated.context.model_copy(update={"notes": None}),
        )
        for rated in messages
        if rated.context.notes
    ]


def _language(language: Language) -> Iterator[Rated]:
    lines = (FOLDER / f"{language}.jsonl").read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines):
        record: dict[str, Any] = json.loads(line)
        labels = record["labels"]
        yield Rated(
            id=record["id"],
            language=language,
            fold=number % FOLDS,
            draft=Draft(
                text=record["body"],
                subject=record["subject"],
                channel=record["channel"],
                scenario=record["scenario"],
                language=language,
            ),
            context=Context.model_validate(record["context"]),
            levels={
                "specificity": labels["specificity"],
                "motivation": labels["motivation"],
                "stakes": labels["stakes"],
            },
            overall=labels["overall"],
            flags=frozenset(labels["flags"]),
            evidence=labels["evidence"],
            advice=tuple(advice["dimension"] for advice in labels["advice"]),
        )
