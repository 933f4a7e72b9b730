"""One thread for the matrix library while a pipeline runs, and the host's own number afterwards.

The matrices of the small models are so small that more threads mostly wait for each other: on two
idle cores two threads read a sixth more messages a second, but with one other busy process half
as many, at times a tenth.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from threading import Lock

from threadpoolctl import ThreadpoolController

_running = Lock()


@contextmanager
def one_thread() -> Iterator[None]:
    """Hold the matrix library to one thread within the block, which one caller enters at a time.

    The number is the whole process's, so two callers that set and restore it in turns could leave
    it changed; and pipelines are not made to be run by several threads at once.
    """
    with _running, _controller().limit(limits=1, user_api="blas"):
        yield


@cache
def _controller() -> ThreadpoolController:
    """Made when the matrix library is loaded, and once: finding it takes some milliseconds."""
    return ThreadpoolController()
