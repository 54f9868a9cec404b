"""Agreement of two members over stated votes."""

from __future__ import annotations

import random
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from tellers.model import Content, Option, Roll
from tellers.stats import agreement, agreements

from .strategies import CODES, ROLLS, YES_NO_ABSTAIN

MEMBERS = st.sampled_from(CODES)
MANY = st.lists(ROLLS, max_size=5)


@given(MANY, MEMBERS, MEMBERS)
def test_it_is_symmetric_and_between_none_and_all(rolls: list[Roll], one: str, other: str) -> None:
    found = agreement(rolls, one, other)
    assert found == agreement(rolls, other, one)
    assert 0 <= found.same <= found.both <= len(rolls)
    assert found.share is None or 0 <= found.share <= 1
    assert (found.share is None) == (found.both == 0)


@given(MANY, MEMBERS)
def test_a_member_agrees_with_itself_in_all_it_cast(rolls: list[Roll], one: str) -> None:
    cast = sum(roll.option_of(one) in YES_NO_ABSTAIN for roll in rolls)
    found = agreement(rolls, one, one)
    assert (found.same, found.both) == (cast, cast)
    assert found.share == (1 if cast else None)


@given(MANY, MEMBERS, MEMBERS, st.integers())
def test_the_order_of_votes_does_not_matter(rolls: list[Roll], one: str, other: str, seed: int) -> None:
    shuffled = list(rolls)
    random.Random(seed).shuffle(shuffled)
    assert agreement(shuffled, one, other) == agreement(rolls, one, other)


@given(MANY, MANY, MEMBERS, MEMBERS)
def test_two_sets_of_votes_add(first: list[Roll], second: list[Roll], one: str, other: str) -> None:
    a, b, both = agreement(first, one, other), agreement(second, one, other), agreement(first + second, one, other)
    assert (a.same + b.same, a.both + b.both) == (both.same, both.both)


@given(MANY, MEMBERS)
def test_all_at_once_is_the_same_as_one_by_one(rolls: list[Roll], one: str) -> None:
    others = [(other, agreement(rolls, one, other)) for other in CODES if other != one]
    assert agreements(rolls, one) == {other: found for other, found in others if found.both}


def test_counted_by_hand(tiny: Content) -> None:
    """The bridge: Ålund and Nordby were yes and no, yes and no, yes and abstain; Ålund and Onward all yes."""
    rolls = [tiny.rolls[vote] for vote in tiny.series["bridge"].votes]
    assert agreement(rolls, "ALU", "NO").share == Fraction(0, 3)
    assert agreement(rolls, "ALU", "ON").share == Fraction(3, 3)
    assert (agreement(rolls, "BRU", "OST").same, agreement(rolls, "BRU", "OST").both) == (1, 3)


def test_who_cast_no_ballot_neither_agrees_nor_differs(tiny: Content) -> None:
    rolls = [tiny.rolls[vote] for vote in tiny.series["bridge"].votes]
    absent_once = agreement(rolls, "HAY", "ALU")
    assert (absent_once.same, absent_once.both) == (2, 2)
    left_and_joined = agreement(rolls, "PEL", "QUI")
    assert left_and_joined.share is None
    without_record = agreement(rolls, "NA", "NO")
    assert (without_record.same, without_record.both) == (2, 2)


def test_abstaining_is_a_choice_and_not_voting_is_none() -> None:
    rolls = [Roll.of([("A", option), ("B", option)]) for option in Option]
    assert agreement(rolls, "A", "B").both == 3
