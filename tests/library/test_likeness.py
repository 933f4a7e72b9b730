"""The format of a template is told by its name, or by what it holds."""

import pytest

from followup_kit.library.files import TemplateFile
from followup_kit.library.likeness import opened
from followup_kit.library.settings import Settings


@pytest.mark.parametrize(
    ("name", "text", "format_told"),
    [
        ("a.html.hbs", "Hi", "html"),
        ("a.md.j2", "Hi", "markdown"),
        ("a.hbs", "{{> header}}\n<p>Hi {{ name }},</p>", "html"),
        ("a.liquid", "Hi {{ name }}, 3 < 4", "text"),
        ("a.txt.j2", "<p>Hi {{ name }},</p>", "text"),
        ("a.txt", "<p>Hi {{ name }},</p>", "text"),
    ],
)
def test_what_a_template_is_read_as(name: str, text: str, format_told: str) -> None:
    file = TemplateFile(name, Settings(), text.encode())
    assert opened(file).draft.format == format_told
