"""The Report for machines: every key, in the order of the model, nothing else."""

from followup_kit.models.report import Report
from followup_kit.rendering.view import View


def render_json(report: Report, view: View) -> str:  # noqa: ARG001  (no room, no language needed)
    """The report as indented JSON; the same report gives the same bytes."""
    return report.model_dump_json(indent=2) + "\n"


def render_jsonl(report: Report, view: View) -> str:  # noqa: ARG001
    """The report as one line of JSON."""
    return report.model_dump_json() + "\n"
