"""Where labels go so that none touches another: places on one line, from what is wanted and what is free."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise


def dodge(starts: Sequence[float], widths: Sequence[float], gap: float, left: float, right: float) -> list[float]:
    """Left edges for labels that begin at `starts`, pushed apart by `gap` and kept between `left` and `right`.

    First from the left, then back from the right, so that the order never changes.

    >>> dodge([0, 5, 90], [10, 10, 20], 2, 0, 100)
    [0, 12, 80]
    """
    places = list(starts)
    for i in range(1, len(places)):
        places[i] = max(places[i], places[i - 1] + widths[i - 1] + gap)
    limit = right
    for i in reversed(range(len(places))):
        places[i] = max(left, min(places[i], limit - widths[i]))
        limit = places[i] - gap
    return places


def spread(centres: Sequence[float], sizes: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Centres, in the given rising order, moved as little as may be until they stand `gap` apart between `low` and `high`.

    Neighbours that touch become one pool with a common shift (pooling of adjacent violators), so that the labels of a
    crowd move to both sides of it instead of all to one.

    >>> spread([10, 10], [4, 4], 2, 0, 100)
    [7.0, 13.0]
    """
    offsets = [0.0]
    for before, after in pairwise(sizes):
        offsets.append(offsets[-1] + before / 2 + gap + after / 2)
    pools: list[tuple[float, int]] = []
    for centre, offset in zip(centres, offsets, strict=False):
        mean, count = centre - offset, 1
        while pools and pools[-1][0] > mean:
            other, others = pools.pop()
            mean, count = (mean * count + other * others) / (count + others), count + others
        pools.append((mean, count))
    shifts = [mean for mean, count in pools for _ in range(count)]
    ends = [(low + size / 2 - offset, high - size / 2 - offset) for size, offset in zip(sizes, offsets, strict=False)]
    lowest, highest = max((end[0] for end in ends), default=low), min((end[1] for end in ends), default=high)
    return [min(max(shift, lowest), highest) + offset for shift, offset in zip(shifts, offsets, strict=False)]


def r(value: float) -> float:
    """A coordinate as it is written: two decimals."""
    return round(value, 2)


def half(value: float) -> float:
    """The nearest half pixel: at twice the pixels, equal marks that begin there have equal pixels, which pack well."""
    return round(value * 2) / 2
