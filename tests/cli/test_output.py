"""Where results go, and what each place can take."""

from hypothesis import given
from hypothesis import strategies as st

from followup_kit.cli.output import encodable


@given(
    st.text(st.characters(exclude_categories=["Cs"])),
    st.sampled_from(["ascii", "cp437", "cp1252", "utf-8"]),
)
def test_any_text_can_be_encoded_anywhere(text: str, encoding: str) -> None:
    shown = encodable(text, encoding)
    assert shown.encode(encoding).decode(encoding) == shown


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_what_can_be_encoded_is_left_alone(text: str) -> None:
    assert encodable(text, "utf-8") == text


def test_our_own_signs_become_simpler_where_a_code_page_lacks_them() -> None:
    assert encodable("━─ · −4¹⁰ …", "ascii") == "=- - -410 ..."
    assert encodable("« a\u202f: »", "cp1252") == "« a\u00a0: »"
    assert encodable("“a\u00a0b” ’ 山", "ascii") == '"a b" \' ?'
