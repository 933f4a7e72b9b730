"""Attacks that strew figures, names and quotations of nothing into empty messages."""

from collections.abc import Iterator
from random import Random

from benchmarks.judgement.attacks.attack import Attack
from benchmarks.judgement.attacks.texts import letter, settings, texts
from followup_kit.models.base import Language

EVERY = 5
"""Words between two pieces of junk."""


def attacks(language: Language) -> Iterator[Attack]:
    """Each empty text with each sort of junk, in both scenarios, with and without notes."""
    for number, body in enumerate(texts(language)["generic"]):
        for name, changed in _strewn(body, texts(language)["junk"], Random(number)):  # noqa: S311
            for where, scenario, context in settings(language, number):
                draft = letter(language, scenario, context, changed)
                yield Attack("junk", language, f"{number + 1}, {name}, {where}", draft, context)


def _strewn(body: str, junk: dict[str, list[str]], random: Random) -> Iterator[tuple[str, str]]:
    mixed = [*junk["numbers"], *junk["names"], *junk["quotes"]]
    for name, pieces in (*list(junk.items())[:3], ("mixed", mixed)):
        yield f"{name} between words", _between(body, pieces, random)
        yield f"{name} at the end", f"{body} {', '.join(random.sample(pieces, 5))}."
    yield "neat sentences", f"{body} {' '.join(random.sample(junk['neat'], 3))}"


def _between(body: str, pieces: list[str], random: Random) -> str:
    words: list[str] = []
    for at, word in enumerate(body.split()):
        words += [word, random.choice(pieces)] if at % EVERY == EVERY - 1 else [word]
    return " ".join(words)
