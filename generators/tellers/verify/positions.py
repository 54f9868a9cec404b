"""The positions of a decade worked out another way: from the distances on each vote, with powers of a matrix.

On each vote two members are as far apart as yes (1), abstain (0) and no (-1) are; the mean of half of that over the votes in
which both cast a ballot is the square of their distance. A matrix that is squared again and again points ever more along its
longest axis; that axis taken away, along the next.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from tellers.verify.decade import CAST, Decade

Floats = NDArray[np.float64]
_SAID = {"yes": 1, "abstain": 0, "no": -1}
_SQUARINGS = 11
"""2,048 steps: axes whose lengths differ by a hundredth are told apart to nine digits."""

NEAR = 0.6
"""Thousandths that a published place or error may be off: it is rounded, and the last digits depend on the way."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Members in order, places and errors in thousandths, and the part of all squared distances that each axis shows."""

    members: list[str]
    at: Floats
    error: Floats
    shown: list[float]
    parts: int


def placed(decade: Decade) -> Placed | None:
    """The positions, each axis turned either way; None where none can be told."""
    votes = len(decade.votes)
    members = [code for code in decade.members if decade.stood[code]["cast"] >= 0.6 * votes]
    if votes < 10 or len(members) < 4:
        return None
    column = {code: at for at, code in enumerate(members)}
    said = np.full((votes, len(members)), np.nan)
    for row, roll in enumerate(decade.rolls):
        for code, option in roll.items():
            if option in CAST and code in column:
                said[row, column[code]] = _SAID[option]
    parts = min(20, votes)
    pieces = [_apart(said[start:end]) for start, end in pairwise(votes * part // parts for part in range(parts + 1))]
    halves = np.sum([piece[0] for piece in pieces], axis=0)
    both = np.sum([piece[1] for piece in pieces], axis=0)
    whole = _axes(halves, both)
    left = [_axes(halves - less, both - fewer) for less, fewer in pieces]
    number = min(axes.told for axes in (whole, *left))
    if not number:
        return None
    at = whole.places[:, :number]
    others = np.array([axes.places[:, :number] * np.sign((axes.places[:, :number] * at).sum(axis=0)) for axes in left])
    spread = ((others - others.mean(axis=0)) ** 2).sum(axis=0)
    error = np.sqrt(spread * (parts - 1) / parts)
    return Placed(members, at * 1000, error * 1000, [whole.lengths[axis] / whole.whole for axis in range(number)], parts)


def _apart(said: Floats) -> tuple[Floats, Floats]:
    """Half votes on which two differed, and votes in which both cast a ballot, one vote after the other."""
    size = said.shape[1]
    halves, both = np.zeros((size, size)), np.zeros((size, size))
    for row in said:
        far = np.abs(row[:, None] - row[None, :])
        there = ~np.isnan(far)
        halves += np.where(there, far, 0)
        both += there
    return halves, both


@dataclass(frozen=True, slots=True)
class _Axes:
    places: Floats
    lengths: list[float]
    whole: float
    told: int
    """How many of the first two axes stand out from the next by a hundredth of their length."""


def _axes(halves: Floats, both: Floats) -> _Axes:
    squared = halves / both / 2
    centred = squared - squared.mean(axis=0)
    centred = -0.5 * (centred.T - centred.mean(axis=1)).T
    whole, rest = float(np.diag(centred).sum()), centred
    lengths, vectors = [], []
    for _ in range(3):
        vector = _longest(rest)
        lengths.append(float(vector @ rest @ vector))
        vectors.append(vector)
        rest = rest - lengths[-1] * np.outer(vector, vector)
    told = 0
    while told < 2 and lengths[told] - lengths[told + 1] > 0.01 * lengths[told] and lengths[told] > 0.01 * whole:
        told += 1
    places = np.array(vectors[:2]).T * np.sqrt(np.maximum(lengths[:2], 0))
    return _Axes(places, lengths, whole, told)


def _longest(matrix: Floats) -> Floats:
    """The direction along which the matrix stretches most, of length 1."""
    power = matrix
    for _ in range(_SQUARINGS):
        size = np.abs(power).max()
        power = power @ power / (size * size) if size else power
    column = power[:, np.abs(power).max(axis=0).argmax()]
    length = np.sqrt(column @ column)
    direction: Floats = column / length if length else column
    return direction
