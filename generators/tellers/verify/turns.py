"""Turning points counted by hand, in fractions: how agreement with one member changed from five years to the next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import sqrt

from tellers.verify.decade import CAST, Decade

Count = tuple[int, int]
"""Votes with the same ballot, and votes in which both cast one."""


@dataclass(frozen=True, slots=True)
class Turned:
    """The year, the counts before and from it on, the change beyond that of the median member and its error."""

    year: int
    before: Count
    after: Count
    beyond: Fraction
    error: float

    @property
    def thousandths(self) -> tuple[int, int]:
        """Change and error, rounded, halves away from zero."""
        change, error = round(abs(float(self.beyond)), 9), round(self.error, 9)
        return (1 if self.beyond >= 0 else -1) * int(change * 1000 + 0.5), int(error * 1000 + 0.5)

    @property
    def sure(self) -> bool:
        change, error = self.thousandths
        return abs(change) > 3 * error


def turned(decades: Iterable[Decade], dates: Mapping[str, str], other: str) -> dict[str, Turned]:
    """The largest change of each member; `dates` has the date of each vote."""
    years: dict[int, dict[str, Count]] = {}
    held: set[int] = set()
    for decade in decades:
        for vote, roll in zip(decade.votes, decade.rolls, strict=True):
            held.add(int(dates[vote][:4]))
            if roll.get(other) in CAST:
                _add(years.setdefault(int(dates[vote][:4]), {}), roll, other)
    if not years:
        return {}
    found: dict[str, Turned] = {}
    for year in range(min(held) + 5, max(held) - 3):
        sides = [[y for y in range(start, start + 5) if years.get(y)] for start in (year - 5, year)]
        for code, turn in _changes(years, sides, year).items():
            if code not in found or round(float(abs(turn.beyond)), 9) > round(float(abs(found[code].beyond)), 9):
                found[code] = turn
    return found


def _add(year: dict[str, Count], roll: Mapping[str, str], other: str) -> None:
    for code, option in roll.items():
        if option in CAST and code != other:
            same, both = year.get(code, (0, 0))
            year[code] = same + (option == roll[other]), both + 1


def _changes(years: dict[int, dict[str, Count]], sides: list[list[int]], year: int) -> dict[str, Turned]:
    """Every member with votes enough on both sides."""
    codes = {code for side in sides for y in side for code in years[y]}
    there = sorted(code for code in codes if all(_enough(years, side, code) for side in sides))
    if len(there) < 10:
        return {}
    whole = _beyond(years, sides, there)
    variance = dict.fromkeys(there, 0.0)
    for left, side in enumerate(sides):
        others = [[[y for y in one if y != gone] if at == left else one for at, one in enumerate(sides)] for gone in side]
        runs = [_beyond(years, fewer, there) for fewer in others]
        for code in there:
            values = [float(run[code]) for run in runs]
            mean = sum(values) / len(values)
            variance[code] += sum((value - mean) ** 2 for value in values) * (len(values) - 1) / len(values)
    before, after = sides
    return {
        code: Turned(year, _sum(years, before, code), _sum(years, after, code), whole[code], sqrt(variance[code]))
        for code in there
    }


def _enough(years: dict[int, dict[str, Count]], side: list[int], code: str) -> bool:
    return _sum(years, side, code)[1] >= 100 and sum(code in years[y] for y in side) >= 3


def _sum(years: dict[int, dict[str, Count]], side: list[int], code: str) -> Count:
    rows = [years[y].get(code, (0, 0)) for y in side]
    return sum(same for same, _ in rows), sum(both for _, both in rows)


def _beyond(years: dict[int, dict[str, Count]], sides: list[list[int]], there: list[str]) -> dict[str, Fraction]:
    before, after = ({code: Fraction(*_sum(years, side, code)) for code in there} for side in sides)
    change = {code: after[code] - before[code] for code in there}
    ranked = sorted(change.values())
    middle = (ranked[(len(ranked) - 1) // 2] + ranked[len(ranked) // 2]) / 2
    return {code: value - middle for code, value in change.items()}
