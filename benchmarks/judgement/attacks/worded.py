"""Attacks that are texts: salad, fine language without content, own words given for recalled."""

from collections.abc import Iterator

from benchmarks.judgement.attacks.attack import Attack
from benchmarks.judgement.attacks.texts import letter, settings, texts
from followup_kit.models.base import Language


def attacks(language: Language) -> Iterator[Attack]:
    """Every text in both scenarios, with and without notes."""
    for kind in ("salad", "hollow", "self"):
        for number, body in enumerate(texts(language)[kind]):
            for where, scenario, context in settings(language, number):
                draft = letter(language, scenario, context, body)
                yield Attack(kind, language, f"{number + 1}, {where}", draft, context)
