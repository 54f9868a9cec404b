"""Who moved between two votes."""

from __future__ import annotations

from hypothesis import given

from tellers.model import ORDER, Content, Option, Roll
from tellers.stats import moved, shifts, tally_of_roll

from .strategies import ROLLS, SAME_MEMBERS


@given(SAME_MEMBERS)
def test_the_margins_are_the_two_tallies(rolls: tuple[Roll, Roll]) -> None:
    earlier, later = rolls
    found = shifts(earlier, later)
    for option in ORDER:
        assert sum(shift.count for shift in found if shift.before == option) == tally_of_roll(earlier)[option]
        assert sum(shift.count for shift in found if shift.after == option) == tally_of_roll(later)[option]


@given(ROLLS, ROLLS)
def test_every_member_of_both_moves_once(earlier: Roll, later: Roll) -> None:
    found = shifts(earlier, later)
    movers = [code for shift in found for code in shift.members]
    assert sorted(movers) == sorted(set(earlier.members) & set(later.members))
    assert all(shift.count for shift in found)
    for shift in found:
        assert all(
            earlier.option_of(code) == shift.before and later.option_of(code) == shift.after for code in shift.members
        )
        assert shift.members == moved(earlier, later, shift.before, shift.after) == tuple(sorted(shift.members))


@given(ROLLS, ROLLS)
def test_backwards_is_the_mirror(earlier: Roll, later: Roll) -> None:
    forth = {(shift.before, shift.after): shift.members for shift in shifts(earlier, later)}
    back = {(shift.after, shift.before): shift.members for shift in shifts(later, earlier)}
    assert forth == back


@given(ROLLS)
def test_nobody_moves_between_a_vote_and_itself(roll: Roll) -> None:
    assert all(shift.before == shift.after for shift in shifts(roll, roll))


@given(ROLLS, ROLLS)
def test_the_order_is_that_of_options(earlier: Roll, later: Roll) -> None:
    places = [(ORDER.index(shift.before), ORDER.index(shift.after)) for shift in shifts(earlier, later)]
    assert places == sorted(set(places))


def test_counted_by_hand(tiny: Content) -> None:
    """From the toll to the stone bridge. Quillon is in both, Pellmouth in neither."""
    found = {(s.before, s.after): s.members for s in shifts(tiny.rolls["assembly/24_3"], tiny.rolls["assembly/25_3"])}
    assert found == {
        (Option.YES, Option.YES): ("ALU", "LOW", "ON", "QUI"),
        (Option.NO, Option.YES): ("OST",),
        (Option.NO, Option.NO): ("BRU",),
        (Option.NO, Option.ABSTAIN): ("NO",),
        (Option.NO, Option.NO_RECORD): ("NA",),
        (Option.ABSENT, Option.YES): ("HAY",),
    }


def test_who_left_and_who_joined_moved_nowhere(tiny: Content) -> None:
    found = shifts(tiny.rolls["assembly/24_1"], tiny.rolls["assembly/24_3"])
    assert sum(shift.count for shift in found) == 8
    assert not {"PEL", "QUI"} & {code for shift in found for code in shift.members}
