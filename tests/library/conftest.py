"""What tests of libraries share: a folder in which permissions count, even for root."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

NOBODY = 65534


@contextmanager
def _humble() -> Iterator[None]:
    user = os.geteuid()
    if user == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(user)


@pytest.fixture
def humbly() -> Callable[[], AbstractContextManager[None]]:
    """What this process does within it, it does without root's rights."""
    return _humble


@pytest.fixture
def guarded() -> Iterator[Path]:
    """A folder that everybody may look into; pytest's own are for their owner alone."""
    root = Path(tempfile.mkdtemp()).resolve()
    root.chmod(0o755)
    yield root
    for folder in root.glob("**/"):
        folder.chmod(0o755)
    shutil.rmtree(root)
