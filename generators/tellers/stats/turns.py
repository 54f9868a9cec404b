"""Turning points: the year in which a member's agreement with another changed most, beyond what changed for all.

Compared are the five years before a year with the five that begin with it. What is voted on changes too, and with it the
agreement of everybody; so the change of the member in the middle of all, the median, is taken away. The standard error is by
the jackknife (as for positions): each of the ten years is left out in turn.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tellers.stats.agreement import Agreement
from tellers.stats.ballots import CAST_CELLS, Ballots

Floats = NDArray[np.float64]

SPAN = 5
LEAST_VOTES, LEAST_YEARS, LEAST_MEMBERS = 100, 3, 10
"""On each side a member needs so many votes in common with the other, in so many years; and so many members have to."""

SURE = 3
"""A change is sure that is more than so many standard errors."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A member's largest change: agreement in the years before and in those from `year` on.

    `beyond` is how much more or less than for the median member it changed, and `error` the standard error of that, both in
    thousandths: 10 are a percentage point.
    """

    year: int
    before: Agreement
    after: Agreement
    beyond: int
    error: int

    @property
    def sure(self) -> bool:
        return abs(self.beyond) > SURE * self.error


@dataclass(frozen=True, eq=False, slots=True)
class _Years:
    """Votes in common with the other member, and those with the same ballot: a row a member, a column a year."""

    members: tuple[str, ...]
    first: int
    same: Floats
    both: Floats


def turns(ballots: Ballots, years: Mapping[str, int], other: str) -> dict[str, Turn]:
    """The turning point of each member that has one, by code; `years` has the year of each vote."""
    if other not in ballots.members:
        return {}
    counted = _counted(ballots, years, other)
    found: dict[str, tuple[float, int, float]] = {}
    for at in range(SPAN, counted.both.shape[1] - SPAN + 1):
        sides = [[y for y in range(start, start + SPAN) if counted.both[:, y].any()] for start in (at - SPAN, at)]
        there = np.all([_enough(counted.both[:, side]) for side in sides], axis=0)
        if there.sum() < LEAST_MEMBERS:
            continue
        beyond = _beyond(counted, sides, there)
        error = np.sqrt(sum(_spread(counted, sides, left, there) for left in (0, 1)))
        for row, change, unsure in zip(np.flatnonzero(there), beyond.tolist(), error.tolist(), strict=True):
            code = counted.members[row]
            if code not in found or round(abs(change), 9) > round(abs(found[code][0]), 9):
                found[code] = change, at, unsure
    return {code: _turn(counted, code, *found[code]) for code in sorted(found)}


def _counted(ballots: Ballots, years: Mapping[str, int], other: str) -> _Years:
    own = ballots.cells[:, [ballots.members.index(other)]]
    both = np.isin(ballots.cells, CAST_CELLS) & np.isin(own, CAST_CELLS)
    same = both & (ballots.cells == own)
    kept = [at for at, code in enumerate(ballots.members) if code != other]
    held = np.array([years[vote] for vote in ballots.votes])
    span = range(held.min(), held.max() + 1)
    table = [np.array([cells[held == year][:, kept].sum(axis=0) for year in span], np.float64).T for cells in (same, both)]
    return _Years(tuple(ballots.members[at] for at in kept), span.start, *table)


def _enough(both: Floats) -> NDArray[np.bool_]:
    enough: NDArray[np.bool_] = (both.sum(axis=1) >= LEAST_VOTES) & ((both > 0).sum(axis=1) >= LEAST_YEARS)
    return enough


def _beyond(counted: _Years, sides: list[list[int]], there: NDArray[np.bool_]) -> Floats:
    """The change of each member less that of the median member."""
    before, after = (counted.same[there][:, side].sum(axis=1) / counted.both[there][:, side].sum(axis=1) for side in sides)
    change: Floats = after - before
    return change - np.median(change)


def _spread(counted: _Years, sides: list[list[int]], left: int, there: NDArray[np.bool_]) -> Floats:
    """The part of the variance that comes from one side: each of its years left out in turn."""
    without = []
    for year in sides[left]:
        fewer = [[y for y in side if y != year] if at == left else side for at, side in enumerate(sides)]
        without.append(_beyond(counted, fewer, there))
    spread: Floats = ((np.array(without) - np.mean(without, axis=0)) ** 2).sum(axis=0) * (len(without) - 1) / len(without)
    return spread


def _turn(counted: _Years, code: str, change: float, at: int, error: float) -> Turn:
    row = counted.members.index(code)
    before, after = (
        Agreement(int(counted.same[row, start : start + SPAN].sum()), int(counted.both[row, start : start + SPAN].sum()))
        for start in (at - SPAN, at)
    )
    return Turn(counted.first + at, before, after, _thousandths(change), _thousandths(error))


def _thousandths(value: float) -> int:
    """The nearest whole number, halves away from zero."""
    return int(np.sign(value) * np.floor(round(abs(value), 9) * 1000 + 0.5))
