"""Files and standard input: what is read, what is said, what is refused and how."""

import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_kit.errors import InputError
from followup_kit.models.draft import DraftFormat
from followup_kit.reading import load, load_bytes, read
from followup_kit.reading.limits import MAX_BYTES, MAX_CHARACTERS, MAX_LINES, check_size


@pytest.mark.parametrize(
    ("name", "format"),
    [
        ("a.txt", "text"),
        ("a.md", "markdown"),
        ("a.MARKDOWN", "markdown"),
        ("a.html", "html"),
        ("a.htm", "html"),
        ("a.eml", "eml"),
        ("a", "text"),
        ("a.j2", "text"),
    ],
)
def test_the_suffix_tells_the_format(tmp_path: Path, name: str, format: DraftFormat) -> None:  # noqa: A002
    path = tmp_path / name
    path.write_text("Bonjour,\n\nOui.", encoding="utf-8")
    draft = load(path)
    assert (draft.format, draft.name, draft.channel) == (format, str(path), "email")
    assert load(str(path), format="markdown").format == "markdown"


def test_what_is_known_of_a_file_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Oui.", encoding="utf-8")
    draft = load(path, subject="Suite", channel="sms", scenario="sales", language="fr")
    assert (draft.subject, draft.channel, draft.scenario, draft.language) == (
        "Suite",
        "sms",
        "sales",
        "fr",
    )


@pytest.mark.parametrize(
    ("data", "notice"),
    [
        ("Été 5 €".encode(), None),
        (codecs.BOM_UTF8 + "Été 5 €".encode(), None),
        ("Été 5 €".encode("utf-16"), None),
        (codecs.BOM_UTF16_BE + "Été 5 €".encode("utf-16-be"), None),
        ("Été 5 €".encode("utf-32"), None),
        ("Été 5 €".encode("cp1252"), ("reading.charset_guessed", "windows-1252")),
    ],
)
def test_charsets(data: bytes, notice: tuple[str, str] | None) -> None:
    draft = load_bytes(data, "stdin")
    assert draft.text == "Été 5 €"
    assert draft.notices == ((notice,) if notice else ())


def test_bytes_that_windows_leaves_open_are_still_read() -> None:
    draft = load_bytes(b"\xc9t\xe9 \x81 et la suite de mardi", "stdin")
    assert draft.notices == (("reading.charset_guessed", "latin-1"),)
    assert draft.text.startswith("Été")


def test_a_broken_utf_16_file_is_read_as_far_as_possible() -> None:
    draft = load_bytes("Été".encode("utf-16") + b"\x00", "stdin")
    assert draft.text.startswith("Été")
    assert draft.notices == (("reading.charset_damaged", "utf-16"),)


def test_a_few_nul_bytes_are_no_reason_to_refuse() -> None:
    draft = load_bytes(b"Thank you for the tour of the laboratory.\x00", "stdin")
    assert [key for key, _ in read(draft).notices] == ["reading.control_characters"]


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7 text",
        b"PK\x03\x04 text",
        b"\xd0\xcf\x11\xe0 text",
        b"{\\rtf1 text}",
        b"\x00" * 100,
        bytes(range(256)) * 4,
        "sans marque".encode("utf-16-le"),
    ],
)
def test_what_is_not_text_is_refused_in_one_line(data: bytes) -> None:
    with pytest.raises(
        InputError, match=r"^stdin: .*not text; save the message as plain text"
    ) as e:
        load_bytes(data, "stdin")
    assert "\n" not in str(e.value)


def test_what_is_too_large_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"a" * (MAX_BYTES + 1))
    with pytest.raises(InputError, match="larger than 1000000 bytes; give the message alone"):
        load(path)
    path.write_bytes(b"a" * MAX_BYTES)
    assert len(load(path).text) == MAX_BYTES


@pytest.mark.parametrize("text", ["a" * (MAX_CHARACTERS + 1), "\r\n" * (MAX_LINES + 1)])
def test_drafts_given_as_text_have_limits_too(text: str) -> None:
    with pytest.raises(InputError, match=r"^draft: \d+ .* over the limit of \d+; give the message"):
        check_size(text, "draft")


def test_a_crlf_is_one_line_end() -> None:
    check_size("\r\n" * MAX_LINES, "draft")


def test_a_missing_file_is_named_with_the_cure(tmp_path: Path) -> None:
    path = tmp_path / "none.txt"
    with pytest.raises(InputError, match="no such file; check the path, or give - to read stand"):
        load(path)


def test_a_folder_is_named_with_the_cure(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="a folder; name a file in it"):
        load(tmp_path)


@pytest.mark.parametrize("path", ["a\x00b", "x" * 5000, "a.txt/b"])
def test_a_path_that_cannot_be_opened_is_one_line(path: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Oui.", encoding="utf-8")
    with pytest.raises(InputError, match="; check the path"):
        load(tmp_path / path)


@given(st.binary(max_size=200), st.sampled_from(["text", "markdown", "html", "eml"]))
def test_any_bytes_are_read_or_refused(data: bytes, format: DraftFormat) -> None:  # noqa: A002
    try:
        draft = load_bytes(data, "stdin", format=format)
    except InputError:
        return
    assert read(draft).draft is draft


UNITS = [
    "<",
    "> quoted\n\nb\n\n",
    "<a ",
    "<!--",
    "</a",
    "<a href='",
    "&#",
    "*",
    "[x](",
    "`",
    "> a\n",
    "On 1 x wrote:\n",
]
UNITS += ["From: a@1\n", "___ ", "[a] ", "XXX ", "À jeudi\n", "P.S. a\n\n", "x", "\u00a0", "A. "]


@pytest.mark.parametrize("format", ["text", "markdown", "html", "eml"])
@pytest.mark.parametrize("unit", UNITS)
def test_a_hundred_kilobytes_of_anything_are_read(unit: str, format: DraftFormat) -> None:  # noqa: A002
    """Quadratic work on any of these would take minutes."""
    text = ("Subject: a\n\n" if format == "eml" else "") + unit * (100_000 // len(unit))
    message = read(load_bytes(text.encode(), "stdin", format=format))
    assert len(message.text) <= len(text)
