"""What tests of libraries share: one judge a session, and a library in memory."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from followup_kit.library.files import TemplateFile
from followup_kit.library.run import Check, Forgetful, Keeper, judge_of, run
from followup_kit.library.settings import Settings
from followup_kit.models.listing import Listed, Listing

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
        keeper: Keeper | None = None,
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
            keeper or Forgetful(),
        )

    return checked


@pytest.fixture(scope="session")
def check_one(check: Checked) -> Callable[..., Listed]:
    """Check one template alone."""

    def checked(text: str | bytes, path: str = "t.md", **asked: Any) -> Listed:
        return check({path: text}, **asked).files[0]

    return checked
