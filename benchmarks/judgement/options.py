"""Options of ``python -m benchmarks.judgement``."""

import argparse
from pathlib import Path

from benchmarks.judgement.others import FOLDER
from followup_kit.models.base import DIMENSIONS, LANGUAGES


def parser() -> argparse.ArgumentParser:
    """What may be asked."""
    made = argparse.ArgumentParser(
        prog="benchmarks.judgement",
        description="How the kit agrees with raters (language models, not people).",
        epilog="Without options: the tables of agreement, evidence and flags.",
    )
    what = made.add_mutually_exclusive_group()
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
        "--against",
        nargs="?",
        const="HEAD",
        metavar="REV",
        help="show what changes between a revision (HEAD) and the working tree as it is",
    )
    what.add_argument(
        "--calibrate", action="store_true", help="write fitted numbers to rules/, then the tables"
    )
    narrow = made.add_argument_group("with --misses")
    narrow.add_argument("--language", choices=LANGUAGES, help="only messages in this language")
    narrow.add_argument("--dimension", choices=DIMENSIONS, help="only this dimension")
    narrow.add_argument(
        "--set",
        default="golden",
        choices=("golden", "read", "unread"),
        help="golden (cross-validated) or read: other authors (shipped numbers); unread is refused",
    )
    made.add_argument(
        "--others",
        type=Path,
        default=FOLDER,
        metavar="FOLDER",
        help="where other authors' messages lie (benchmarks/judgement/others)",
    )
    return made


def _count(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text)):
        raise argparse.ArgumentTypeError(f"a whole number from 1 expected, not {text!r}")
    return int(text)
