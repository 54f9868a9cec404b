"""The blocs of a decade found another way: groups are joined one pair after the other by the sums of their differences.

Which parts of the votes make a half is told by how many binary digits the numbers of the half and of a part have in common.
"""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from tellers.verify.decade import Decade, Joined

Floats = NDArray[np.float64]
_PARTS = 16
SURE = 24
HALVES = 30


def joined(decade: Decade) -> list[Joined] | None:
    """The blocs, the largest first; None of too few votes or members."""
    votes = len(decade.votes)
    members = [code for code in decade.members if decade.stood[code]["cast"] >= 0.6 * votes]
    if votes < _PARTS or len(members) < 5:
        return None
    masks = [(1 << end) - (1 << start) for start, end in pairwise(votes * part // _PARTS for part in range(_PARTS + 1))]
    counted = [_counts(decade, members, mask) for mask in masks]
    whole = _groups(members, np.sum(counted, axis=0))
    halves = []
    for row in range(1, _PARTS):
        for odd in (0, 1):
            half = [counts for part, counts in enumerate(counted) if (part & row).bit_count() % 2 == odd]
            halves.append(_groups(members, np.sum(half, axis=0)))
    large = sorted((group for group in whole if len(group) >= 5), key=lambda group: (-len(group), group))
    return [_again(group, halves) for group in large]


def _counts(decade: Decade, members: list[str], mask: int) -> Floats:
    """For each two members the votes of a part in which both said the same, and in which both cast a ballot."""
    found = np.zeros((2, len(members), len(members)))
    for at, one in enumerate(members):
        for place, other in enumerate(members[:at]):
            found[:, at, place] = found[:, place, at] = decade.pair(one, other, mask)
    return found


def _groups(members: list[str], counts: Floats) -> list[list[str]]:
    size = len(members)
    sums = np.full((size, size), np.inf)
    for at in range(size):
        for place in range(at + 1, size):
            same, both = int(counts[0, at, place]), int(counts[1, at, place])
            apart = (both - same) * 1_000_000 // both if both else 1_000_000
            sums[at, place] = sums[place, at] = apart + (at * size + place) * 0.6180339887498949 % 1.0
    groups = {at: [code] for at, code in enumerate(members)}
    number = np.ones(size)
    while len(groups) > 1:
        means = sums / np.outer(number, number)
        one, other = divmod(int(means.argmin()), size)
        if means[one, other] > 200_001:  # a fifth, and what is each pair's own
            break
        groups[one] += groups.pop(other)
        number[one] += number[other]
        sums[one] += sums[other]
        sums[:, one] = sums[one]
        sums[one, one] = np.inf
        sums[other] = sums[:, other] = np.inf
    return [sorted(group) for group in groups.values()]


def _again(group: list[str], halves: list[list[list[str]]]) -> Joined:
    members, again = dict.fromkeys(group, 0), 0
    for half in halves:
        shared = [(len(set(group) & set(other)), len(set(group) | set(other)), other) for other in half]
        common, all_, best = min(shared, key=lambda row: (-row[0] / row[1], row[2]))
        again += 4 * common >= 3 * all_
        for code in best:
            if code in members:
                members[code] += 1
    return Joined(members, again)
