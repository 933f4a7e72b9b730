"""``python -m benchmarks.judgement``: how the kit agrees with the golden set's raters.

The set is synthetic, its raters are language models: agreement is with them, not with people.
"""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.judgement.craft_worth import craft_table
from benchmarks.judgement.crossing import crossed, tallies
from benchmarks.judgement.golden import FOLDS, Rated, load, without_notes
from benchmarks.judgement.misses import misses
from benchmarks.judgement.misses_text import KEY, shown
from benchmarks.judgement.observe import observe
from benchmarks.judgement.others import FOLDER, load_others
from benchmarks.judgement.others_table import others
from benchmarks.judgement.rules_worth import rules_worth, worth_table
from benchmarks.judgement.tables import agreement, proof
from benchmarks.judgement.write import calibrate
from followup_kit.models.base import DIMENSIONS, LANGUAGES
from followup_kit.scorer import Scorer


def main(arguments: Sequence[str] | None = None) -> None:
    """Print what is asked for; without options, the tables."""
    asked = _parser().parse_args(arguments)
    if asked.misses is not None:
        lines = _misses(asked)
    elif asked.rules:
        lines = _rules()
    else:
        if asked.calibrate:
            _calibrate()
        lines = _tables(asked.others)
    for line in lines:
        print(line, flush=True)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="benchmarks.judgement",
        description="How the kit agrees with raters (language models, not people).",
        epilog="Without options: the tables of agreement, evidence and flags.",
    )
    what = parser.add_mutually_exclusive_group()
    what.add_argument(
        "--misses",
        nargs="?",
        const=3,
        type=_count,
        metavar="N",
        help="show the N (3) most wrong levels of each dimension and language",
    )
    what.add_argument(
        "--rules", action="store_true", help="show what each rule is worth, the most worth first"
    )
    what.add_argument(
        "--calibrate", action="store_true", help="write fitted numbers to rules/, then the tables"
    )
    narrow = parser.add_argument_group("with --misses")
    narrow.add_argument("--language", choices=LANGUAGES, help="only messages in this language")
    narrow.add_argument("--dimension", choices=DIMENSIONS, help="only this dimension")
    narrow.add_argument(
        "--set",
        default="golden",
        choices=("golden", "read", "unread"),
        help="golden (cross-validated) or read: other authors (shipped numbers); unread is refused",
    )
    parser.add_argument(
        "--others",
        type=Path,
        default=FOLDER,
        metavar="FOLDER",
        help="where other authors' messages lie (benchmarks/judgement/others)",
    )
    return parser


def _count(text: str) -> int:
    if not text.isdigit() or not int(text):
        raise argparse.ArgumentTypeError(f"a whole number from 1 expected, not {text!r}")
    return int(text)


def _tables(folder: Path) -> Iterator[str]:
    messages, scorer = load(), Scorer()
    bare, strangers = without_notes(messages), load_others(folder)
    observed = observe([*messages, *bare], scorer)
    yield f"{len(messages)} messages, written and rated by language models, not by people."
    yield f"{len(scorer.book.rules)} rules. Kappa is quadratic weighted; cv is {FOLDS}-fold."
    yield ""
    yield from agreement(messages, bare, observed, scorer.book)
    yield ""
    yield from others(strangers, observe(strangers, scorer), scorer.book)
    yield ""
    yield from proof(messages, observed)


def _misses(asked: argparse.Namespace) -> Iterator[str]:
    if asked.set == "unread":
        raise SystemExit("messages of the unread set are not to be read, only measured")
    golden, scorer = load(), Scorer()
    every: list[Rated] = [*golden, *without_notes(golden)]
    looked_at = golden
    if asked.set == "read":
        every = looked_at = [r for r in load_others(asked.others) if r.source == "read"]
    observed = observe(every, scorer)
    fits = crossed(every, observed.seens, scorer.book) if asked.set == "golden" else {}
    given = tallies(looked_at, fits, observed.seens, scorer.book)
    yield KEY
    for language in [asked.language] if asked.language else LANGUAGES:
        mine = [rated for rated in looked_at if rated.language == language]
        for dimension in [asked.dimension] if asked.dimension else DIMENSIONS:
            found = misses(mine, given, fits, scorer.book.rubric, dimension)
            yield f"\n{language} {dimension}: {len(found)} of {len(mine)} levels are wrong\n"
            for miss in found[: asked.misses]:
                yield from shown(miss, observed)


def _rules() -> Iterator[str]:
    messages, scorer = load(), Scorer()
    bare = without_notes(messages)
    observed = observe([*messages, *bare], scorer)
    yield from worth_table(rules_worth(messages, bare, observed, scorer.book))
    yield ""
    yield from craft_table(messages, observed, scorer.book)


def _calibrate() -> None:
    golden, scorer = load(), Scorer()
    messages = [*golden, *without_notes(golden)]
    calibrate(messages, observe(messages, scorer), scorer.book)


if __name__ == "__main__":
    main()
