"""Saying the same as somebody else would: other names, gender, region, spelling, grammar."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from benchmarks.judgement.golden import Rated
from followup_kit.models.base import Language
from followup_kit.reading import read

Change = Callable[[str], str]
_WORDS = r"(?<![\w'’-]){}(?![\w’'-])"
_OWN = r"(?i:\b(?:je|me|j['’]|m['’]|moi)[^.!?;:\n]{0,40}?)(?<![\w'’-])"
_ELIDED = re.compile(r"\b([dD]|[qQ]u)['’](?=([^\W\d_]))")
_VOWELS = "aeiouyhàâéèêëîïôöûüœæ"


@dataclass(frozen=True)
class Swap:
    """One way of saying the same.

    Attributes:
        both: whether the context says it so too; what a writer alone types stays in the message.
    """

    kind: str
    name: str
    change: Callable[[Rated], Rated]


@cache
def _data() -> dict[str, Any]:
    text = Path(__file__).with_name("fairness.yaml").read_text(encoding="utf-8")
    found: dict[str, Any] = yaml.safe_load(text)
    return found


def swaps(language: Language) -> Iterator[Swap]:
    """Every swap of a language."""
    data = _data()
    for origin, names in data["names"].items():
        for gender in ("f", "m"):
            told = f"{origin}, {gender}"
            yield Swap("names", told, _renamer(names[gender], names["family"]))
    yield from _genders(language, data["gender"][language])
    for region, words in data["regions"][language].items():
        yield Swap("region", region, _everywhere(_worded(words)))
    yield from _inclusive(language, data["inclusive"])
    for name, words in data["grammar"][language].items():
        yield Swap("grammar", name, _in_message(_worded(words)))
    if language == "fr":
        yield Swap("accents", "none", _in_message(_bare))
        yield Swap("accents", "none on capitals", _in_message(_bare_capitals))
        yield Swap("accents", "none, in the context too", _everywhere(_bare))
    for name, sign in (("typed", "'"), ("curly", "’"), ("backquote", "`"), ("acute", "´")):
        yield Swap("apostrophes", name, _in_message(_apostrophes(sign)))


def _genders(language: Language, words: Mapping[str, Mapping[str, str]]) -> Iterator[Swap]:
    for name, turned in (("to feminine", False), ("to masculine", True)):
        alone, own = (
            {b: a for a, b in words[part].items()} if turned else dict(words[part])
            for part in ("alone", "own")
        )
        change = _everywhere(_worded(alone)) if language == "fr" else _everywhere(_english(alone))
        yield Swap("gender", f"people {name}", change)
        if own:
            yield Swap("gender", f"writer {name}", _in_message(_owned(own)))


def _inclusive(language: Language, words: Mapping[str, Mapping[str, str]]) -> Iterator[Swap]:
    if language == "en":
        yield Swap("inclusive", "singular they", _everywhere(_worded(words["en"])))
    else:
        yield Swap("inclusive", "people", _everywhere(_worded(words["alone"])))
        yield Swap("inclusive", "writer", _in_message(_owned(words["own"])))


def _everywhere(change: Change) -> Callable[[Rated], Rated]:
    """The change in message and context alike."""

    def swap(rated: Rated) -> Rated:
        known = rated.context.model_dump()
        said = {
            key: change(value) if isinstance(value, str) else value for key, value in known.items()
        }
        context = type(rated.context).model_validate(said)
        return replace(_in_message(change)(rated), context=context)

    return swap


def _in_message(change: Change) -> Callable[[Rated], Rated]:
    """The change in body and subject alone."""

    def swap(rated: Rated) -> Rated:
        subject = rated.draft.subject
        said = {
            "text": change(rated.draft.text),
            "subject": change(subject) if subject else subject,
        }
        return replace(rated, draft=rated.draft.model_copy(update=said))

    return swap


def _worded(words: Mapping[str, str]) -> Change:
    """Whole words for others, all at once; a word left out takes its space along."""
    longest = sorted(words, key=len, reverse=True)
    forms = "|".join(re.escape(word) for word in longest)
    pattern = re.compile(rf"(?<![\w'’-])(?:{forms})(?![\w·(-])( ?)")
    if any(word.endswith(("'", "’")) for word in longest):
        pattern = re.compile(rf"(?<![\w-])(?:{forms})(?:(?<=['’])|(?![\w'’·(-]))( ?)")

    def change(text: str) -> str:
        def swapped(match: re.Match[str]) -> str:
            space = match.group(1)
            new = words[match.group()[: len(match.group()) - len(space)]]
            return f"{new}{space}" if new else ""

        return pattern.sub(swapped, text)

    return change


def _english(words: Mapping[str, str]) -> Change:
    """English pronouns; "her" before a word is "his", else "him"."""
    plain = _worded({k: v for k, v in words.items() if k != "her"})
    if "her" not in words:
        return plain

    def change(text: str) -> str:
        text = re.sub(
            r"\bher(?= (?!to\b|and\b|but\b|that\b|in\b|at\b|on\b|by\b|for\b)\w)", "his", text
        )
        return plain(re.sub(r"\bher\b", "him", text))

    return change


def _owned(words: Mapping[str, str]) -> Change:
    """Words about the writer, soon after « je » or « me »."""
    forms = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    pattern = re.compile(rf"({_OWN})({forms})(?![\w'’(·-])")
    return lambda text: pattern.sub(lambda m: m.group(1) + words[m.group(2)], text)


def _bare(text: str) -> str:
    parts = unicodedata.normalize("NFD", text.replace("œ", "oe").replace("Œ", "Oe"))
    return "".join(char for char in parts if not unicodedata.combining(char))


def _bare_capitals(text: str) -> str:
    return "".join(_bare(char) if char.isupper() else char for char in text)


def _apostrophes(sign: str) -> Change:
    return lambda text: re.sub(r"(?<=\w)['’](?=\w)", sign, text)


def _renamer(first: str, family: str) -> Callable[[Rated], Rated]:
    """Reader and writer both take a name, wherever it stands."""

    def swap(rated: Rated) -> Rated:
        return _everywhere(_renamed(_names(rated), first, family))(rated)

    return swap


def _names(rated: Rated) -> dict[str, str]:
    """First (``first``) and family names of reader and writer."""
    found: dict[str, str] = {}
    if "wrong_name" in rated.flags:  # a slip in a name would no longer be one
        return found
    signed = read(rated.draft).zone_text("signature").strip().splitlines()[:1]
    for person in (rated.context.recipient, *signed):
        words = [word for word in (person or "").split() if word[:1].isupper()]
        titled = bool(words) and words[0].rstrip(".") in _TITLES
        words = [w.strip(",") for w in words if w.rstrip(".") not in _TITLES and len(w) > 2]
        if not words or any(w[:1].islower() for w in (person or "").split()) or len(words) > 3:
            continue
        kinds = ["family"] if titled and len(words) == 1 else ["first", *["family"] * len(words)]
        found |= {word: kind for word, kind in zip(words, kinds, strict=False) if word not in found}
    return found


_TITLES = {
    "Mr",
    "Ms",
    "Mrs",
    "Miss",
    "Dr",
    "Dre",
    "M",
    "Mme",
    "Lord",
    "Recruitment",
    "Harbour",
    "The",
}


def _renamed(names: Mapping[str, str], first: str, family: str) -> Change:
    new = {name: first if kind == "first" else family for name, kind in names.items()}
    if not new:
        return lambda text: text
    forms = "|".join(re.escape(word) for word in sorted(new, key=len, reverse=True))
    pattern = re.compile(rf"(?:\b(?P<elided>[dD]|[qQ]u)['’])?(?<![\w-])(?P<name>{forms})(?![\w-])")

    def swapped(match: re.Match[str]) -> str:
        name, elided = new[match["name"]], match["elided"]
        if not elided:
            return name
        vowel = unicodedata.normalize("NFD", name[0].lower())[0] in _VOWELS
        return f"{elided}'{name}" if vowel else f"{elided}e {name}"

    return lambda text: pattern.sub(swapped, text)
