"""Writes calibrated numbers and their reasons into ``rules/``, touching nothing else there."""

import re
import textwrap
from collections.abc import Sequence
from pathlib import Path

from benchmarks.judgement.agreement import kappa
from benchmarks.judgement.calibration import Fit, Seens, apply, fit
from benchmarks.judgement.golden import Rated
from benchmarks.judgement.weights import Weights, fit_weights
from followup_kit.models.base import DIMENSIONS, Dimension
from followup_kit.rulebook.book import RuleBook

RULES = Path(__file__).parents[2] / "rules"
WIDTH = 100


def calibrate(
    messages: Sequence[Rated],
    bare: Sequence[Rated],
    seens: Seens,
    book: RuleBook,
    folder: Path = RULES,
) -> None:
    """Fit on every message; write points, thresholds, weights, the base, and why they are so.

    Nothing is written unless every number has its place.

    Args:
        messages: rated messages.
        bare: their copies without notes, for the numbers that hold without them.
        seens: what was seen in all of them.
        book: the rules.
        folder: where the rules lie.

    Raises:
        SystemExit: a file does not hold a number where it is expected; says which.
    """
    every = [*messages, *bare]
    fitted = fit(every, seens, book.rules, book.rubric)
    weights = fit_weights(messages, seens, book.rubric)
    new: dict[Path, str] = {}
    for rule_id, points in fitted.points.items():
        path = folder / f"{rule_id.replace('.', '/')}.yaml"
        alone = fitted.points_without_notes.get(rule_id)
        text = _changed(path, _read(path), r"^points: \d+", f"points: {points}")
        if alone is not None:
            text = re.sub(r"^points_without_notes: \d+\n", "", text, flags=re.MULTILINE)
            both = rf"points: {points}\npoints_without_notes: {alone}\n"
            text = _changed(path, text, r"^points: \d+\n", both)
        new[path] = text
    path = folder / "rubric.yaml"
    text = _read(path)
    text = _changed(path, text, r"^base: \d+", f"base: {weights.base}")
    text = _changed(path, text, r"^base_reason:.*\n(?:  .*\n)*", _folded("", _base(weights)))
    for dimension in DIMENSIONS:
        agreed = _agreed(dimension, fitted, messages, seens, book)
        why = _why(dimension, weights, agreed, len(messages))
        for key, old, value in (
            ("weight", r"\d+", str(weights.dimensions[dimension])),
            ("thresholds", r"\[[^\]]*\]", str(list(fitted.thresholds[dimension]))),
        ):
            place = rf"(^  {dimension}:\n(?:    .*\n)*?    {key}: ){old}"
            text = _changed(path, text, place, rf"\g<1>{value}")
        if dimension in fitted.thresholds_without_notes:
            cuts = list(fitted.thresholds_without_notes[dimension])
            place = rf"(^  {dimension}:\n(?:    .*\n)*?    thresholds_without_notes: )\[[^\]]*\]"
            text = _changed(path, text, place, rf"\g<1>{cuts}")
        place = rf"(^  {dimension}:\n(?:    .*\n)*?)    reason:.*\n(?:      .*\n)*"
        text = _changed(path, text, place, rf"\g<1>{_folded('    ', why)}")
    new[path] = text
    for path, text in new.items():
        path.write_text(text, encoding="utf-8")


def _base(weights: Weights) -> str:
    return (
        "What the weights leave of 100. Left free, the raters' marks would give "
        f"{weights.nothing:.1f} to a message that conveys nothing ({weights.messages} messages "
        "without a blocker, what form costs added back)."
    )


def _why(dimension: Dimension, weights: Weights, agreed: float, count: int) -> str:
    return (
        f"A level brings {weights.a_level[dimension]:.1f} overall points in the raters' marks "
        f"({weights.messages} messages without a blocker). The thresholds are those that agree "
        f"best with its levels, a kappa of {agreed:.2f} on the {count} messages they are fitted on."
    )


def _agreed(
    dimension: Dimension, fitted: Fit, messages: Sequence[Rated], seens: Seens, book: RuleBook
) -> float:
    """Kappa of the fitted numbers on what they were fitted on."""
    given = [apply(fitted, r, seens, book.rubric).dimensions[dimension].level for r in messages]
    return kappa(given, [rated.levels[dimension] for rated in messages])


def _folded(indent: str, words: str) -> str:
    """A ``reason`` of YAML, folded over lines; of the base when it is not indented."""
    key = "reason" if indent else "base_reason"
    inner = f"{indent}  "
    lines = textwrap.wrap(words, WIDTH, initial_indent=inner, subsequent_indent=inner)
    return "\n".join((f"{indent}{key}: >-", *lines, ""))


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _changed(path: Path, text: str, pattern: str, new: str) -> str:
    changed, count = re.subn(pattern, new, text, count=1, flags=re.MULTILINE)
    if count != 1:
        raise SystemExit(f"{path}: {pattern!r} not found; nothing is written")
    return changed
