"""The hemicycle, read back: seats counted by fill, labels beside their own colour."""

from __future__ import annotations

import math

import pytest

from tellers.figures import hemicycle
from tellers.figures.arcs import arc
from tellers.model import Content
from tellers.stats import result_of
from tests.figures.reading import assert_marks_apart, assert_nothing_leaves, assert_texts_apart, read

WIDTHS = (360, 700)


def _check(content: Content, vote: str, width: int) -> None:
    found, result = read(hemicycle, vote, content, width), result_of(content, vote)
    seats = found.marks("seat")
    assert sorted(seat.member for seat in seats) == sorted(result.seated)
    for seat in seats:
        assert seat.role == seat.option == result.option_of(seat.member)
    for option, claim in result.counts.items():
        assert found.labels(f"count:{option}").split(" ")[0] == str(claim.value)
    assert_marks_apart(seats)
    assert_nothing_leaves(found)
    assert_texts_apart(found)


@pytest.mark.parametrize("width", WIDTHS)
def test_starter_seats_are_the_ballots(tiny: Content, width: int) -> None:
    for vote in hemicycle.subjects(tiny):
        _check(tiny, vote, width)


@pytest.mark.parametrize("width", WIDTHS)
def test_published_seats_are_the_ballots(flagship: Content, width: int) -> None:
    for vote in hemicycle.subjects(flagship):
        _check(flagship, vote, width)


def test_a_label_stands_beside_its_own_colour(flagship: Content) -> None:
    found = read(hemicycle, "un-ga/es-11_7", flagship, 700)
    for text in found.texts():
        if not text.mark.startswith("label:count:") or not text.text.isdigit() or text.mark.endswith("members"):
            continue
        nearest = min(found.marks("seat"), key=lambda seat: math.dist(seat.middle, text.middle))
        assert nearest.role == text.mark.removeprefix("label:count:")


def test_yes_is_on_the_left_and_no_on_the_right(flagship: Content) -> None:
    found = read(hemicycle, "un-ga/es-11_7", flagship, 700)
    across = {role: [s.middle[0] for s in found.marks("seat") if s.role == role] for role in ("yes", "no")}
    assert max(across["yes"]) < min(across["no"])


@pytest.mark.parametrize("seats", [1, 2, 3, 9, 15, 60, 193, 450, 720, 750])
def test_every_seat_has_a_place_of_its_own(seats: int) -> None:
    places = arc(seats, 280.0)
    assert len(places.places) == seats
    points = [(radius * math.cos(angle), radius * math.sin(angle)) for angle, radius in places.places]
    nearest = min((math.dist(a, b) for i, a in enumerate(points) for b in points[i + 1 :]), default=99.0)
    assert nearest - 2 * places.seat >= 2.999
    assert places.seat > 4
