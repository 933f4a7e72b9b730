"""``python -m benchmarks.judgement``: how the kit agrees with the golden set's raters.

The set is synthetic, its raters are language models: agreement is with them, not with people.
"""

import argparse

from benchmarks.judgement.golden import FOLDS, load, without_notes
from benchmarks.judgement.observe import observe
from benchmarks.judgement.tables import agreement, proof
from benchmarks.judgement.write import calibrate
from followup_kit.scorer import Scorer


def main() -> None:
    """Print the tables; with --calibrate, fit on all messages and write the numbers to rules/."""
    parser = argparse.ArgumentParser(prog="benchmarks.judgement", description=__doc__)
    parser.add_argument("--calibrate", action="store_true", help="write fitted numbers to rules/")
    arguments = parser.parse_args()
    messages, scorer = load(), Scorer()
    bare = without_notes(messages)
    observed = observe([*messages, *bare], scorer)
    if arguments.calibrate:
        calibrate([*messages, *bare], observed, scorer.book)
        scorer = Scorer()
        observed = observe([*messages, *bare], scorer)
    print(f"{len(messages)} messages, written and rated by language models, not by people.")
    print(f"{len(scorer.book.rules)} rules. Kappa is quadratic weighted; cv is {FOLDS}-fold.\n")
    for line in (*agreement(messages, bare, observed, scorer.book), "", *proof(messages, observed)):
        print(line)


if __name__ == "__main__":
    main()
