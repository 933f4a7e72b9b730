"""``python -m benchmarks.speed``: cold start and throughput, as ratios of one run.

Only ratios within one run mean anything; absolute figures are of the machine it ran on.
"""

import argparse
import tempfile
from pathlib import Path

from benchmarks.speed import cold, warm


def main() -> None:
    """Print the tables, both or the one asked for."""
    parser = argparse.ArgumentParser(prog="benchmarks.speed", description=__doc__)
    parser.add_argument("--only", choices=["cold", "warm"], help="one of the two tables")
    parser.add_argument("--rounds", type=int, default=5, help="rounds that count (5)")
    arguments = parser.parse_args()
    if arguments.only != "warm":
        with tempfile.TemporaryDirectory() as folder:
            for line in cold.report(Path(folder), arguments.rounds):
                print(line)
    if arguments.only != "cold":
        for line in warm.report(arguments.rounds):
            print(line)


if __name__ == "__main__":
    main()
