"""Where the shipped data lies (``rules/``), and how the floors below the rulebook read it."""

from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import yaml

from followup_kit.errors import RuleFileError

_CHECKOUT = Path(__file__).parents[2] / "rules"
_LOADER: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@lru_cache(maxsize=1)
def rules_root() -> Traversable:
    """Find the folder of the shipped rules: inside the installed package, else the checkout's.

    Raises:
        RuleFileError: neither place holds it; the installation is damaged.
    """
    installed = files("followup_kit") / "rules"
    for folder in (installed, _CHECKOUT):
        if _holds_rules(folder):
            return folder
    why = f"no rules here nor in {_CHECKOUT}; install followup-kit again"
    raise RuleFileError(str(installed), 1, 1, why)


@lru_cache(maxsize=16)
def shipped_yaml(path: str) -> Any:
    """Parse one shipped file of plain data; callers must not change what they are given.

    Args:
        path: below ``rules/``, with slashes, such as ``lexicon/letter_forms.yaml``.

    Raises:
        RuleFileError: missing, or not YAML.
    """
    try:
        text = (rules_root() / path).read_text(encoding="utf-8")
        return yaml.load(text, Loader=_LOADER)  # noqa: S506  (a safe loader, C or pure)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        why = f"cannot be read ({type(error).__name__}); install followup-kit again"
        raise RuleFileError(f"rules/{path}", 1, 1, why) from error


def _holds_rules(folder: Traversable) -> bool:
    return (folder / "rubric.yaml").is_file()
