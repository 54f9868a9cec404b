"""Positions: members placed so that those who voted alike lie close together, each place with its error.

The distance of two members is such that its square is the part of the votes on which they differed, of those in which both
cast a ballot; an abstention against a yes or no counts half, as in the index of agreement of A. Lijphart (The Analysis of
Bloc Voting in the General Assembly, American Political Science Review 57, 1963). Members that never agree are 1 apart.
Classical scaling (W. S. Torgerson, Multidimensional Scaling, Psychometrika 17, 1952) turns these distances into the axes on
which they show most: the eigenvectors of the doubly centred matrix of squared distances.

Errors are by the jackknife (M. H. Quenouille, Notes on Bias in Estimation, Biometrika 43, 1956): the votes are cut, in order
of time, into twenty parts, and everything is worked out anew without each. Neighbouring votes are often about one text, so
that whole stretches are left out, not single votes.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from tellers.stats.ballots import ABSTAIN, NO, YES, Ballots

Floats = NDArray[np.float64]

LEAST_VOTES = 10
PARTS = 20
AXES = 2
ENOUGH = 3, 5
"""Placed are members that cast a ballot in so many fifths of the votes: any two have then a fifth of them in common."""

APART = 0.01
"""An axis has to stand out from the next by this part of its length, with every part left out; else it is any of both."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a member lies on each axis, and the standard error of that, in thousandths."""

    at: tuple[int, ...]
    error: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Positions:
    """Places by member; `shown` is the part of all squared distances, in thousandths, that each axis shows."""

    places: dict[str, Place]
    shown: tuple[int, ...]
    parts: int

    @property
    def axes(self) -> int:
        """How many axes can be told apart: one or two."""
        return len(self.shown)


def positions(ballots: Ballots, anchor: str | None) -> Positions | None:
    """The positions in the votes of the table; None of few votes, few members, or where no axis stands out.

    The anchor lies on the positive side of the first axis. Which side of an axis is which means nothing: without an anchor,
    and on the second axis, the member that lies farthest out is on the positive side.
    """
    few, of = ENOUGH
    votes = len(ballots.votes)
    enough = [code for code, cast in zip(ballots.members, ballots.cast, strict=True) if cast * of >= votes * few]
    if votes < LEAST_VOTES or len(enough) < 2 * AXES:
        return None
    placed = ballots.among(enough)
    parts = min(PARTS, votes)
    halves, both = _differed(placed.cells)
    whole = _scaled(halves, both)
    without = [_scaled(halves - less, both - fewer) for less, fewer in _parts(placed.cells, parts)]
    axes = next((axis for axis in range(AXES) if not all(one.stands_out(axis) for one in (whole, *without))), AXES)
    if not axes:
        return None
    at = whole.places[:, :axes] * _sides(whole.places[:, :axes], enough.index(anchor) if anchor in enough else None)
    left = np.stack([one.places[:, :axes] * np.where((one.places[:, :axes] * at).sum(axis=0) < 0, -1, 1) for one in without])
    error = np.sqrt((parts - 1) / parts * ((left - left.mean(axis=0)) ** 2).sum(axis=0))
    places = {code: Place(_thousandths(at[row]), _thousandths(error[row])) for row, code in enumerate(enough)}
    return Positions(places, _thousandths(whole.lengths[:axes] / whole.sum), parts)


@dataclass(frozen=True, eq=False, slots=True)
class _Scaled:
    """Coordinates on the longest axes; lengths of these and one more, longest first; the sum of all lengths."""

    places: Floats
    lengths: Floats
    sum: float

    def stands_out(self, axis: int) -> bool:
        length, following = self.lengths[axis : axis + 2]
        return bool(length - following > APART * length and length > APART * self.sum)


def _differed(cells: NDArray[np.uint8]) -> tuple[Floats, Floats]:
    """For each two members the number of half votes on which they differed, and of votes in which both cast a ballot."""
    yes, no, abstain = ((cells == option).astype(np.float64) for option in (YES, NO, ABSTAIN))
    cast, opposed, between = yes + no + abstain, yes.T @ no, abstain.T @ (yes + no)
    return 2 * (opposed + opposed.T) + between + between.T, cast.T @ cast


def _parts(cells: NDArray[np.uint8], parts: int) -> list[tuple[Floats, Floats]]:
    """The same in each of so many stretches of votes."""
    ends = [len(cells) * part // parts for part in range(parts + 1)]
    return [_differed(cells[start:end]) for start, end in pairwise(ends)]


def _scaled(halves: Floats, both: Floats) -> _Scaled:
    """Classical scaling of the squared distances `halves / (2 * both)`."""
    from scipy.linalg import eigh  # type: ignore[import-untyped]

    squared = halves / (2 * both)
    means = squared.mean(axis=0)
    centred = -(squared - means[None, :] - means[:, None] + means.mean()) / 2
    size = len(centred)
    lengths, vectors = eigh(centred, subset_by_index=[size - AXES - 1, size - 1])
    longest = lengths[::-1]
    return _Scaled(vectors[:, ::-1][:, :AXES] * np.sqrt(np.maximum(longest[:AXES], 0)), longest, float(centred.trace()))


def _sides(places: Floats, anchor: int | None) -> Floats:
    """For each axis 1 or -1, by which it is turned."""
    farthest = np.abs(places).argmax(axis=0)
    if anchor is not None:
        farthest[0] = anchor
    turned: Floats = np.where(places[farthest, range(places.shape[1])] < 0, -1.0, 1.0)
    return turned


def _thousandths(values: Floats) -> tuple[int, ...]:
    return tuple(int(value) for value in np.floor(values * 1000 + 0.5))
