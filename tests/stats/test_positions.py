"""Positions: members that vote alike lie close together, and published estimates agree."""

from __future__ import annotations

import random
from itertools import combinations

import numpy as np
import pytest
from scipy.stats import pearsonr, spearmanr

from tellers.stats.ballots import Ballots
from tellers.stats.positions import Place, Positions, positions

from .test_standing import table


def camps(votes: int, seed: int = 1) -> Ballots:
    """Two camps, A to E and F to J, on three votes of four; on every fourth A, B, F and G against the rest; some stray."""
    rng = random.Random(seed)
    rows = []
    for vote in range(votes):
        yes = set("ABFG") if vote % 4 == 3 else set("ABCDE")
        rows.append("".join(rng.choice("yna-") if rng.random() < 0.1 else "ny"[code in yes] for code in "ABCDEFGHIJ"))
    return table(*rows)


def found(ballots: Ballots, anchor: str | None = None) -> Positions:
    placed = positions(ballots, anchor)
    assert placed is not None
    return placed


def test_camps_lie_on_two_sides_of_each_axis() -> None:
    placed = found(camps(200), "A")
    assert placed.axes == 2
    first, second = ({code: place.at[axis] for code, place in placed.places.items()} for axis in (0, 1))
    assert min(first[code] for code in "ABCDE") > 0 > max(first[code] for code in "FGHIJ")
    assert len({second[code] > 0 for code in "ABFG"}) == len({second[code] > 0 for code in "CDEHIJ"}) == 1
    assert placed.shown[0] > placed.shown[1]


def test_distances_are_shares_of_votes_on_which_two_differ() -> None:
    """With two sorts of votes alone, two axes show everything: on each sort two members differ in all votes or in none."""
    rows = ["yyynnn" if vote % 3 else "ynynyn" for vote in range(60)]
    placed = found(table(*rows))
    assert sum(placed.shown) == pytest.approx(1000, abs=1)
    for one, other in combinations("ABCDEF", 2):
        at, there = (np.array(placed.places[code].at) / 1000 for code in (one, other))
        differed = sum(row[ord(one) - 65] != row[ord(other) - 65] for row in rows) / 60
        assert ((at - there) ** 2).sum() == pytest.approx(differed, abs=0.005)


def test_an_abstention_counts_half() -> None:
    whole, half = (found(table(*[row] * 30 + ["yyyyyyy"] * 30)) for row in ("yyyynnn", "yyyyaaa"))
    lengths = [abs(placed.places["A"].at[0] - placed.places["G"].at[0]) for placed in (whole, half)]
    assert (lengths[0] / lengths[1]) ** 2 == pytest.approx(2, abs=0.02)


def test_the_order_of_members_and_the_anchor_change_only_sides() -> None:
    one, other = found(camps(100), "A"), found(camps(100), "J")
    for code, place in one.places.items():
        assert (-place.at[0], place.at[1]) == pytest.approx(other.places[code].at, abs=1)
    assert one.places["A"].at[0] > 0 > other.places["A"].at[0]


def test_more_votes_make_smaller_errors() -> None:
    errors = [np.mean([place.error[0] for place in found(camps(votes)).places.values()]) for votes in (50, 800)]
    assert errors[1] < errors[0] / 2


def test_errors_are_about_what_other_votes_would_give() -> None:
    """The spread of places over forty runs of other strays, against the errors that one run gives."""
    runs = [found(camps(120, seed), "A") for seed in range(40)]
    spread = np.mean(np.std([[place.at[0] for place in run.places.values()] for run in runs], axis=0))
    claimed = np.mean([[place.error[0] for place in run.places.values()] for run in runs])
    assert 0.6 < claimed / spread < 1.6


@pytest.mark.parametrize(
    "rows", [["yn"] * 5, ["yyyy"] * 40, ["yyyynnn"] * 9], ids=["two members", "of one mind", "nine votes"]
)
def test_what_cannot_be_told_is_not_told(rows: list[str]) -> None:
    assert positions(table(*rows), None) is None


def test_an_axis_that_any_other_could_be_is_left_out() -> None:
    rows = ["".join("ny"[code == other] for other in range(8)) for code in range(8)] * 3
    assert positions(table(*rows, *["yyyynnnn"] * 20), None) is not None
    assert found(table(*rows, *["yyyynnnn"] * 20)).axes == 1


def test_who_cast_few_ballots_has_no_place() -> None:
    ballots = camps(100)
    ballots.cells[:41, 2] = 0
    assert set(found(ballots).places) == set("ABDEFGHIJ")


PUBLISHED = {
    1950: "USA 1.72 CAN 1.71 CUB 1.44 HTI 0.68 DOM 1.53 UKR -2.51 BLR -2.51 SWE 1.31 NOR 1.32 AFG -0.55",
    1960: "USA 2.01 CAN 1.69 CUB -1.88 HTI 0.65 DOM 0.92 UKR -2.26 BLR -2.25 FIN 1.06 SWE 1.28 NOR 1.39 AFG -0.65 MNG -2.11",
    1970: "USA 2.14 CAN 1.46 CUB -1.87 HTI 1.08 DOM 0.83 UKR -2.39 BLR -2.36 FIN 0.65 SWE 0.99 NOR 1.27 AFG -0.25 ARE -0.29 "
    "OMN 0.00 CHN -0.50 MNG -2.37",
    1980: "USA 2.74 CAN 1.64 BHS 0.22 CUB -1.80 HTI 0.19 UKR -1.72 BLR -1.80 FIN 0.72 SWE 0.88 NOR 1.34 AFG -1.82 ARE -0.59 "
    "OMN -0.32 CHN 0.06",
    1990: "USA 2.94 CAN 1.11 BHS 0.11 CUB -1.74 HTI -0.30 UKR 0.43 BLR 0.41 ARM 0.57 GEO 1.66 AZE 0.19 FIN 1.10 SWE 0.94 "
    "AFG -0.85 ARE -0.78 OMN -0.79 QAT -0.86 CHN -1.44 KAZ 0.42",
    2000: "USA 2.89 CAN 1.26 BHS -0.54 CUB -1.37 HTI -0.12 UKR 0.56 BLR -0.22 ARM 0.14 GEO 0.98 AZE -0.20 FIN 1.00 SWE 0.90 "
    "AFG -0.83 ARE -1.04 OMN -1.21 QAT -1.18 CHN -0.78 KAZ -0.16 KGZ -0.21 UZB -0.27 TJK -0.27 TKM -1.06",
}  # fmt: skip
"""Ideal points of 1955, 1965 and so on to 2005, by another method: M. Bailey, A. Strezhnev, E. Voeten, Estimating Dynamic
State Preferences from United Nations Voting Data, Journal of Conflict Resolution 61, 2017; read in the table of the package
qss."""


@pytest.mark.parametrize("first", PUBLISHED)
def test_published_estimates_agree(first: int, decades: dict[int, Ballots]) -> None:
    placed = found(decades[first], "USA").places
    words = PUBLISHED[first].split()
    pairs = [
        (float(value), placed[code].at[0]) for code, value in zip(words[::2], words[1::2], strict=True) if code in placed
    ]
    assert len(pairs) >= len(words) // 2 - 3
    assert pearsonr(*zip(*pairs, strict=True)).statistic > 0.85
    assert spearmanr(*zip(*pairs, strict=True)).statistic > 0.9


def test_places_are_the_same_each_time() -> None:
    assert found(camps(60), "A") == found(camps(60), "A")
    assert isinstance(found(camps(60)).places["A"], Place)
