"""Letters are read as they look; names in another alphabet stay what they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_kit.lettering import lettered


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("l’équipe, l`équipe, l´équipe", "l'équipe, l'équipe, l'équipe"),
        ("mоtivаtеd", "motivated"),
        ("ｆｕｌｌ 𝐛𝐨𝐥𝐝", "full bold"),
        ("сору", "copy"),
        ("Рома Дмитриев, Γιώργος", "Рома Дмитриев, Γιώργος"),
        ("‘quoted’ `code`", "‘quoted’ `code`"),
        ("Łukasz, Đức, Çağlar, œuvre", "Łukasz, Đức, Çağlar, œuvre"),
    ],
)
def test_words_are_written_in_the_letters_they_show(written: str, read: str) -> None:
    assert lettered(written) == read


@given(st.text(st.characters()))
def test_every_character_keeps_its_place(text: str) -> None:
    assert len(lettered(text)) == len(text)
