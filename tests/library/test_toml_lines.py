"""The line of a key, in every way TOML has to write it."""

import pytest

from followup_kit.library.toml_lines import Place, line_of

TEXT = """\
top = 1
a.b = 2
"quoted key" = 3
many = [
  "x",
  ["y"],
]
[table] # said
inside = 1
'sub.key' = { deep = 1 }

[[list]]
x = 1
[[list]]
x = 2
[list.under]
y = 3
[[list.more]]
z = 4
"""


@pytest.mark.parametrize(
    ("place", "line"),
    [
        (("top",), 1),
        (("a", "b"), 2),
        (("quoted key",), 3),
        (("many",), 4),
        (("table",), 8),
        (("table", "inside"), 9),
        (("table", "sub.key", "deep"), 10),
        (("table", "gone"), 8),
        (("list", 0, "x"), 13),
        (("list", 1, "x"), 15),
        (("list", 1, "under", "y"), 17),
        (("list", 1, "more", 0, "z"), 19),
        (("list", 1, "gone"), 14),
        (("gone",), None),
    ],
)
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_a_key_is_found_or_the_nearest_above_it(
    place: Place, line: int | None, ending: str
) -> None:
    assert line_of(TEXT.replace("\n", ending), place) == line
