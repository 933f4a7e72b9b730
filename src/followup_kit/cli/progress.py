"""A bar on standard error while many messages are judged, on a terminal that shows nothing else."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from followup_kit.cli.lines import Source


@contextmanager
def progress(sources: Sequence[Source], *, to_terminal: bool) -> Iterator[Callable[[int], None]]:
    """Give what to call with the bytes of each line that is read.

    Args:
        sources: what is read; the bar knows its end when all are files.
        to_terminal: whether the results go to standard output; on a terminal, they are the bar.
    """
    if not sys.stderr.isatty() or (to_terminal and sys.stdout.isatty()):
        yield lambda _size: None
        return
    from rich import progress as bars  # noqa: PLC0415  (only a terminal needs it)
    from rich.console import Console  # noqa: PLC0415

    sizes = [source.size for source in sources]
    known = sum(size or 0 for size in sizes) if None not in sizes else None
    columns: list[bars.ProgressColumn] = [bars.BarColumn(), bars.TextColumn("{task.fields[done]}")]
    if known is not None:
        columns.append(bars.TimeRemainingColumn())
    with bars.Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=known, done=0)
        done = 0

        def advance(size: int) -> None:
            nonlocal done
            done += 1
            bar.update(task, advance=size, done=done)

        yield advance


@contextmanager
def counted() -> Iterator[Callable[[int, int], None]]:
    """Give what to call with how many files are done and how many there are; a bar on a terminal.

    The bar comes with the first call, and goes before results are shown.
    """
    if not sys.stderr.isatty():
        yield lambda _done, _total: None
        return
    from rich import progress as bars  # noqa: PLC0415  (only a terminal needs it)
    from rich.console import Console  # noqa: PLC0415

    columns = (bars.BarColumn(), bars.MofNCompleteColumn(), bars.TimeRemainingColumn())
    bar = bars.Progress(*columns, console=Console(stderr=True), transient=True)
    tasks: list[bars.TaskID] = []

    def show(done: int, total: int) -> None:
        if not tasks:
            tasks.append(bar.add_task("", total=total))
            bar.start()
        bar.update(tasks[0], completed=done)

    try:
        yield show
    finally:
        bar.stop()
