"""Agreement of all pairs at once."""

from __future__ import annotations

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
