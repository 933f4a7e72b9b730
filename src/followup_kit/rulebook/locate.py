"""Where the shipped rules are: inside the wheel, or beside ``src/`` in a checkout."""

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from followup_kit.errors import RuleFileError

MARK = "rubric.yaml"
"""The file that tells the folder of rules from any other."""


def rules_root() -> Traversable:
    """The folder of rules.

    Raises:
        RuleFileError: it is in neither place; the installation is broken.
    """
    installed = files("followup_kit") / "rules"
    checkout = Path(__file__).parents[3] / "rules"
    for folder in (installed, checkout):
        if (folder / MARK).is_file():
            return folder
    why = f"no rules here, nor in {checkout}; reinstall: pip install --force-reinstall followup-kit"
    raise RuleFileError(str(installed), 1, 1, why)
