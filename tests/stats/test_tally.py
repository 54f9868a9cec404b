"""Tallies, bases and shares."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tellers.model import ORDER, Base, Content, Option, Roll
from tellers.stats import base_of, share, tally_of_roll, tally_of_totals

from .strategies import BALLOTS, CODES, OPTIONS, ROLLS


@given(ROLLS)
def test_the_counts_add_to_the_number_of_ballots(roll: Roll) -> None:
    tally = tally_of_roll(roll)
    assert sum(tally.counts.values()) == len(roll) == tally.members
    assert tally.unstated == 0


@given(ROLLS)
def test_each_count_is_that_of_its_members(roll: Roll) -> None:
    tally = tally_of_roll(roll)
    assert {option: tally[option] for option in ORDER} == {option: len(roll.members_of(option)) for option in ORDER}
    assert list(tally.counts) == [option for option in ORDER if tally[option]]


@given(BALLOTS, st.randoms())
def test_the_order_of_ballots_does_not_matter(ballots: Mapping[str, Option], chance: object) -> None:
    rows = list(ballots.items())
    chance.shuffle(rows)  # type: ignore[attr-defined]
    assert Roll.of(rows) == Roll.of(ballots.items())
    assert Roll.of(rows).digest() == Roll.of(ballots.items()).digest()
    assert tally_of_roll(Roll.of(rows)) == tally_of_roll(Roll.of(ballots.items()))


@given(ROLLS, st.dictionaries(st.sampled_from(CODES), st.sampled_from("abc")))
def test_groups_add_to_the_whole(roll: Roll, groups: Mapping[str, str]) -> None:
    parts = [
        tally_of_roll(roll, {code for code in roll.members if groups.get(code) == group}) for group in ("a", "b", "c", None)
    ]
    whole = tally_of_roll(roll)
    assert {option: sum(part[option] for part in parts) for option in ORDER} == {option: whole[option] for option in ORDER}
    assert sum(part.members for part in parts) == whole.members


@given(ROLLS, OPTIONS, st.sampled_from(list(Base)))
def test_a_share_is_part_of_its_base(roll: Roll, option: Option, base: Base) -> None:
    tally = tally_of_roll(roll)
    part = share(tally, option, base)
    counted = {Base.MEMBERS: ORDER, Base.CAST: ORDER[:3], Base.YES_NO: ORDER[:2]}[base]
    if base_of(tally, base) == 0:
        assert part is None
    elif option in counted:
        assert part is not None
        assert 0 <= part <= 1


@given(ROLLS.filter(len))
def test_shares_of_all_members_add_to_one(roll: Roll) -> None:
    tally = tally_of_roll(roll)
    assert sum(share(tally, option, Base.MEMBERS) or Fraction(0) for option in ORDER) == 1


@given(ROLLS)
def test_bases_only_grow(roll: Roll) -> None:
    tally = tally_of_roll(roll)
    assert base_of(tally, Base.YES_NO) <= base_of(tally, Base.CAST) <= base_of(tally, Base.MEMBERS)


@given(st.dictionaries(OPTIONS, st.integers(0, 9)), st.integers(0, 200))
def test_totals_leave_the_rest_unstated(totals: Mapping[Option, int], members: int) -> None:
    tally = tally_of_totals(totals, members)
    assert sum(tally.counts.values()) + tally.unstated == members
    assert set(tally.counts) == set(totals), "a stated zero is stated"


# By hand, on the nine towns -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("vote", "counts"), [
    ("assembly/24_1", {"yes": 5, "no": 3, "abstain": 1}),
    ("assembly/24_2", {"yes": 5, "no": 3, "not-voting": 1}),
    ("assembly/24_3", {"yes": 4, "no": 4, "absent": 1}),
    ("assembly/25_1", {"yes": 9}),
    ("assembly/25_3", {"yes": 6, "no": 1, "abstain": 1, "no-record": 1}),
    ("assembly/25_3-amendment", {"yes": 3}),
    ("council/24_1", {"yes": 4, "no": 1}),
    ("council/25_1", {"yes": 3, "no": 1, "abstain": 1}),
])  # fmt: skip
def test_counted_by_hand(vote: str, counts: dict[str, int], tiny: Content) -> None:
    assert tally_of_roll(tiny.rolls[vote]).counts == counts


def test_the_base_chosen_moves_the_share(tiny: Content) -> None:
    tally = tally_of_roll(tiny.rolls["assembly/25_3"])  # 6 yes, 1 no, 1 abstain, 1 without a record
    shares = {base: share(tally, Option.YES, base) for base in Base}
    assert shares == {Base.MEMBERS: Fraction(6, 9), Base.CAST: Fraction(6, 8), Base.YES_NO: Fraction(6, 7)}
