"""Ballots of many votes as one table, from which statistics over a whole archive are counted at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tellers.model import ORDER, Option, Roll

SEATLESS, YES, NO, ABSTAIN, SILENT = range(5)
"""What stands in a cell; `SILENT` is a member with a seat and without a yes, no or abstention."""
CAST_CELLS = (YES, NO, ABSTAIN)
_CELL = {Option.YES: YES, Option.NO: NO, Option.ABSTAIN: ABSTAIN}
_CELLS = np.array([_CELL.get(option, SILENT) for option in ORDER], np.uint8)


@dataclass(frozen=True, eq=False, slots=True)
class Ballots:
    """A row a vote, in the order given; a column a member, in the order of codes; a byte a ballot."""

    votes: tuple[str, ...]
    members: tuple[str, ...]
    cells: NDArray[np.uint8]

    @classmethod
    def of(cls, rolls: Sequence[tuple[str, Roll]]) -> Ballots:
        """The table of rolls that each hold every member with a seat; who is not in one had none."""
        members = tuple(sorted({code for _, roll in rolls for code in roll.members}))
        column = {code: at for at, code in enumerate(members)}
        cells = np.zeros((len(rolls), len(members)), np.uint8)
        for row, (_, roll) in enumerate(rolls):
            cells[row, [column[code] for code in roll.members]] = _CELLS[np.frombuffer(roll.options, np.uint8)]
        return cls(tuple(vote for vote, _ in rolls), members, cells)

    def where(self, wanted: Callable[[str], bool]) -> Ballots:
        """The rows of some votes, with the members that had a seat in one of them."""
        cells = self.cells[[wanted(vote) for vote in self.votes]]
        seated = np.flatnonzero(cells.any(axis=0))
        members = tuple(self.members[at] for at in seated)
        return Ballots(tuple(vote for vote in self.votes if wanted(vote)), members, cells[:, seated])

    def among(self, members: Iterable[str]) -> Ballots:
        """The columns of these members."""
        kept = set(members)
        here = [code in kept for code in self.members]
        return Ballots(self.votes, tuple(code for code in self.members if code in kept), self.cells[:, here])

    @property
    def cast(self) -> NDArray[np.int64]:
        """In how many of the votes each member said yes, no or abstain."""
        found: NDArray[np.int64] = ((self.cells >= YES) & (self.cells <= ABSTAIN)).sum(axis=0)
        return found
