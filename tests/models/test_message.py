"""Maps of offsets: looked up, and led on from one stage to the next."""

from hypothesis import given
from hypothesis import strategies as st

from followup_kit.models.message import OffsetMap, Piece


def test_identity_maps_every_stretch_to_itself() -> None:
    origin = OffsetMap.identity(5)
    assert [origin.to_source(i, j) for i in range(6) for j in range(i, 6)] == [
        (i, j) for i in range(6) for j in range(i, 6)
    ]


def test_a_piece_that_is_no_copy_stands_for_its_whole_source() -> None:
    origin = OffsetMap((Piece(0, 2, 3, 5), Piece(2, 3, 5, 13), Piece(3, 5, 13, 15)))
    assert origin.to_source(1, 2) == (4, 5)
    assert origin.to_source(2, 3) == (5, 13)
    assert origin.to_source(1, 4) == (4, 14)
    assert origin.to_source(5, 5) == (15, 15)


def test_the_end_of_a_last_escape_is_the_end_of_its_source() -> None:
    assert OffsetMap((Piece(0, 1, 0, 8),)).to_source(1, 1) == (8, 8)


def test_an_empty_map_leads_to_the_start() -> None:
    assert OffsetMap(()).to_source(0, 0) == (0, 0)


@st.composite
def maps(draw: st.DrawFn, source_length: int) -> tuple[OffsetMap, int]:
    """A map into a source of a given length, gaps included, and the length of its plain text."""
    pieces = []
    plain = source = 0
    while source < source_length and draw(st.booleans()):
        source += draw(st.integers(0, min(2, source_length - source - 1)))
        taken = draw(st.integers(1, source_length - source))
        given_out = taken if draw(st.booleans()) else draw(st.integers(1, 3))
        if given_out:
            pieces.append(Piece(plain, plain + given_out, source, source + taken))
        plain, source = plain + given_out, source + taken
    return OffsetMap(tuple(pieces)), plain


@given(st.data())
def test_composing_is_looking_up_twice(data: st.DataObject) -> None:
    outer, middle = data.draw(maps(12))
    inner, plain = data.draw(maps(middle))
    both = inner.after(outer)
    for start in range(plain):
        for end in range(start + 1, plain + 1):
            assert both.to_source(start, end) == outer.to_source(*inner.to_source(start, end))
