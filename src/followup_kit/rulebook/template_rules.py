"""Files of ``rules/template/`` and ``rules/templates.yaml`` → the rules of templates.

They are loaded apart from the rules of messages: nobody who scores a message pays for them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources.abc import Traversable

from followup_kit.data import rules_root
from followup_kit.models.template import TemplateBook, TemplateRule
from followup_kit.rulebook.load import yaml_files
from followup_kit.rulebook.yamlfile import parse_yaml, validated

AREA = "template"


@dataclass(frozen=True)
class TemplateRules:
    """How templates are judged, and every rule about them by its id."""

    book: TemplateBook = field(repr=False)
    by_id: Mapping[str, TemplateRule] = field(repr=False)


@lru_cache(maxsize=1)
def load_template_rules() -> TemplateRules:
    """Load what the kit says about templates; the same object every time.

    Raises:
        RuleFileError: a file does not say what it must; the first one met, in sorted order.
    """
    root = rules_root()
    path, shown = root / "templates.yaml", "rules/templates.yaml"
    book = validated(TemplateBook, parse_yaml(path, shown), path, shown)
    rules = [_rule(path) for path in yaml_files(root / AREA)]
    return TemplateRules(book, {rule.id: rule for rule in rules})


def _rule(path: Traversable) -> TemplateRule:
    shown = f"rules/{AREA}/{path.name}"
    data = {**parse_yaml(path, shown), "id": f"{AREA}.{path.name.removesuffix('.yaml')}"}
    return validated(TemplateRule, data, path, shown)
