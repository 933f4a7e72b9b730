"""``python -m followup_kit``: the umbrella command."""

from followup_kit.cli import kit

kit()
