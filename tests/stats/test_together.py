"""Agreement of all pairs at once."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tellers.model import Roll
from tellers.stats import agreements
from tellers.stats.ballots import Ballots
from tellers.stats.together import together

from .strategies import CODES, ROLLS


@given(st.lists(ROLLS, max_size=5))
def test_it_is_the_same_as_one_member_after_the_other(rolls: list[Roll]) -> None:
    found = together(Ballots.of([(f"vote-{at}", roll) for at, roll in enumerate(rolls)]))
    for code in CODES:
        assert (found.of(code) if code in found.members else {}) == agreements(rolls, code)


@pytest.mark.parametrize(
    ("member", "share"),
    [
        ("CAN", 0.4802632),
        ("BLR", 0.1059603),
        ("CUB", 0.05921053),
        ("NOR", 0.3774834),
        ("AFG", 0.06081081),
        ("CHN", 0.1496599),
    ],
)
def test_published_agreement_with_the_united_states_is_ours(member: str, share: float, decades: dict[int, Ballots]) -> None:
    """Shares of 1985 as they stand in the table of the package qss, which has them from Erik Voeten's data."""
    found = together(decades[1980].where(lambda vote: vote.startswith("1985"))).of("USA")[member]
    assert round(found.same / found.both, 7) == round(share, 7)
