"""Taking turns: every contestant once a round, so that a slow minute of the machine hits all."""

from collections.abc import Callable, Mapping
from statistics import median
from time import perf_counter


def take_turns(
    contestants: Mapping[str, Callable[[], object]], rounds: int
) -> dict[str, list[float]]:
    """Run each contestant once a round after one round that does not count; gives seconds."""
    seconds: dict[str, list[float]] = {name: [] for name in contestants}
    for number in range(rounds + 1):
        for name, run in contestants.items():
            start = perf_counter()
            run()
            if number:
                seconds[name].append(perf_counter() - start)
    return seconds


def ratio(upper: list[float], lower: list[float]) -> tuple[float, float, float]:
    """Median, least and greatest of the ratios of the rounds."""
    ratios = [above / below for above, below in zip(upper, lower, strict=True)]
    return median(ratios), min(ratios), max(ratios)


def ratio_line(what: str, upper: list[float], lower: list[float], budget: str) -> str:
    """One line of a table of ratios."""
    middle, least, greatest = ratio(upper, lower)
    return f"  {what:<58} {middle:6.2f}  ({least:.2f} to {greatest:.2f})  {budget}"
