"""The golden listing, and the schema of SARIF as a package carries it."""

import json
import subprocess
import tarfile
from typing import Any

import pytest

from followup_kit.models.listing import Listing
from tests.rendering.listing.goldens import LISTING, SOURCES

_PACKAGE = "@microsoft/jest-sarif@1.0.0-beta.0"
_SCHEMA = "package/lib/schemas/sarif-2.1.0-rtm.5.json"


@pytest.fixture
def listing() -> Listing:
    """Three files that were judged, one clean, and one that was not."""
    return LISTING


@pytest.fixture
def sources() -> dict[str, str]:
    """The texts of those that were judged."""
    return dict(SOURCES)


@pytest.fixture(scope="session")
def sarif_schema(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The JSON schema of SARIF 2.1.0."""
    folder = tmp_path_factory.mktemp("sarif")
    packed = subprocess.run(
        ["npm", "pack", "--silent", _PACKAGE],  # noqa: S607  (wherever npm is)
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
    )
    with tarfile.open(folder / packed.stdout.split()[-1]) as archive:
        schema = archive.extractfile(_SCHEMA)
        assert schema
        return json.load(schema)
