"""How many votes were needed, found a second time by trying every number."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tellers.model import Base, Content, Option, Roll, Rule
from tellers.stats import Tally, base_of, carried, needed, vetoes

from .strategies import CODES, OPTIONS, RULES, SHARES, rule

TALLIES = st.builds(
    lambda counts, more: Tally(dict(counts), sum(counts.values()) + more),
    st.dictionaries(OPTIONS, st.integers(0, 40)), st.integers(0, 40),
)  # fmt: skip


def reaches(yes: int, whole: int, tried: Rule) -> bool:
    """Whether so many yes votes of the whole are enough, said as the rule says it."""
    threshold = tried.threshold
    if yes == 0:
        return False
    if threshold.ballots is not None:
        return yes >= threshold.ballots
    if threshold.more_than is not None:
        return whole == 0 or Fraction(yes, whole) > threshold.more_than
    assert threshold.at_least is not None
    return whole == 0 or Fraction(yes, whole) >= threshold.at_least


@given(TALLIES, RULES)
def test_needed_is_the_least_number_that_carries(tally: Tally, tried: Rule) -> None:
    whole = base_of(tally, tried.base)
    least = next(yes for yes in range(whole + 22) if reaches(yes, whole, tried))
    assert needed(tally, tried) == least


@given(TALLIES, RULES)
def test_carried_says_whether_the_yes_votes_are_enough(tally: Tally, tried: Rule) -> None:
    assert carried(tally, tried) == reaches(tally[Option.YES], base_of(tally, tried.base), tried)
    assert not carried(tally, tried, vetoed=True)


@given(TALLIES, st.sampled_from(list(Base)), SHARES, SHARES)
def test_a_higher_share_never_needs_fewer(tally: Tally, base: Base, one: Fraction, other: Fraction) -> None:
    low, high = sorted((one, other))
    assert needed(tally, rule(base, at_least=low)) <= needed(tally, rule(base, at_least=high))
    assert needed(tally, rule(base, at_least=low)) <= needed(tally, rule(base, more_than=low))


@pytest.mark.parametrize(("share", "whole", "more_than", "at_least"), [
    (Fraction(1, 2), 111, 56, 56),
    (Fraction(1, 2), 8, 5, 4),
    (Fraction(2, 3), 111, 75, 74),
    (Fraction(2, 3), 9, 7, 6),
    (Fraction(2, 3), 8, 6, 6),
    (Fraction(3, 5), 0, 1, 1),
])  # fmt: skip
def test_counted_by_hand(share: Fraction, whole: int, more_than: int, at_least: int) -> None:
    tally = Tally({Option.YES: whole}, whole)
    assert needed(tally, rule(Base.YES_NO, more_than=share)) == more_than
    assert needed(tally, rule(Base.YES_NO, at_least=share)) == at_least


def test_a_rule_without_a_threshold_is_our_fault() -> None:
    with pytest.raises(ValueError, match="states no threshold"):
        needed(Tally({}, 9), rule(Base.CAST))


@given(st.dictionaries(st.sampled_from(CODES), OPTIONS), st.sets(st.sampled_from(CODES)))
def test_only_a_permanent_no_is_a_veto(ballots: dict[str, Option], permanent: set[str]) -> None:
    roll = Roll.of(ballots.items())
    found = vetoes(roll, permanent, rule(Base.MEMBERS, ballots=9, veto=True))
    assert list(found) == sorted(code for code in permanent if ballots.get(code) == Option.NO)
    assert vetoes(roll, permanent, rule(Base.MEMBERS, ballots=9)) == ()


def test_who_vetoed_in_the_council(tiny: Content) -> None:
    council = tiny.bodies["council"]
    substantive, procedural = council.rule("substantive"), council.rule("procedural")
    assert substantive is not None
    assert procedural is not None
    first, second = tiny.rolls["council/24_1"], tiny.rolls["council/25_1"]
    assert vetoes(first, ("BRU", "NO"), substantive) == ("NO",)
    assert vetoes(first, ("BRU", "NO"), procedural) == ()
    assert vetoes(second, ("BRU", "NO"), substantive) == (), "Brückstein abstained, and Onward is not permanent"
