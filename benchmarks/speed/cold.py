"""Whole processes, from the command line to the exit."""

import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median

from benchmarks.judgement.golden import load
from benchmarks.speed.measure import ratio_line, take_turns
from followup_kit.models.base import LANGUAGES, Language
from followup_kit.parsing.installed import find_model

_PARSE = """
import sys
from followup_kit.parsing.pipelines import load_pipeline
load_pipeline(sys.argv[1])(open(sys.argv[2], encoding="utf-8").read())
"""
_SPACY = """
import sys, spacy
spacy.load(sys.argv[1], exclude=["ner"])(open(sys.argv[2], encoding="utf-8").read())
"""
_NO_SPACY = "import followup_kit, sys; sys.exit('spacy' in sys.modules)"
_BOTH = """
import resource, sys
from followup_kit.parsing.pipelines import load_pipeline
for language in sys.argv[1:]:
    load_pipeline(language)("Un mot. A word.")
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, file=sys.stderr)
"""
_CLEAN = (0, 1)
"""Exit codes of a score: clean, or findings at the level asked for."""


def report(folder: Path, rounds: int) -> Iterator[str]:
    """Time whole processes and give the lines of their table.

    Args:
        folder: where the messages to score may be written.
        rounds: how often each is run.
    """
    commands = _commands(folder)
    runs = {name: lambda command=command: _run(command) for name, command in commands.items()}
    seconds = take_turns(runs, rounds)
    yield f"Cold, whole processes, medians of {rounds} rounds:"
    for name, taken in seconds.items():
        yield f"  {name:<58} {1000 * median(taken):6.0f} ms"
    yield "  ratios:"
    for upper, lower, budget in (
        ("score, fr", "score, en", "at most 1.6"),
        ("load and parse, fr", "load and parse, en", "at most 1.6"),
        ("score, en", "spaCy without ner, en", "at most 1.2"),
        ("score, fr", "spaCy without ner, fr", ""),
    ):
        yield ratio_line(f"{upper} / {lower}", seconds[upper], seconds[lower], budget)
    resident = _run([sys.executable, "-c", _BOTH, *LANGUAGES]).strip()
    yield f"  both languages loaded: {resident} MB resident; budget 450 (as Linux counts)"
    yield f"  --help imports spaCy: {'yes' if _help_imports_spacy() else 'no'}"


def _commands(folder: Path) -> dict[str, list[str]]:
    files = {language: _message(folder, language) for language in LANGUAGES}
    commands = {
        "python -c pass": ["-c", "pass"],
        "import followup_kit (without spaCy)": ["-c", _NO_SPACY],
        "followup_kit --help": ["-m", "followup_kit", "--help"],
    }
    for language, file in files.items():
        package = find_model(language).package
        commands[f"load and parse, {language}"] = ["-c", _PARSE, language, file]
        commands[f"score, {language}"] = ["-m", "followup_kit", "score", file]
        commands[f"spaCy without ner, {language}"] = ["-c", _SPACY, package, file]
    return {name: [sys.executable, *arguments] for name, arguments in commands.items()}


def _message(folder: Path, language: Language) -> str:
    """A file that holds the first golden message of a language."""
    text = next(rated.draft.text for rated in load() if rated.language == language)
    path = folder / f"{language}.txt"
    path.write_text(text, encoding="utf-8")
    return str(path)


def _run(command: Sequence[str]) -> str:
    """Run a command; gives what it wrote to stderr.

    Raises:
        RuntimeError: it failed.
    """
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode not in (_CLEAN if "score" in command else _CLEAN[:1]):
        raise RuntimeError(f"{' '.join(command[1:4])} failed: {done.stderr[-500:]}")
    return done.stderr


def _help_imports_spacy() -> bool:
    traced = _run([sys.executable, "-X", "importtime", "-m", "followup_kit", "--help"])
    return any(line.endswith(" spacy") for line in traced.splitlines())
