"""``python -m benchmarks.speed``: cold start, throughput and libraries, as ratios of one run.

Only ratios within one run mean anything; absolute figures are of the machine it ran on.
"""

import argparse
import tempfile
from pathlib import Path

from benchmarks.speed import cold, library, warm


def main() -> None:
    """Print the tables, all or the one asked for."""
    parser = argparse.ArgumentParser(prog="benchmarks.speed", description=__doc__)
    parser.add_argument("--only", choices=["cold", "warm", "library"], help="one of the tables")
    parser.add_argument("--rounds", type=int, default=5, help="rounds that count (5)")
    arguments = parser.parse_args()
    if arguments.only in (None, "cold"):
        with tempfile.TemporaryDirectory() as folder:
            for line in cold.report(Path(folder), arguments.rounds):
                print(line)
    if arguments.only in (None, "warm"):
        for line in warm.report(arguments.rounds):
            print(line)
    if arguments.only in (None, "library"):
        with tempfile.TemporaryDirectory() as folder:
            for line in library.report(Path(folder), arguments.rounds):
                print(line)


if __name__ == "__main__":
    main()
