"""Agreement between every two members over many votes at once, exact."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tellers.stats.agreement import Agreement
from tellers.stats.ballots import CAST_CELLS, Ballots


@dataclass(frozen=True, eq=False, slots=True)
class Together:
    """For each two members, in how many votes both cast a ballot (yes, no, abstain), and in how many the same."""

    members: tuple[str, ...]
    same: NDArray[np.int64]
    both: NDArray[np.int64]

    def of(self, member: str) -> dict[str, Agreement]:
        """The member's agreement with every other that cast a ballot in a vote in which it did, by code."""
        at = self.members.index(member)
        rows = zip(self.members, self.same[at].tolist(), self.both[at].tolist(), strict=True)
        return {code: Agreement(same, both) for code, same, both in rows if both and code != member}


def together(ballots: Ballots) -> Together:
    """Agreement of all pairs in the votes of the table; the same as one pair after the other, in matrix products."""
    sides = [(ballots.cells == option).astype(np.float64) for option in CAST_CELLS]  # whole numbers are exact below 2**53
    cast = sum(sides, np.zeros(ballots.cells.shape))
    same = sum((side.T @ side for side in sides), np.zeros((len(ballots.members),) * 2))
    return Together(ballots.members, same.astype(np.int64), (cast.T @ cast).astype(np.int64))
