"""Fields of loops are named after what is looped over."""

import pytest

from followup_kit.reading.loops import named_by_loops
from followup_kit.reading.template_tokens import template_tokens


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("{{#each topics}}{{this}} {{.}} {{name}} {{../a}}{{/each}} {{this}}", ["topics", "topics", "name", "../a", "this"]),
        ("{{#each takeaways}}{{this.said}}{{/each}}", ["takeaways.said"]),
        ("{{#each a.topics as |t|}}{{t}}{{/each}}", ["a.topics"]),
        ("{% for t in topics %}{{ t }}{% endfor %}{{ t }}", ["topics", "t"]),
        ("{% for t in topics %}{% if t.said %}{{ t.said | upper }}{% endif %}{% endfor %}", ["topics.said"]),
        ("{% for a in b %}{% for c in d %}{{ a }}{{ c }}{% endfor %}{% endfor %}", ["b", "d"]),
        ("{% endfor %}{{ t }}{% for t in %}{{ t }}", ["t", "t"]),
    ],
)  # fmt: skip
def test_a_field_of_a_loop_is_one_of_many(text: str, names: list[str]) -> None:
    tokens = named_by_loops(template_tokens(text))
    assert [token.word for token in tokens if token.role == "field"] == names
