"""What the package shows, and what importing it costs."""

import subprocess
import sys

import pytest

import followup_kit


def test_all_is_sorted_and_complete() -> None:
    shown = followup_kit.__all__
    assert shown == sorted(shown)
    for name in shown:
        assert getattr(followup_kit, name) is not None


def test_what_does_not_exist_says_so() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = followup_kit.nothing


def test_importing_the_package_imports_no_spacy() -> None:
    code = "import followup_kit, sys; print('spacy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
