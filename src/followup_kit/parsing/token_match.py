"""The French model's rule for words that stay whole, in a form that compiles forty times faster.

The rule is one alternation of 266 patterns (``^anti[-–]…$``, ``^arcs?[-–]…$``) and each repeats
classes of about 3,000 characters, 1.45 million in all. Alternatives that begin and end alike can
share those classes: ``^(?:anti[-–]|arcs?[-–]|…)…$`` matches the same words.
"""

import re

_OPENING, _BETWEEN, _CLOSING = "(?iu)(?:^", "$)|(?:^", "$)"
_BIG_CLASS = r"\[[^\]]{500,}\]"
_SHAPE = re.compile(rf"((?:{_BIG_CLASS}\+)?)(.*?)({_BIG_CLASS}.*)")


def factored(pattern: str) -> str:
    """Rewrite the rule so that alternatives share their big classes.

    Args:
        pattern: ``(?iu)(?:^…$)|(?:^…$)``, each alternative an optional big class, something of
            its own, and a big class with what follows.

    Returns:
        A pattern whose ``match`` holds for the same strings.
    """
    inner = pattern.removeprefix(_OPENING).removesuffix(_CLOSING)
    own: dict[tuple[str, str], list[str]] = {}
    for alternative in inner.split(_BETWEEN):
        shape = _SHAPE.fullmatch(alternative)
        head, middle, tail = shape.groups() if shape else ("", alternative, "")
        own.setdefault((head, tail), []).append(middle)
    groups = [f"^{head}(?:{'|'.join(middles)}){tail}$" for (head, tail), middles in own.items()]
    return "(?iu)" + "|".join(groups)
