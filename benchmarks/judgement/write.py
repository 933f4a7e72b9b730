"""Writes calibrated numbers into the files of ``rules/``, touching nothing else in them."""

import re
from collections.abc import Sequence
from pathlib import Path

from benchmarks.judgement.calibration import fit
from benchmarks.judgement.golden import Rated
from benchmarks.judgement.observe import Observed
from followup_kit.rulebook.book import RuleBook

RULES = Path(__file__).parents[2] / "rules"


def calibrate(messages: Sequence[Rated], observed: Observed, book: RuleBook) -> None:
    """Fit on every message and write points and thresholds."""
    fitted = fit(messages, observed.seens, book.rules, book.rubric)
    for rule_id, points in fitted.points.items():
        path = RULES / f"{rule_id.replace('.', '/')}.yaml"
        _replace(path, r"^points: \d+", f"points: {points}")
    for dimension, cuts in fitted.thresholds.items():
        pattern = rf"(^  {dimension}:\n(?:    .*\n)*?    thresholds: )\[[^\]]*\]"
        _replace(RULES / "rubric.yaml", pattern, rf"\g<1>{list(cuts)}")


def _replace(path: Path, pattern: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    changed, count = re.subn(pattern, new, text, count=1, flags=re.MULTILINE)
    if count != 1:
        raise SystemExit(f"{path}: {pattern!r} not found")
    path.write_text(changed, encoding="utf-8")
