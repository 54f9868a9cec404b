"""How many ballots say what."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from fractions import Fraction

from tellers.model import ORDER, Base, Option, Roll
from tellers.model.option import CAST


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts by option in the order of `ORDER`, and the number of members that they are counted among.

    `unstated` is how many members the counts do not account for: not zero only where totals, not ballots, are known.
    """

    counts: Mapping[Option, int]
    members: int

    def __getitem__(self, option: Option) -> int:
        return self.counts.get(option, 0)

    @property
    def unstated(self) -> int:
        return self.members - sum(self.counts.values())


def tally_of_roll(roll: Roll, among: Collection[str] | None = None) -> Tally:
    """The tally of the roll, or of those of its ballots whose member is `among` the given codes.

    >>> tally_of_roll(Roll.of([("A", Option.YES), ("B", Option.NO), ("C", Option.YES)]))[Option.YES]
    2
    """
    chosen = [option for code, option in roll if among is None or code in among]
    return Tally({option: chosen.count(option) for option in ORDER if option in chosen}, len(chosen))


def tally_of_totals(totals: Mapping[Option, int], members: int) -> Tally:
    """The tally that stated totals give for a body of so many members."""
    return Tally({option: totals[option] for option in ORDER if option in totals}, members)


def base_of(tally: Tally, base: Base) -> int:
    """The number that a share is of: all members, ballots cast (yes, no, abstain), or yes and no alone."""
    if base is Base.MEMBERS:
        return tally.members
    options = CAST if base is Base.CAST else (Option.YES, Option.NO)
    return sum(tally[option] for option in options)


def share(tally: Tally, option: Option, base: Base) -> Fraction | None:
    """The option's part of the base, exact; None where the base is empty."""
    whole = base_of(tally, base)
    return Fraction(tally[option], whole) if whole else None
