"""``python -m benchmarks.judgement``: how the kit agrees with the golden set's raters.

The set is synthetic, its raters are language models: agreement is with them, not with people.
"""

import os
import sys
from collections.abc import Sequence

from benchmarks.judgement import answers
from benchmarks.judgement.options import parser


def main(arguments: Sequence[str] | None = None) -> None:
    """Print what is asked for; without options, the tables."""
    asked = parser().parse_args(arguments)
    if asked.misses is not None:
        lines = answers.worst(asked)
    elif asked.rules:
        lines = answers.rules()
    elif asked.against:
        lines = answers.changes(asked.against, asked.others)
    else:
        if asked.calibrate:
            answers.calibrated()
        lines = answers.tables(asked.others)
    try:
        for line in lines:
            print(line, flush=True)
    except BrokenPipeError:
        # Whoever reads has seen enough, as `head` does; Python must not complain when it closes.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    main()
