"""Where the seats of a hemicycle are: so many places on concentric arcs, each row filled from end to end."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tellers.figures.placing import half
from tellers.figures.seats import GAP

INNER = 0.37
"""Radius of the innermost row, as a part of the outermost."""
LARGEST = 52.0
"""Distance of two seats where there are few."""
SMALL = 20
"""A body of at most so many members sits in a single row."""


@dataclass(frozen=True, slots=True)
class Arc:
    """Places of seats around a centre, left to right; the outermost row's centres lie on `radius`."""

    radius: float
    seat: float
    seats: int

    @property
    def places(self) -> tuple[tuple[float, float], ...]:
        """Angle (half a turn on the left, nought on the right) and distance from the centre."""
        return tuple((angle, row * self.radius) for angle, _, _, row in _turns(self.seats))

    def points(self, x: float, y: float) -> Iterator[tuple[float, float]]:
        """Each place around a centre at x and y, moved to the nearest half pixel."""
        radius = self.radius
        return ((half(x + row * radius * cos), half(y - row * radius * sin)) for _, cos, sin, row in _turns(self.seats))


def arc(seats: int, radius: float) -> Arc:
    """The places of so many seats."""
    return Arc(radius, seat_radius(seats, radius), seats)


def seat_radius(seats: int, radius: float) -> float:
    """The radius of a seat that leaves its neighbours free space."""
    return (min(_rows(seats)[2] * radius, LARGEST) - GAP) / 2


@lru_cache(maxsize=1024)
def _rows(seats: int) -> tuple[tuple[float, ...], tuple[int, ...], float]:
    """Radii and numbers of seats of the rows of a hemicycle of radius 1, and the least distance of two seats.

    As many rows as make that distance largest; a single one for a small body.
    """
    best: tuple[tuple[float, ...], tuple[int, ...], float] = ((1.0,), (seats,), _step(1.0, seats))
    for rows in range(2, math.isqrt(seats) + 1 if seats > SMALL else 0):
        radii = tuple(INNER + (1 - INNER) * row / (rows - 1) for row in range(rows))
        numbers = _shares(seats, radii)
        if numbers[0] < 2:
            break
        least = min([(1 - INNER) / (rows - 1), *map(_step, radii, numbers)])
        if least > best[2]:
            best = (radii, numbers, least)
    return best


def _step(radius: float, seats: int) -> float:
    """The distance of two neighbours in a row of so many seats."""
    return 2 * radius * math.sin(math.pi / (2 * (seats - 1))) if seats > 1 else 2 * radius


def _shares(seats: int, radii: Sequence[float]) -> tuple[int, ...]:
    """Seats a row in proportion to its length, by largest remainder."""
    whole = sum(radii)
    exact = [seats * radius / whole for radius in radii]
    shares = [math.floor(part) for part in exact]
    order = sorted(range(len(radii)), key=lambda row: (shares[row] - exact[row], row))
    for row in order[: seats - sum(shares)]:
        shares[row] += 1
    return tuple(shares)


@lru_cache(maxsize=1024)
def _turns(seats: int) -> tuple[tuple[float, float, float, float], ...]:
    """Of each place the angle, its cosine and sine, and its row's radius as a part of the outermost.

    They are the same in every picture of so many seats.
    """
    radii, numbers, _ = _rows(seats)
    found = [
        (math.pi * (1 - place / (number - 1)) if number > 1 else math.pi / 2, radius)
        for radius, number in zip(radii, numbers, strict=True)
        for place in range(number)
    ]
    found.sort(key=lambda at: (-round(at[0], 6), at[1]))
    return tuple((angle, math.cos(angle), math.sin(angle), row) for angle, row in found)
