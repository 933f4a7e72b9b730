"""Messages of authors who have seen neither the rules nor the golden set, if they are there.

The ``read`` set may be read by who writes rules; the shipped numbers are fitted on it too. Of the
``unread`` set nothing but figures may be shown, and nothing is fitted on it, so that one honest
measure stays.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from benchmarks.judgement.golden import NO_FOLD, Levels, Rated, Source, draft_of, levels_of
from followup_kit.models.base import DIMENSIONS, Language
from followup_kit.models.draft import Context

FOLDER = Path(__file__).parent / "others"
FILES: tuple[tuple[str, Language, Source], ...] = (
    ("en_a", "en", "read"),
    ("fr_a", "fr", "read"),
    ("en_b", "en", "read"),
    ("fr_b", "fr", "read"),
    ("en_c", "en", "unread"),
    ("fr_c", "fr", "unread"),
)


def load_others(folder: Path = FOLDER) -> list[Rated]:
    """Every message of the files that are there; none when there are none.

    Args:
        folder: where ``en_a.jsonl`` and its like lie.

    Raises:
        SystemExit: a line is no message; says which.
    """
    found: list[Rated] = []
    for stem, language, source in FILES:
        path = folder / f"{stem}.jsonl"
        lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
        for number, line in enumerate(lines):
            try:
                found.append(_rated(json.loads(line), language, source))
            except (KeyError, ValueError, TypeError) as error:
                # No word of the line itself: the file may be one that nobody is to read.
                where, what = f"{path}, line {number + 1}", type(error).__name__
                raise SystemExit(
                    f"{where}: not a rated message ({what}); see golden/README.md"
                ) from None
    return found


def agreed_levels(author: Levels, second: Levels | None) -> Levels:
    """The mean of author and second rater; halves go to the author's side."""
    if second is None:
        return dict(author)
    return {name: _towards(author[name], second[name]) for name in DIMENSIONS}


def _towards(author: int, second: int) -> int:
    """The mean of two levels; ``int`` cuts the half of the way off that leads from the author."""
    return author + int((second - author) / 2)


def _rated(record: Mapping[str, Any], language: Language, source: Source) -> Rated:
    if record["lang"] != language:
        raise ValueError("lang")
    labels = record["labels"]
    author, second = levels_of(labels), record.get("second")
    raters = (author, levels_of(second)) if second else (author,)
    marks = [labels["overall"], second["overall"]] if second else [labels["overall"]]
    return Rated(
        id=record["id"],
        language=language,
        fold=NO_FOLD,
        draft=draft_of(record),
        context=Context.model_validate(record["context"]),
        levels=agreed_levels(author, levels_of(second) if second else None),
        overall=sum(marks) / len(marks),
        flags=frozenset(labels["flags"]),
        evidence=labels["evidence"],
        raters=raters,
        source=source,
    )
