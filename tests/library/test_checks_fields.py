"""What mends a field whose name is mistyped."""

import pytest

from followup_kit.checking.template_tests import checked, own
from followup_kit.models.template import TemplateExample
from followup_kit.rulebook.template_rules import load_template_rules

RULE = load_template_rules().by_id["template.misspelt_field"]


def edits(field: str, listed: list[str] | None = None) -> list[str]:
    """What would take the place of a mistyped field."""
    text = f"Dear {field},\n\nThank you for the hour. You told me about [one thing].\n\nBest,\nBo\n"
    example = TemplateExample(text=text, settings={"placeholders": listed} if listed else {})
    return [edit.text for problem in own(RULE, checked(example, "en")) for edit in problem.edits]


@pytest.mark.parametrize(
    ("field", "mended"),
    [
        ("{{ contact.fisrtName }}", "{{ contact.firstName }}"),
        ("*|FNMAE|*", "*|FNAME|*"),
        ("{{ prénmo }}", "{{ prenom }}"),
    ],
)
def test_only_the_wrong_word_is_changed(field: str, mended: str) -> None:
    assert edits(field) == [mended]


def test_the_name_of_the_list_is_written_as_it_is_there() -> None:
    assert edits("{{ contact.FisrtName }}", ["first_name"]) == ["{{ contact.first_name }}"]
    assert edits("%FISRT_NAME%", ["first_name"]) == ["%FIRST_NAME%"]
