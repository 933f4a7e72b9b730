"""The shipped data is found and parsed once."""

import pytest

from followup_kit.data import rules_root, shipped_yaml
from followup_kit.errors import RuleFileError
from followup_kit.models.base import LANGUAGES


def test_the_rules_are_found() -> None:
    assert (rules_root() / "lexicon" / "letter_forms.yaml").is_file()


@pytest.mark.parametrize("name", ["letter_forms", "placeholder_words"])
def test_word_lists_hold_the_same_lists_in_both_languages(name: str) -> None:
    data = shipped_yaml(f"lexicon/{name}.yaml")
    assert set(data) == set(LANGUAGES)
    assert set(data["en"]) == set(data["fr"])
    for lists in data.values():
        for words in lists.values():
            assert all(isinstance(word, str) for word in words)
            assert len(set(words)) == len(words)


def test_a_missing_file_is_named_with_the_cure() -> None:
    with pytest.raises(RuleFileError, match=r"rules/none\.yaml:1:1: cannot be read .*; install"):
        shipped_yaml("none.yaml")
