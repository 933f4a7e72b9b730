"""``fact``: what the message says against what the context knows. One check a rule names."""

from collections.abc import Callable, Iterator, Mapping

from followup_kit.detecting import fact_names
from followup_kit.detecting.fact_days import wrong_day
from followup_kit.detecting.fact_figures import wrong_figure
from followup_kit.detecting.fact_roles import wrong_role
from followup_kit.detecting.hit import Hit
from followup_kit.detecting.scene import Scene
from followup_kit.models.rule import Rule

Check = Callable[[Scene, Rule], Iterator[Hit]]

CHECKS: Mapping[str, Check] = {
    "company": fact_names.wrong_company,
    "reader": fact_names.wrong_reader,
    "figure": wrong_figure,
    "day": wrong_day,
    "role": wrong_role,
}


def detect(scene: Scene) -> Iterator[Hit]:
    """Hits of every fact rule; a check without the context it needs finds nothing."""
    draft = scene.parsed.message.draft
    for rule in scene.compiled.book.rules:
        if rule.kind == "fact" and rule.check and draft.scenario in rule.scenarios:
            yield from CHECKS[rule.check](scene, rule)
