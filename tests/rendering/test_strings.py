"""The kit's own sentences: all that is said exists, and all that exists is said."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import followup_kit
from followup_kit.models.base import DIMENSIONS, LANGUAGES
from followup_kit.rendering.view import shipped_strings
from followup_kit.rulebook.book import RuleBook

PACKAGE = Path(followup_kit.__file__).parent
TEMPLATE_TEXT = re.compile(r"([\"'])(?P<text>[a-z_]+\.[a-z_.]*)\1(?P<completed> *~)?")
NAMED_APART = frozenset(["title."])
"""Beginnings whose ends stand as texts of their own in the same file (heads of tables)."""


def texts(path: Path) -> Iterator[tuple[str, bool]]:
    """Every literal text of a source, and whether the code completes it (f-strings)."""
    if path.suffix == ".j2":
        for found in TEMPLATE_TEXT.finditer(path.read_text(encoding="utf-8")):
            yield found["text"], bool(found["completed"])
        return
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.JoinedStr) and node.values:
            first = node.values[0]
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield first.value, True
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value, False


def said() -> tuple[set[str], set[str]]:
    """Keys that the sources name, and beginnings of keys that they complete."""
    families = {key.split(".")[0] for key in shipped_strings()}
    exact: set[str] = set()
    beginnings: set[str] = set()
    for path in (*PACKAGE.rglob("*.py"), *PACKAGE.rglob("*.j2")):
        found = list(texts(path))
        for text, completed in found:
            if text.split(".")[0] not in families or not re.fullmatch(
                r"[a-z_]+\.[a-z0-9_.]*", text
            ):
                continue
            if completed and text in NAMED_APART:
                exact |= {text + end for end, whole in found if not whole and end.isidentifier()}
            elif completed:
                beginnings.add(text)
            else:
                exact.add(text)
    return exact, beginnings


def keys(asked: ast.expr) -> Iterator[tuple[str, bool]]:
    """The keys that an argument of ``say`` may be, and whether each is only a beginning."""
    if isinstance(asked, ast.IfExp):
        yield from (*keys(asked.body), *keys(asked.orelse))
    elif isinstance(asked, ast.JoinedStr):
        yield from ((key, True) for key, _ in keys(asked.values[0]))
    elif isinstance(asked, ast.Constant) and isinstance(asked.value, str):
        yield asked.value, False


def calls_of_say() -> Iterator[tuple[str, ast.expr]]:
    """What each call of a method ``say`` asks for, with the file it stands in."""
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(func=ast.Attribute(attr="say"), args=[asked, *_]):
                    yield path.name, asked


def test_every_key_that_the_code_says_exists() -> None:
    known = shipped_strings()
    asked = [(file, *key) for file, call in calls_of_say() for key in keys(call)]
    assert len(asked) > 40
    for file, key, beginning in asked:
        found = any(k.startswith(key) for k in known) if beginning else key in known
        assert found, f"{file}: {key}"


def test_every_key_that_a_template_says_exists() -> None:
    templates = list(PACKAGE.rglob("*.j2"))
    assert templates
    for path in templates:
        text = path.read_text(encoding="utf-8")
        keys = re.findall(r"\bsay\([\"']([a-z_.]+)[\"']", text)
        keys += re.findall(r"\bsay\([^)]* else [\"']([a-z_.]+)[\"']", text)
        assert keys
        known = shipped_strings()
        assert [k for k in keys if not any(key.startswith(k) for key in known)] == []


def test_every_sentence_is_said_somewhere() -> None:
    exact, beginnings = said()
    silent = [
        key
        for key in shipped_strings()
        if key not in exact and not key.startswith(tuple(beginnings))
    ]
    assert silent == []


def test_dimensions_are_called_as_in_the_rubric(book: RuleBook) -> None:
    for name in DIMENSIONS:
        for language in LANGUAGES:
            title = book.rubric.dimensions[name].title.in_(language)
            assert book.say(f"dimension.{name}", language) == title


def test_every_notice_of_reading_has_its_sentence() -> None:
    codes = {
        text
        for path in (PACKAGE / "reading").glob("*.py")
        for text, _ in texts(path)
        if re.fullmatch(r"reading\.[a-z_]+", text)
    }
    assert codes
    assert {f"notice.{code}" for code in codes} <= set(shipped_strings())
