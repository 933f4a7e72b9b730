"""What a field within a loop is of: in ``{{#each topics}}{{this}}``, one of the topics."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from followup_kit.reading.template_tokens import Token

_LOOP = re.compile(
    r"\{\{~?\#\s*each\s+(?P<each>[\w.]+)(?:\s+as\s+\|\s*(?P<named>\w+))?"
    r"|\{%[-~+]?\s*for\s+(?P<one>\w+)\s+in\s+(?P<many>[\w.]+)"
)


@dataclass(frozen=True, slots=True)
class _Block:
    """A block that is open: a loop over ``many``, or another, over nothing."""

    many: str = ""
    ones: tuple[str, ...] = ()


def named_by_loops(tokens: Sequence[Token]) -> Iterator[Token]:
    """Name the fields of loops after what is looped over.

    Args:
        tokens: of a template, in order.
    """
    blocks: list[_Block] = []
    for token in tokens:
        if token.role == "open":
            blocks.append(_block(token))
        elif token.role == "close" and blocks:
            blocks.pop()
        yield _named(token, blocks) if token.role == "field" else token


def _block(token: Token) -> _Block:
    loop = _LOOP.match(token.text)
    if loop is None:
        return _Block()
    if loop["each"]:
        return _Block(loop["each"], ("this", "", loop["named"] or "this"))
    return _Block(loop["many"], (loop["one"],))


def _named(token: Token, blocks: Sequence[_Block]) -> Token:
    """The field under the name of the innermost loop that it is of."""
    root, _, rest = token.word.partition(".")
    if rest.startswith("."):  # {{../company}} stands outside of the loop
        return token
    for block in reversed(blocks):
        if block.many and root in block.ones:
            return replace(token, word=f"{block.many}.{rest}" if rest else block.many)
    return token
