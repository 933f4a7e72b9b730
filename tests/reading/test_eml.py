"""Mail files: the text comes back, and every character knows the run of the file it came from."""

import base64
import quopri
from email import policy
from email.message import EmailMessage
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from followup_kit.errors import InputError
from followup_kit.models.message import Message
from followup_kit.reading import load_bytes, read
from followup_kit.reading.limits import MAX_MIME_DEPTH, MAX_MIME_PARTS

Encoding = Literal["quoted-printable", "base64", "8bit"]
ENCODINGS: tuple[Encoding, ...] = ("quoted-printable", "base64", "8bit")
BODY = "Bonjour Thévenet,\n\nLes 11 chutes\u00a0: 😀 c’est ça.\n\nBien à vous,\nÉlodie\n"


def mail(data: bytes) -> Message:
    return read(load_bytes(data, "mail.eml", format="eml"))


def made(text: str, encoding: Encoding, *, subtype: str = "plain", charset: str = "utf-8") -> bytes:
    message = EmailMessage(policy=policy.SMTP)
    message["Subject"] = "Été"
    message.set_content(text, subtype=subtype, charset=charset, cte=encoding)
    return message.as_bytes()


def source(message: Message, start: int, end: int) -> str:
    return message.draft.text[slice(*message.origin.to_source(start, end))]


TEXTS = st.text(st.sampled_from("abé\u0301😀\u00a0œ’=<>&.,-_? \n"), max_size=60).map(
    lambda text: f"|{text}|\n"
)


@settings(deadline=None)
@given(TEXTS, st.sampled_from(ENCODINGS))
def test_text_comes_back_whatever_carried_it(text: str, encoding: Encoding) -> None:
    message = mail(made(text, encoding))
    assert message.text == "Été\n\n" + text.replace("\n", "\r\n")
    assert message.subject == "Été"
    assert message.notices == ()


@settings(deadline=None)
@given(TEXTS)
def test_quoted_printable_characters_decode_from_their_own_run(text: str) -> None:
    message = mail(made(text, "quoted-printable"))
    for at in range(len("Été\n\n"), len(message.text)):
        run = source(message, at, at + 1)
        assert quopri.decodestring(run.replace("=\r\n", "")).decode() == message.text[at]


