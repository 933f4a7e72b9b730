"""Where the shipped rules lie; the search itself stands a floor below, as ``reading`` needs it too."""

from followup_kit.data import rules_root

__all__ = ["rules_root"]
