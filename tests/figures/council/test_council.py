"""The council, read back: names to seats, rings, vetoes, counts."""

from __future__ import annotations

import pytest

from tellers.figures import council
from tellers.model import Content
from tellers.stats import result_of
from tests.figures.reading import assert_marks_apart, assert_nothing_leaves, assert_texts_apart, read

WIDTHS = (360, 700)


@pytest.mark.parametrize("width", WIDTHS)
def test_seats_are_the_ballots(flagship: Content, width: int) -> None:
    assert council.subjects(flagship)
    for vote in council.subjects(flagship):
        found, result = read(council, vote, flagship, width), result_of(flagship, vote)
        seats = found.marks("seat")
        assert sorted(seat.member for seat in seats) == sorted(result.seated)
        for seat in seats:
            assert seat.role == seat.option == result.option_of(seat.member)
        for option, claim in result.counts.items():
            assert found.labels(f"count:{option}").split(" ")[0] == str(claim.value)
        assert_marks_apart(seats)
        assert_nothing_leaves(found)
        if width == 700:
            assert_texts_apart(found)


def test_permanent_members_have_rings(flagship: Content) -> None:
    found = read(council, "un-sc/2774", flagship, 700)
    rings = [s for s in found.shapes if s.role == "ring" and s.member]
    assert sorted(ring.member for ring in rings) == ["CHN", "FRA", "GBR", "RUS", "USA"]
    seats = {seat.member: seat.middle for seat in found.marks("seat")}
    assert all(ring.middle == pytest.approx(seats[ring.member]) for ring in rings)


@pytest.mark.parametrize("width", WIDTHS)
def test_a_veto_is_named(flagship: Content, width: int) -> None:
    found = read(council, "un-sc/s_2022_155", flagship, width)
    assert [text.member for text in found.texts() if text.text == "VETO"] == ["RUS"]
    assert found.labels("outcome") == "Not adopted: vetoed"
    assert not [text for text in read(council, "un-sc/2623", flagship, width).texts() if text.text == "VETO"]


def test_the_phone_has_codes_in_the_seats(flagship: Content) -> None:
    found = read(council, "un-sc/2774", flagship, 360)
    for seat in found.marks("seat"):
        (code,) = [t for t in found.texts() if t.text == seat.member]
        assert seat.left < code.left < code.right < seat.right


def test_the_site_has_names_beside_the_seats(flagship: Content) -> None:
    found = read(council, "un-sc/s_2022_155", flagship, 700)
    result = result_of(flagship, "un-sc/s_2022_155")
    for code in result.seated:
        assert found.labels(f"seat:{code}").removesuffix(" VETO") == result.name(code)
