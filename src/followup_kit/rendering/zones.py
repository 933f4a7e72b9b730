"""What of a message is shown, and what is a quoted thread, in the order of the text."""

from collections.abc import Callable, Iterator, Sequence

from followup_kit.models.report import ZoneSpan

Place = Callable[[ZoneSpan], tuple[int, int]]
"""Where a zone stands in what is shown."""


def stretches(
    zones: Sequence[ZoneSpan], place: Place, length: int
) -> Iterator[tuple[int, int, bool]]:
    """Start, end, and whether it is quoted; mail headers and subjects are left out.

    Args:
        zones: those of the report.
        place: where each stands in what is shown.
        length: of what is shown.
    """
    kept = [zone for zone in zones if zone.zone not in ("subject", "header")]
    if not kept:
        yield 0, length, False
        return
    at, _ = place(kept[0])
    for zone in kept:
        start, end = place(zone)
        if zone.zone == "quoted":
            if at < start:
                yield at, start, False
            yield start, end, True
            at = end
    _, last = place(kept[-1])
    if at < last:
        yield at, last, False
