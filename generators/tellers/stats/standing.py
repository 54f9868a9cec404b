"""Where a member stood in many votes: with the majority or the minority, abstaining, silent; and how often alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from tellers.stats.ballots import ABSTAIN, CAST_CELLS, NO, SEATLESS, SILENT, YES, Ballots


class Stood(StrEnum):
    """Where a member stood in one vote; each vote is exactly one of these.

    The majority is the larger side of yes and no alone, as abstentions decide nothing (rule 86 of the General Assembly's
    rules of procedure).
    """

    MAJORITY = "majority"
    MINORITY = "minority"
    EVEN = "even"
    ABSTAINED = "abstained"
    SILENT = "silent"
    SEATLESS = "seatless"


@dataclass(frozen=True, slots=True)
class Standing:
    """In how many votes a member stood where; `alone` is in how many nobody else cast the same ballot (yes, no, abstain)."""

    counts: Mapping[Stood, int]
    alone: int

    @property
    def votes(self) -> int:
        """All votes that are counted."""
        return sum(self.counts.values())


def standings(ballots: Ballots) -> dict[str, Standing]:
    """Where each member stood in the votes of the table."""
    cells = ballots.cells
    sides = {option: (cells == option) for option in CAST_CELLS}
    yes, no = (sides[option].sum(axis=1)[:, None] for option in (YES, NO))
    found = {
        Stood.MAJORITY: (sides[YES] & (yes > no)) | (sides[NO] & (no > yes)),
        Stood.MINORITY: (sides[YES] & (yes < no)) | (sides[NO] & (no < yes)),
        Stood.EVEN: (sides[YES] | sides[NO]) & (yes == no),
        Stood.ABSTAINED: sides[ABSTAIN],
        Stood.SILENT: cells == SILENT,
        Stood.SEATLESS: cells == SEATLESS,
    }
    counts = {stood: where.sum(axis=0).tolist() for stood, where in found.items()}
    alone = sum((side & (side.sum(axis=1) == 1)[:, None]).sum(axis=0) for side in sides.values())
    return {
        code: Standing({stood: column[at] for stood, column in counts.items()}, int(alone[at]))
        for at, code in enumerate(ballots.members)
    }
