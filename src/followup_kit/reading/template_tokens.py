"""A template cut into what its tool reads: fields, comments, and blocks with their branches."""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from followup_kit.reading.dialects import MACHINE
from followup_kit.reading.limits import MAX_CASES

Role = Literal["field", "comment", "open", "middle", "close", "part", "other"]

LONGEST = "{0,4000}"
"""Characters of a comment: what is longer and never ends must not be read again and again."""

_COMMENT = rf"""
      <!--.{LONGEST}?-->
    | \{{\{{!--.{LONGEST}?--\}}\}}
    | \{{\#.{LONGEST}?\#\}}
    | \{{%-?\s*comment\b[^%]{{0,200}}%\}}.{LONGEST}?\{{%-?\s*endcomment\s*-?%\}}
    | \{{\{{![^{{}}]{LONGEST}\}}\}}
    | ^[ \t]*\#[ \t]*followup-kit:[^\r\n]*
"""
_TOKEN = re.compile(
    rf"(?xsm) (?P<comment>{_COMMENT}) | (?P<machine>{MACHINE})",
)
_BLOCK = re.compile(r"\{%[-~+]?\s*(?P<word>\w+)")
_MUSTACHE = re.compile(r"\{\{\{?~?\s*(?P<sign>[#^/>&]?)\s*(?P<word>[^\s}|~]*)")
_MERGE = re.compile(r"\*\|(?P<word>IF|ELSEIF|ELSE|END|IFNOT)\s*:")
_HEX = re.compile(r"%[0-9A-Fa-f]{2}%?\Z")
_EDGES = "{}%$!*|<>#[]~&^/ \t-+"
_MIDDLES = frozenset({"else", "elif", "elsif", "elseif", "when"})
_PARTS = frozenset({"include", "extends", "render", "partial", "layout", "section", "module"})
"""Tags that take in a part of the message from another file."""
_OPENERS = frozenset(
    "if unless for each case with block macro filter call raw ifchanged capture autoescape".split()  # noqa: SIM905
)


@dataclass(frozen=True, slots=True)
class Token:
    """One piece of a template that its tool reads.

    Attributes:
        word: of a field its expression, of a block its name.
    """

    role: Role
    start: int
    end: int
    text: str
    word: str = ""


def template_tokens(text: str) -> tuple[Token, ...]:
    """Find what a template tool would read; what only a person would fill in is none of it.

    Args:
        text: the source of a template, or its plain text.
    """
    return tuple(_tokens(text))


def _tokens(text: str) -> Iterator[Token]:
    for match in _TOKEN.finditer(text):
        start, end, run = match.start(), match.end(), match.group()
        if match["comment"] is not None:
            yield Token("comment", start, end, run)
        elif not _HEX.match(run):
            role, word = _role(run)
            yield Token(role, start, end, run, word)


def _role(run: str) -> tuple[Role, str]:
    """What a field's signs say it is, with its word."""
    if block := _BLOCK.match(run):
        return _of_block(block["word"])
    if merge := _MERGE.match(run):
        word = merge["word"]
        return ("close" if word == "END" else "middle" if word.startswith("ELSE") else "open"), "if"
    if run.startswith("{{") and (mustache := _MUSTACHE.match(run)):
        sign, word = mustache["sign"], mustache["word"]
        if word == "else" or (sign == "^" and not word):
            return "middle", "else"
        signs: dict[str, Role] = {"#": "open", "^": "open", "/": "close", ">": "part"}
        if sign in signs:
            return signs[sign], word
    return "field", run.strip(_EDGES).split("|")[0].strip(_EDGES)


def _of_block(word: str) -> tuple[Role, str]:
    if word.startswith("end"):
        return "close", word.removeprefix("end")
    if word in _MIDDLES:
        return "middle", word
    if word in _PARTS:
        return "part", word
    return ("open" if word in _OPENERS else "other"), word


@dataclass(frozen=True, slots=True)
class Branch:
    """A stretch that stands there only in one of several cases, the first being 0."""

    case: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Blocks:
    """The blocks of a template.

    Attributes:
        branches: of each block with more than one case; the last case stands for all above it.
        unpaired: tags that open or close nothing.
    """

    branches: tuple[tuple[Branch, ...], ...]
    unpaired: tuple[Token, ...]

    @property
    def cases(self) -> int:
        """How many times the template must be read to see every branch once, within reason."""
        return min(max((len(block) for block in self.branches), default=1), MAX_CASES)

    def left_out(self, case: int) -> tuple[tuple[int, int], ...]:
        """The stretches that do not stand there in a case, none inside another."""
        stretches = sorted(
            (branch.start, branch.end)
            for block in self.branches
            for branch in block
            if branch.case != min(case, len(block) - 1)
        )
        left: list[tuple[int, int]] = []
        for start, end in stretches:
            if not left or end > left[-1][1]:
                left.append((start, end))
        return tuple(left)


def blocks_of(tokens: Sequence[Token]) -> Blocks:
    """Pair the tags of blocks, and tell their branches."""
    open_tags: list[list[Token]] = []
    branches: list[tuple[Branch, ...]] = []
    unpaired: list[Token] = []
    for token in tokens:
        if token.role == "open":
            open_tags.append([token])
        elif token.role == "middle" and open_tags:
            open_tags[-1].append(token)
        elif token.role == "close" and open_tags and _pair(open_tags[-1][0], token):
            tags = [*open_tags.pop(), token]
            branches += [_branches(tags)] if len(tags) > 2 else []  # noqa: PLR2004 (open, close)
        elif token.role in ("middle", "close"):
            unpaired.append(token)
    unpaired += [tags[0] for tags in open_tags]
    return Blocks(tuple(branches), tuple(sorted(unpaired, key=lambda token: token.start)))


def _pair(opening: Token, closing: Token) -> bool:
    return opening.word.casefold() == closing.word.casefold() or not closing.word


def _branches(tags: Sequence[Token]) -> tuple[Branch, ...]:
    """The stretches between the tags of one block; what stands before a first ``when`` is none."""
    cases = tags if tags[0].word != "case" else tags[1:]
    return tuple(
        Branch(number, before.end, after.start)
        for number, (before, after) in enumerate(itertools.pairwise(cases))
    )
