"""Blocs: who agreed in four of five votes, and how surely."""

from __future__ import annotations

from itertools import combinations

import pytest

from tellers.stats.ballots import Ballots
from tellers.stats.blocs import Bloc, _halves, blocs

from .test_standing import table


def found(ballots: Ballots) -> tuple[Bloc, ...]:
    made = blocs(ballots)
    assert made is not None
    return made


def test_who_votes_alike_is_a_bloc_and_who_does_not_is_in_none() -> None:
    rows = ["yyyyyynnnnna" if vote % 2 else "nnnnnnyyyyyn" for vote in range(40)]
    assert found(table(*rows)) == (
        Bloc(dict.fromkeys("ABCDEF", 30), 30),
        Bloc(dict.fromkeys("GHIJK", 30), 30),
    )


@pytest.mark.parametrize(("apart", "together"), [(7, True), (8, True), (9, False)])
def test_two_groups_are_one_bloc_up_to_a_fifth_of_the_votes(apart: int, together: bool) -> None:
    rows = ["yyyyynnnnn"] * apart + ["yyyyyyyyyy"] * (40 - apart)
    assert [len(bloc.members) for bloc in found(table(*rows))] == ([10] if together else [5, 5])


def test_a_bloc_of_a_part_of_the_time_is_not_found_in_every_half() -> None:
    """F votes with A to E in all but the last quarter, in which it votes against them: in some halves it is no fifth."""
    (bloc,) = found(table(*["yyyyyy"] * 64, *["yyyyyn"] * 15))
    assert bloc.members["A"] == bloc.again == 30
    assert 0 < bloc.members["F"] < 30


def test_four_are_no_bloc_and_few_votes_tell_nothing() -> None:
    assert found(table(*["yyyynnnn"] * 20)) == ()
    assert blocs(table(*["yyyyyy"] * 15)) is None
    assert blocs(table(*["yyyy"] * 20)) is None


def test_the_codes_of_members_do_not_matter() -> None:
    rows = ["".join("yn"[(vote * (at + 2)) % 7 < at % 3] for at in range(12)) for vote in range(64)]
    ballots = table(*rows)
    sets = {frozenset(bloc.members) for bloc in found(ballots)}
    names = dict(zip(ballots.members, reversed(ballots.members), strict=True))
    turned = Ballots(ballots.votes, ballots.members, ballots.cells[:, ::-1])
    assert {frozenset(names[code] for code in bloc.members) for bloc in found(turned)} == sets


def test_any_two_parts_are_together_in_equally_many_halves() -> None:
    halves = [set(half) for half in _halves()]
    assert {len(half) for half in halves} == {8}
    assert len({frozenset(half) for half in halves}) == len(halves) == 30
    assert {sum({one, other} <= half for half in halves) for one, other in combinations(range(16), 2)} == {7}


def test_known_blocs_of_the_general_assembly(decades: dict[int, Ballots]) -> None:
    eastern, union = {"BLR", "CSK", "POL", "UKR"}, {"AUT", "BEL", "DEU", "DNK", "ESP", "FRA", "GBR", "ITA", "POL", "SWE"}
    assert any(eastern <= set(bloc.members) and bloc.again == 30 for bloc in found(decades[1950]))
    assert any(union <= set(bloc.members) and bloc.again == 30 for bloc in found(decades[2000]))
    assert not any("USA" in bloc.members for bloc in found(decades[2000]))
