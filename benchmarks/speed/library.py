"""A library of a thousand templates checked: all of it, none of it, one of it."""

import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from resource import RUSAGE_CHILDREN, getrusage
from statistics import median

from benchmarks.speed.measure import ratio_line

_TEMPLATES = 1000
_THINGS = """
oven bakery kiln ferry tannery clinic archive depot loom quay mill orchard vineyard foundry harbour
warehouse bridge school library stable greenhouse sawmill theatre dairy
"""
_TEMPLATE = """---
lang: en
---
Dear {{{{ first_name }}}},

Thank you for the hour in the {0} number {5}. You told me that [what they told you about the {1}];
since then [what you thought of it], and I read about the {2}. It was about {4}.

I want this because [why you want it]. As I understand it, the first thing is [the challenge they
named, with what makes it hard]; I would start with [what you would do first] in the {3}.

I can start on [start date]. Shall we speak on Thursday?

Kind regards,
{{{{ my_name }}}}
"""
_CHECK = ("-m", "followup_kit", "check")
_FINE = (0, 1)
_WHOLE, _UNCHANGED, _ONE, _SINCE, _MESSAGE = (
    "all of it, nothing kept",
    "unchanged",
    "one changed",
    "one changed, --changed-since HEAD, nothing kept",
    "score of one message",
)
BUDGET = 1.0
"""Seconds of processor time for an unchanged library."""


def report(folder: Path, rounds: int) -> Iterator[str]:
    """Check a library in whole processes and give the lines of their table.

    Args:
        folder: where the library may be written.
        rounds: how often each check is run, but for that of all of it, which runs once.
    """
    _write(folder)
    seconds: dict[str, list[float]] = {_WHOLE: [_processor(folder, *_CHECK)]}
    for number in range(rounds):
        seconds.setdefault(_UNCHANGED, []).append(_processor(folder, *_CHECK))
        _change(folder, number)
        seconds.setdefault(_ONE, []).append(_processor(folder, *_CHECK))
        since = (*_CHECK, "--no-cache", "--changed-since", "HEAD")
        seconds.setdefault(_SINCE, []).append(_processor(folder, *since))
        score = ("-m", "followup_kit", "score", "t0000.md")
        seconds.setdefault(_MESSAGE, []).append(_processor(folder, *score))
    yield f"A library of {_TEMPLATES} templates, processor time, medians of {rounds} rounds:"
    for name, taken in seconds.items():
        yield f"  {name:<58} {median(taken):6.2f} s"
    yield f"  budget for an unchanged one: {BUDGET:.0f} s"
    yield "  ratios:"
    whole = seconds[_WHOLE] * rounds
    yield ratio_line("all of it / unchanged", whole, seconds[_UNCHANGED], "")
    yield ratio_line("one changed / one message", seconds[_ONE], seconds[_MESSAGE], "at most 2")
    spacy = _imports_spacy(folder)
    yield f"  an unchanged library imports spaCy: {'yes' if spacy else 'no'}"


def _write(folder: Path) -> None:
    """A library of templates that differ, kept by git."""
    random = Random(1)  # noqa: S311  (no secret)
    things = _THINGS.split()
    for number in range(_TEMPLATES):
        four = [random.choice(things) for _ in range(4)]
        more = " ".join(random.choice(things) for _ in range(12))
        text = _TEMPLATE.format(*four, more, number)
        (folder / f"t{number:04}.md").write_text(text, encoding="utf-8")
    (folder / "followup-kit.toml").touch()
    who = ("-c", "user.name=benchmark", "-c", "user.email=benchmark@example.org")
    for command in (("init", "--quiet"), ("add", "*.md"), (*who, "commit", "--quiet", "-m", "x")):
        subprocess.run(["git", *command], cwd=folder, check=True)  # noqa: S607  (git on the path)


def _change(folder: Path, number: int) -> None:
    path = folder / "t0500.md"
    path.write_text(f"{path.read_text(encoding='utf-8')}\nPS: {number}\n", encoding="utf-8")


def _processor(folder: Path, *command: str) -> float:
    """Seconds of processor time that a command of Python takes, user and system."""
    before = getrusage(RUSAGE_CHILDREN)
    _run(folder, command)
    after = getrusage(RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _imports_spacy(folder: Path) -> bool:
    _run(folder, _CHECK)
    traced = _run(folder, ("-X", "importtime", *_CHECK))
    return any(line.endswith(" spacy") for line in traced.splitlines())


def _run(folder: Path, command: Sequence[str]) -> str:
    done = subprocess.run(
        [sys.executable, *command], cwd=folder, capture_output=True, text=True, check=False
    )
    if done.returncode not in _FINE:
        raise RuntimeError(f"{' '.join(command)} failed: {done.stderr[-500:]}")
    return done.stderr
