"""Judges and improves the message a person sends after a first conversation, French or English.

>>> import followup_kit
>>> followup_kit.score("Thank you for your time.").dimensions["specificity"].level
0

Everything public is here; importing it imports no spaCy.
"""

from typing import TYPE_CHECKING, Any

from followup_kit.errors import FollowupKitError, InputError, ModelError, RuleFileError, UsageError
from followup_kit.models.advice import Edit, Missed, Suggestion
from followup_kit.models.comparison import Comparison
from followup_kit.models.draft import Context, Draft
from followup_kit.models.report import (
    Confidence,
    Contribution,
    DimensionScore,
    Finding,
    Report,
)
from followup_kit.models.span import Span
from followup_kit.version import __version__

if TYPE_CHECKING:
    from followup_kit.applying import apply
    from followup_kit.comparing import compare
    from followup_kit.reading import load
    from followup_kit.rendering import render
    from followup_kit.scorer import Scorer, score

__all__ = [
    "Comparison",
    "Confidence",
    "Context",
    "Contribution",
    "DimensionScore",
    "Draft",
    "Edit",
    "Finding",
    "FollowupKitError",
    "InputError",
    "Missed",
    "ModelError",
    "Report",
    "RuleFileError",
    "Scorer",
    "Span",
    "Suggestion",
    "UsageError",
    "__version__",
    "apply",
    "compare",
    "load",
    "render",
    "score",
]

_LAZY = {
    "Scorer": "followup_kit.scorer",
    "apply": "followup_kit.applying",
    "compare": "followup_kit.comparing",
    "load": "followup_kit.reading",
    "render": "followup_kit.rendering",
    "score": "followup_kit.scorer",
}


def __getattr__(name: str) -> Any:
    """Import what is heavier than a value only when it is asked for."""
    if name not in _LAZY:
        raise AttributeError(f"module 'followup_kit' has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415

    return getattr(import_module(_LAZY[name]), name)
