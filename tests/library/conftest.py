"""What tests of libraries share: one judge a session, libraries in memory, folders with rights."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import pytest

from followup_kit.library.cache import Cache
from followup_kit.library.files import TemplateFile
from followup_kit.library.run import Check, judge_of, run
from followup_kit.library.settings import Settings
from followup_kit.models.listing import Listed, Listing

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


Checked = Callable[..., Listing]


@pytest.fixture(scope="session")
def check() -> Checked:
    """Check a library given as texts by path, with settings by their Python names."""
    judge = judge_of((), "en")

    def checked(
        texts: Mapping[str, str | bytes],
        *,
        named: set[str] | None = None,
        before: Mapping[str, int] | None = None,
        keeper: Cache | None = None,
        **settings: Any,
    ) -> Listing:
        asked = Settings(**settings)
        files = [
            TemplateFile(path, asked, text.encode() if isinstance(text, str) else text)
            for path, text in sorted(texts.items())
        ]
        return run(
            Check(
                files=files,
                named=texts.keys() if named is None else named,
                judge=judge,
                speaks="en",
                duplicates=asked.duplicates,
                before=before or {},
            ),
            keeper or Cache(),
        )

    return checked


@pytest.fixture(scope="session")
def check_one(check: Checked) -> Callable[..., Listed]:
    """Check one template alone."""

    def checked(text: str | bytes, path: str = "t.md", **asked: Any) -> Listed:
        return check({path: text}, **asked).files[0]

    return checked
