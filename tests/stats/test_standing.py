"""Where members stood over many votes at once."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from tellers.model import Option, Roll
from tellers.stats.ballots import Ballots
from tellers.stats.standing import Stood, standings

from .strategies import ROLLS, YES_NO_ABSTAIN

MANY = st.lists(ROLLS, max_size=5).map(lambda rolls: [(f"vote-{at}", roll) for at, roll in enumerate(rolls)])


def table(*rows: str) -> Ballots:
    """Votes of members A, B, C … in letters: yes, no, abstain, - not voting, and a space for no seat."""
    options = {"y": Option.YES, "n": Option.NO, "a": Option.ABSTAIN, "-": Option.NOT_VOTING}
    rolls = [Roll.of((chr(65 + at), options[sign]) for at, sign in enumerate(row) if sign != " ") for row in rows]
    return Ballots.of([(f"vote-{at}", roll) for at, roll in enumerate(rolls)])


@given(MANY)
def test_each_vote_is_in_one_place_for_each_member(rolls: list[tuple[str, Roll]]) -> None:
    found = standings(Ballots.of(rolls))
    for code, standing in found.items():
        options = [option for _, roll in rolls if (option := roll.option_of(code)) is not None]
        assert standing.votes == len(rolls)
        assert standing.counts[Stood.SEATLESS] == len(rolls) - len(options)
        assert standing.counts[Stood.ABSTAINED] == options.count(Option.ABSTAIN)
        assert standing.counts[Stood.SILENT] == sum(option not in YES_NO_ABSTAIN for option in options)
        assert standing.alone <= sum(option in YES_NO_ABSTAIN for option in options)


@given(MANY)
def test_as_many_stand_with_the_majority_as_the_majorities_have_ballots(rolls: list[tuple[str, Roll]]) -> None:
    both = [(roll.count(Option.YES), roll.count(Option.NO)) for _, roll in rolls]
    total: Counter[Stood] = Counter()
    for standing in standings(Ballots.of(rolls)).values():
        total.update(standing.counts)
    assert total[Stood.MAJORITY] == sum(max(yes, no) for yes, no in both if yes != no)
    assert total[Stood.EVEN] == sum(yes + no for yes, no in both if yes == no)


def test_counted_by_hand() -> None:
    found = standings(table("yynna", "ynnn-", "y na ", "aaaan"))
    assert found["A"].counts == {
        Stood.MAJORITY: 0, Stood.MINORITY: 1, Stood.EVEN: 2, Stood.ABSTAINED: 1, Stood.SILENT: 0, Stood.SEATLESS: 0,
    }  # fmt: skip
    assert found["C"].counts[Stood.MAJORITY] == 1
    assert [found[code].alone for code in "ABCDE"] == [2, 0, 1, 1, 2]
    assert found["E"].counts[Stood.MAJORITY] == 1
    assert (found["E"].counts[Stood.SILENT], found["E"].counts[Stood.SEATLESS]) == (1, 1)


def test_votes_and_members_can_be_chosen() -> None:
    ballots = table("yn ", "  y", "nn ")
    assert ballots.where(lambda vote: vote != "vote-1").members == ("A", "B")
    assert ballots.where(lambda vote: vote == "vote-1").votes == ("vote-1",)
    assert ballots.among(["C", "A"]).members == ("A", "C")
    assert ballots.cast.tolist() == [2, 2, 1]
