"""Blocs: members that on average agreed in four of five votes, and in how many halves of the votes each is found again.

Members are joined by average linkage (R. R. Sokal, C. D. Michener, A Statistical Method for Evaluating Systematic
Relationships, University of Kansas Science Bulletin 38, 1958): first the two that differed least, then always the two groups
whose members differed least on average, until every two groups that are left differed on average in more than a fifth of the
votes.

How sure a bloc is, is told by halves of the votes: these are cut, in order of time, into sixteen parts, and thirty times
eight of the parts are taken, so that any two parts are taken together equally often (balanced half samples after
P. J. McCarthy, Pseudoreplication, Review of the International Statistical Institute 37, 1969). A bloc is found again in a
half where a bloc has three quarters of the members of both in common with it (C. Hennig, Cluster-wise Assessment of Cluster
Stability, Computational Statistics and Data Analysis 52, 2007).
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from tellers.stats.ballots import Ballots
from tellers.stats.positions import ENOUGH
from tellers.stats.together import together

Whole = NDArray[np.int64]

APART = Fraction(1, 5)
LEAST_MEMBERS = 5
PARTS, HALVES = 16, 30
AGAIN = Fraction(3, 4)


@dataclass(frozen=True, slots=True)
class Bloc:
    """Codes of its members with the number of halves in which each is in the bloc that is most like this one.

    `again` is the number of halves in which the bloc is found again.
    """

    members: dict[str, int]
    again: int


def blocs(ballots: Ballots) -> tuple[Bloc, ...] | None:
    """The blocs of five members or more, the largest first; None of fewer votes than a half needs."""
    few, of = ENOUGH
    votes = len(ballots.votes)
    enough = [code for code, cast in zip(ballots.members, ballots.cast, strict=True) if cast * of >= votes * few]
    if votes < PARTS or len(enough) < LEAST_MEMBERS:
        return None
    table = ballots.among(enough)
    parts = _parts(table)
    whole = _joined(*np.sum(parts, axis=0))
    halves = [_joined(*np.sum([parts[at] for at in half], axis=0)) for half in _halves()]
    large = sorted((group for group in whole if len(group) >= LEAST_MEMBERS), key=lambda group: (-len(group), min(group)))
    return tuple(_bloc(group, halves, enough) for group in large)


Group = frozenset[int]
"""Members by their columns."""


def _bloc(group: Group, halves: list[list[Group]], codes: list[str]) -> Bloc:
    best = [max(half, key=lambda other: (_alike(group, other), -min(other))) for half in halves]
    again = sum(_alike(group, other) >= AGAIN for other in best)
    return Bloc({codes[at]: sum(at in other for other in best) for at in sorted(group)}, again)


def _alike(one: Group, other: Group) -> Fraction:
    """The members in common as a part of all members of both."""
    return Fraction(len(one & other), len(one | other))


def _parts(table: Ballots) -> list[tuple[Whole, Whole]]:
    ends = [len(table.votes) * part // PARTS for part in range(PARTS + 1)]
    cut = [Ballots(table.votes[start:end], table.members, table.cells[start:end]) for start, end in pairwise(ends)]
    return [(found.same, found.both) for found in map(together, cut)]


def _halves() -> list[list[int]]:
    """The parts of each half, from a Hadamard matrix: its rows, and the same with what they leave out."""
    from scipy.linalg import hadamard  # type: ignore[import-untyped]

    rows = hadamard(PARTS)[1:]
    return [[at for at in range(PARTS) if row[at] == sign] for row in rows for sign in (1, -1)]


def _joined(same: Whole, both: Whole) -> list[Group]:
    """The groups of average linkage.

    Differences are whole millionths of the votes that two have in common, and 1 of two without any. To each is added a fixed
    part of a millionth of its own, so that no two are equal and no order of joining is left to chance.
    """
    from scipy.cluster.hierarchy import average, fcluster  # type: ignore[import-untyped]

    size = len(same)
    one, other = np.triu_indices(size, 1)
    met = both[one, other]
    apart = np.where(met > 0, (met - same[one, other]) * 1_000_000 // np.maximum(met, 1), 1_000_000)
    own = (one * size + other) * 0.6180339887498949 % 1.0
    labels = fcluster(average(apart + own), float(APART * 1_000_000) + 1, "distance")
    return [frozenset(np.flatnonzero(labels == label).tolist()) for label in np.unique(labels)]
