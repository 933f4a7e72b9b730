"""Where the translation of a template is looked for."""

import pytest

from followup_kit.library.pairs import counterpart


@pytest.mark.parametrize(
    ("path", "pattern", "other"),
    [
        ("en/a.md", "{lang}/**", ("fr", "fr/a.md")),
        ("fr/deep/er/a.md", "{lang}/**", ("en", "en/deep/er/a.md")),
        ("templates/fr/a.md", "{lang}/**", ("en", "templates/en/a.md")),
        ("a.fr.md", "**/*.{lang}.*", ("en", "a.en.md")),
        ("x/thanks_en.md", "**/*_{lang}.md", ("fr", "x/thanks_fr.md")),
        ("x/merci.md", "{lang}/**", None),
        ("end/a.md", "{lang}/**", None),
        ("en/a.md", True, ("fr", "fr/a.md")),
        ("x/en/a.md", True, ("fr", "x/fr/a.md")),
        ("x/a.fr.md.j2", True, ("en", "x/a.en.md.j2")),
        ("x/a-en.html", True, ("fr", "x/a-fr.html")),
        ("x/token.md", True, None),
        ("en/a.md", False, None),
        ("e(n/a.md", "{lang}/**", None),
        ("en/a?.md", "{lang}/a?.md", ("fr", "fr/a?.md")),
        ("en/ab.md", "{lang}/[ab].md", None),
    ],
)
def test_a_template_and_its_translation_find_each_other(
    path: str,
    pattern: str | bool,  # noqa: FBT001  (as the setting has it)
    other: tuple[str, str] | None,
) -> None:
    assert counterpart(path, pattern) == other
    if other is not None:
        back = counterpart(other[1], pattern)
        assert back is not None
        assert back[1] == path
