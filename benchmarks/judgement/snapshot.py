"""``python -m benchmarks.judgement.snapshot FOLDER``: what one state of the kit says, as JSON.

Run with ``PYTHONPATH`` leading to that state; it uses nothing but the kit's public functions, so
that older states can be asked too. FOLDER holds other authors' messages.
"""

import json
import sys
from pathlib import Path
from typing import Any

import followup_kit
from benchmarks.judgement.golden import load
from benchmarks.judgement.others import load_others
from followup_kit.models.report import Report
from followup_kit.scorer import Scorer


def main() -> None:
    """Score every message and print levels and scores by id, and where the kit was found."""
    messages = [*load(), *load_others(Path(sys.argv[1]))]
    reports = Scorer().pipe((rated.draft, rated.context) for rated in messages)
    given = {rated.id: _given(report) for rated, report in zip(messages, reports, strict=True)}
    print(json.dumps({"code": str(Path(followup_kit.__file__).parent), "given": given}))


def _given(report: Report) -> dict[str, Any] | None:
    """Levels and score; ``None`` when the message was not scored."""
    if report.status != "scored":
        return None
    return {
        "score": report.score,
        "levels": {name: found.level for name, found in report.dimensions.items()},
    }


if __name__ == "__main__":
    main()
