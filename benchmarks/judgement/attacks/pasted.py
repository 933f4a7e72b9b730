"""Attacks that send the context back: the notes or the posting in every guise."""

from collections.abc import Callable, Iterator, Sequence
from random import Random

from benchmarks.judgement.attacks.attack import Attack
from benchmarks.judgement.attacks.texts import golden, letter, noted
from benchmarks.judgement.golden import Rated
from followup_kit.models.base import Language

Way = Callable[[Sequence[str], Random], str]
SAID = {
    "notes": {"en": "You said: {}.", "fr": "Vous avez dit : {}."},
    "posting": {
        "en": "I understand that you are looking for the following: {}.",
        "fr": "J'ai bien compris que vous recherchez ceci : {}.",
    },
}
EDGES = {"en": ("regarding", "as well"), "fr": ("concernant", "également")}
POLITE = {
    "en": ("Thank you for our conversation.", "I look forward to hearing from you."),
    "fr": ("Merci pour notre échange.", "Dans l'attente de votre retour."),
}
TRIED = 3
"""Contexts of each scenario that are tried."""


def attacks(language: Language) -> Iterator[Attack]:
    """Every guise of the notes and the postings of some golden messages of both scenarios."""
    for scenario in ("interview", "sales"):
        of_notes = [r for r in noted(language) if r.draft.scenario == scenario]
        of_posting = [
            r for r in golden(language) if r.context.posting and r.draft.scenario == scenario
        ]
        for rated in of_notes[:TRIED]:
            yield from _guises("pasted notes", rated, rated.context.notes or "", language)
        for rated in of_posting[:TRIED]:
            yield from _guises("pasted posting", rated, rated.context.posting or "", language)


def _guises(kind: str, rated: Rated, source: str, language: Language) -> Iterator[Attack]:
    lines = [line.strip() for line in source.replace(". ", ".\n").splitlines() if line.strip()]
    said = SAID[kind.removeprefix("pasted ")][language]
    for name, body in _ways(lines, said, language):
        draft = letter(language, rated.draft.scenario, rated.context, body)
        contexts = {"": rated.context}
        if kind == "pasted posting" and rated.context.notes:
            contexts[", no notes"] = rated.context.model_copy(update={"notes": None})
        for where, context in contexts.items():
            yield Attack(kind, language, f"{rated.id}, {name}{where}", draft, context)


def _ways(lines: Sequence[str], said: str, language: Language) -> Iterator[tuple[str, str]]:
    random = Random(len(lines))  # noqa: S311  (the same shuffle every time)
    first, last = EDGES[language]
    before, after = POLITE[language]
    words = " ".join(lines).split()
    yield "whole", "\n".join(lines)
    yield "half", "\n".join(lines[: (len(lines) + 1) // 2])
    yield "one paragraph", " ".join(lines)
    yield "lines shuffled", "\n".join(random.sample(lines, len(lines)))
    yield "words shuffled", " ".join(random.sample(words, len(words))) + "."
    yield "polite", f"{before}\n\n{' '.join(lines)}\n\n{after}"
    yield "introduced", "\n".join(said.format(line.rstrip(".")) for line in lines)
    yield (
        "edges changed",
        "\n".join(f"{first} {' '.join(line.split()[1:-1])} {last}." for line in lines),
    )
    yield "every other word", " ".join(words[::2]) + "."
    yield "capitals", " ".join(lines).upper()
