"""The result of a vote: the one value from which every surface is made."""

from __future__ import annotations

import pytest

from tellers.model import Base, Content, Option, Outcome, Roll
from tellers.stats import carried, result_of, tally_of_roll

ALL = [
    "assembly/24_1", "assembly/24_2", "assembly/24_3", "assembly/25_1", "assembly/25_2", "assembly/25_3",
    "assembly/25_3-amendment", "assembly/25_4", "council/24_1", "council/25_1",
]  # fmt: skip


@pytest.mark.parametrize("vote", ALL)
def test_the_outcome_is_that_of_the_rule(vote: str, tiny: Content) -> None:
    """Records are checked by another computation; the two must say the same."""
    result = result_of(tiny, vote)
    if result.rule is not None:
        adopted = carried(result.tally, result.rule, bool(result.vetoes))
        assert adopted == (result.vote.outcome is Outcome.ADOPTED)


@pytest.mark.parametrize(("vote", "value"), [
    ("assembly/24_1", 5), ("assembly/24_2", 6), ("assembly/24_3", 5), ("assembly/25_1", 6), ("assembly/25_3", 5),
    ("council/24_1", 3),
])  # fmt: skip
def test_so_many_were_needed(vote: str, value: int, tiny: Content) -> None:
    claim = result_of(tiny, vote).needed
    assert claim is not None
    assert (claim.value, claim.spec) == (value, f"threshold vote={vote}")


@pytest.mark.parametrize("vote", ["assembly/25_2", "assembly/25_4", "assembly/25_3-amendment"])
def test_no_threshold_where_no_source_states_one(vote: str, tiny: Content) -> None:
    assert result_of(tiny, vote).needed is None


def test_what_is_shown_of_each(tiny: Content) -> None:
    shown = {vote: [str(option) for option in result_of(tiny, vote).options] for vote in ALL}
    main = ["yes", "no", "abstain"]
    assert shown == {
        "assembly/24_1": main,
        "assembly/24_2": [*main, "not-voting"],
        "assembly/24_3": [*main, "absent"],
        "assembly/25_1": main,
        "assembly/25_2": [],
        "assembly/25_3": [*main, "no-record"],
        "assembly/25_3-amendment": main,
        "assembly/25_4": main,
        "council/24_1": main,
        "council/25_1": main,
    }


def test_a_part_of_a_roll_gives_no_tally(tiny: Content) -> None:
    result = result_of(tiny, "assembly/25_3-amendment")
    assert not result.complete
    assert (result.tally[Option.YES], result.tally[Option.NO], result.tally[Option.ABSTAIN]) == (3, 4, 2), (
        "from the stated totals"
    )
    assert result.unstated is None
    assert result.ballot("NO").value == "yes"
    with pytest.raises(KeyError):
        result.ballot("ALU")


def test_totals_that_leave_one_out_say_so(tiny: Content) -> None:
    result = result_of(tiny, "assembly/25_4")
    assert result.unstated is not None
    assert (result.unstated.value, result.members.value) == (1, 9)
    assert result_of(tiny, "assembly/25_2").unstated is None, "there were no totals"


def test_the_roll_is_followed_where_the_stated_total_differs(tiny: Content) -> None:
    result = result_of(tiny, "assembly/25_3")
    assert result.vote.totals[Option.NO] == 2
    assert result.count(Option.NO).value == 1


@pytest.mark.parametrize("vote", ALL)
def test_every_seated_member_is_in_one_group(vote: str, tiny: Content) -> None:
    result = result_of(tiny, vote)
    assert sorted(code for members in result.groups.values() for code in members) == sorted(result.seated)


def test_groups_are_those_of_the_day(tiny: Content) -> None:
    sizes = {
        vote: [len(members) for members in result_of(tiny, vote).groups.values()]
        for vote in ("assembly/24_3", "assembly/25_1")
    }
    assert sizes == {"assembly/24_3": [4, 2, 3], "assembly/25_1": [3, 3, 3]}, "Narrow Pass went from the Coast to the Hills"


@pytest.mark.parametrize("vote", ["assembly/24_1", "assembly/25_3", "council/25_1"])
def test_groups_add_to_the_tally(vote: str, tiny: Content) -> None:
    result = result_of(tiny, vote)
    for option in result.body.options:
        assert sum(result.tally_in(group)[option] for group in result.groups) == result.tally[option]


def test_names_are_those_of_the_day(tiny: Content) -> None:
    assert result_of(tiny, "assembly/24_1").name("OST") == "Ostmill"
    assert result_of(tiny, "assembly/25_1").name("OST") == "Éastmoulin"


def test_a_share_names_its_base(tiny: Content) -> None:
    claim = result_of(tiny, "assembly/24_1").share_of(Option.YES, Base.YES_NO)
    assert claim is not None
    assert (claim.spec, claim.written) == ("share vote=assembly/24_1 option=yes base=yes+no", "5/8")
    assert result_of(tiny, "assembly/25_2").share_of(Option.YES, Base.YES_NO) is None


def test_the_veto_is_that_of_the_permanent_member(tiny: Content) -> None:
    assert result_of(tiny, "council/24_1").vetoes == ("NO",)
    assert result_of(tiny, "council/25_1").vetoes == ()
    assert result_of(tiny, "council/24_1").permanent == ("BRU", "NO")


def test_a_no_that_was_not_needed_is_no_veto(tiny: Content) -> None:
    """With two yes votes of three the motion fails by itself; nobody vetoed it."""
    from dataclasses import replace

    result = result_of(tiny, "council/24_1")
    ballots = {**dict(result.roll or ()), "HAY": Option.NO, "LOW": Option.NO}
    roll = Roll.of(ballots.items())
    without = result.vote.model_copy(update={"vetoed_by": ()})
    assert replace(result, vote=without, roll=roll, tally=tally_of_roll(roll)).vetoes == ()
    assert replace(result, vote=without).vetoes == ("NO",)


def test_every_result_of_the_flagship_agrees_with_its_records(flagship: Content) -> None:
    for vote in flagship.votes:
        result = result_of(flagship, vote)
        assert sum(result.tally.counts.values()) + result.tally.unstated == len(result.seated)
        assert result.tally.unstated >= 0
        if result.rule is not None and result.tally.counts:
            assert carried(result.tally, result.rule, bool(result.vetoes)) == (result.vote.outcome is Outcome.ADOPTED)


def test_the_flagship_counted_by_hand(flagship: Content) -> None:
    result = result_of(flagship, "un-ga/es-11_7")
    assert [(str(option), claim.value) for option, claim in result.counts.items()] == [
        ("yes", 93), ("no", 18), ("abstain", 65), ("not-voting", 17),
    ]  # fmt: skip
    vetoed = result_of(flagship, "un-sc/s_2022_155")
    assert vetoed.vetoes == ("RUS",)