@settings(deadline=None)
@given(TEXTS)
def test_base64_characters_decode_from_the_groups_that_carry_them(text: str) -> None:
    message = mail(made(text, "base64"))
    body = message.draft.text.index("\r\n\r\n") + 4
    for at in range(len("Été\n\n"), len(message.text)):
        start, end = message.origin.to_source(at, at + 1)
        ahead = len(message.draft.text[body:start].replace("\r\n", ""))
        behind = len(message.draft.text[body:end].replace("\r\n", ""))
        packed = message.draft.text[body:].replace("\r\n", "")
        groups = base64.b64decode(packed[ahead // 4 * 4 : -(-behind // 4) * 4])
        first = ahead % 4
        char = message.text[at].encode()
        assert groups[first : first + len(char)] == char
        assert behind - ahead <= len(char) * 8 // 6 + 2


@settings(deadline=None)
@given(
    st.text(st.sampled_from("abé\u0301😀\u00a0œ’=&<> \n"), max_size=40), st.sampled_from(ENCODINGS)
)
def test_entities_inside_encoded_html_map_through_both(text: str, encoding: Encoding) -> None:
    written = "".join(f"&#{ord(char)};" for char in text)
    message = mail(made(f"<pre>|{written}|</pre>\n", encoding, subtype="html"))
    assert message.text == f"Été\n\n|{text}|"
    if encoding == "base64":
        return
    for at, char in enumerate(text, len("Été\n\n|")):
        run = source(message, at, at + 1).replace("=\r\n", "")
        assert quopri.decodestring(run) == f"&#{ord(char)};".encode()


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-15", "windows-1252"])
def test_declared_charsets_are_decoded(encoding: Encoding, charset: str) -> None:
    message = mail(made("Bonjour Thévenet, 5 €\n", encoding, charset=charset))
    assert message.text.endswith("Bonjour Thévenet, 5 €\r\n")
    if encoding != "base64":
        assert source(message, message.text.index("Th"), message.text.index("Th") + 2) == "Th"


def test_zones_of_a_mail_start_with_its_subject() -> None:
    message = mail(made(BODY, "quoted-printable"))
    assert [s.zone for s in message.segments] == [
        "subject",
        "greeting",
        "body",
        "closing",
        "signature",
    ]
    name = message.text.index("Thévenet")
    assert source(message, name, name + 8) == "Th=C3=A9venet"


def alternative(plain: str, page: str) -> EmailMessage:
    message = EmailMessage(policy=policy.SMTP)
    message["Subject"] = "Suite"
    message.set_content(plain)
    message.add_alternative(page, subtype="html")
    return message


def test_the_plain_part_is_preferred_and_attachments_are_passed_over() -> None:
    message = alternative("Oui.\n", "<p>Non.</p>")
    message.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="cv.pdf")
    message.add_attachment("notes", filename="notes.txt")
    assert mail(message.as_bytes()).text == "Suite\n\nOui.\r\n"


def test_an_empty_plain_part_gives_way_to_the_page() -> None:
    assert mail(alternative("\n", "<p>Oui.</p>").as_bytes()).text == "Suite\n\nOui."


def test_inline_parts_are_read_one_after_the_other() -> None:
    raw = (
        b"Content-Type: multipart/mixed; boundary=b\n\npreamble\n--b\n\nUn.\n--b\n"
        b"Content-Type: image/png\n\nxxx\n--b\nContent-Type: text/plain\n\nDeux.\n--b--\nepilogue"
    )
    assert mail(raw).text == "Un.\n\nDeux."


def test_flowed_lines_are_joined_and_stuffing_is_taken_off() -> None:
    raw = (
        b"Content-Type: text/plain; format=flowed\n\n"
        b"Les onze \npostes comptent.\n From here\n> cite \n> encore\n-- \nPaul"
    )
    assert mail(raw).text == ("Les onze postes comptent.\nFrom here\n> cite \n> encore\n-- \nPaul")
    joined = raw.replace(b"flowed", b"flowed; delsp=yes")
    assert mail(joined).text.startswith("Les onzepostes")


@pytest.mark.parametrize(
    ("header", "subject"),
    [
        (b"Subject: Merci", "Merci"),
        (b"subject: Merci\n  encore", "Merci encore"),
        (b"Subject: =?utf-8?Q?=C3=89t=C3=A9_=2B?= et =?utf-8?b?w6k=?=", "Été + et é"),
        (b"Subject: =?utf-8?Q?=C3=89?=\n =?iso-8859-1?q?t=E9?=", "Été"),
        ("Subject: Été".encode(), "Été"),
        ("Subject: Été".encode("cp1252"), "Été"),
        (b"Subject: =?broken?= x", "=?broken?= x"),
        (b"Subject:", None),
        (b"X-Subject: a", None),
    ],
)
def test_subjects(header: bytes, subject: str | None) -> None:
    message = mail(header + b"\nFrom: a@b.c\n\nOui.")
    assert message.subject == subject


@pytest.mark.parametrize(
    ("raw", "text", "key"),
    [
        (b"Bonjour,\n\nOui.", "Bonjour,\n\nOui.", "reading.eml_without_headers"),
        (b"Subject: a\n", "a", ""),
        (b"Content-Type: application/pdf\n\nxx", "", "reading.eml_without_text"),
        (
            b"Content-Transfer-Encoding: base64\n\nT3Vp*LA",
            "Oui,",
            "reading.eml_damaged",
        ),
        (b"Content-Transfer-Encoding: quoted-printable\n\nO=ui", "O=ui", "reading.eml_damaged"),
        (
            b"Content-Type: text/plain; charset=nobody\nContent-Transfer-Encoding: base64\n\nw6k=",
            "é",
            "reading.eml_charset",
        ),
        (b"Content-Type: multipart/mixed; boundary=b\n\n--b\n\nOui.", "Oui.", ""),
        (b"Content-Type: multipart/mixed\n\nOui.", "", "reading.eml_without_text"),
        (b"From x@y Mon Jan 1\nSubject: a\n\nOui.", "a\n\nOui.", ""),
        (b"Subject: a\nOui, sans ligne vide.", "a\n\nOui, sans ligne vide.", ""),
    ],
)
def test_broken_mail_is_read_as_far_as_possible(raw: bytes, text: str, key: str) -> None:
    message = mail(raw)
    assert message.text == text
    assert [found for found, _ in message.notices] == ([key] if key else [])


def test_bytes_that_are_not_utf_8_are_decoded_by_their_declared_charset() -> None:
    raw = b"Content-Type: text/plain; charset=iso-8859-15\n\nCaf\xe9 5 \xa4"
    message = mail(raw)
    assert message.text == "Café 5 €"
    assert message.draft.charset == "latin-1"
    assert source(message, 3, 4) == "é"


def test_too_many_and_too_deep_parts_are_refused_in_one_line() -> None:
    head = "Content-Type: multipart/mixed; boundary=b{0}\n\n--b{0}\n"
    deep = "".join(head.format(depth) for depth in range(MAX_MIME_DEPTH + 2))
    many = head.format(0) + "\nx\n--b0\n" * (MAX_MIME_PARTS + 1)
    for raw, why in ((deep, "deep"), (many, "parts")):
        with pytest.raises(InputError, match=rf"^mail\.eml: .*{why}.*; save the message"):
            mail(raw.encode())


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                b"Content-Type: multipart/alternative; boundary=b\n",
                b"Content-Type: text/html; charset=utf-16\n",
                b'Content-Type: text/plain; charset="\x00"; format=flowed\n',
                b"Content-Type: text/plain; charset*=x'y'%zz\n",
                b"Content-Transfer-Encoding: base64\n",
                b"Content-Transfer-Encoding: quoted-printable\n",
                b"Content-Disposition: attachment; filename*0=a\n",
                b"Subject: =?utf-8?b?w6?= =?idna?q?=FF?=\n",
                b"--b\n",
                b"--b--\n",
                b"\n",
                b"w6k= =C3 <p>&eacute \xff\xc3",
                b" \n",
            ]
        ),
        max_size=12,
    ).map(b"".join)
)
def test_any_mail_is_read_and_maps_into_itself(raw: bytes) -> None:
    message = mail(raw)
    at = 0
    for piece in message.origin.pieces:
        assert piece.plain_start == at
        assert 0 <= piece.source_start <= piece.source_end <= len(message.draft.text)
        at = piece.plain_end
    assert at == len(message.text)
