"""How often two members chose the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from tellers.model import Roll
from tellers.model.option import CAST


@dataclass(frozen=True, slots=True)
class Agreement:
    """In how many of the votes in which both cast a ballot (yes, no or abstain) they cast the same."""

    same: int
    both: int

    @property
    def share(self) -> Fraction | None:
        return Fraction(self.same, self.both) if self.both else None


def agreement(rolls: Iterable[Roll], one: str, other: str) -> Agreement:
    """Agreement over the rolls; votes in which either cast no ballot do not count.

    Symmetric, between 0 and `both`, and independent of the order of the rolls.
    """
    same = both = 0
    for roll in rolls:
        first, second = roll.option_of(one), roll.option_of(other)
        if first in CAST and second in CAST:
            both += 1
            same += first == second
    return Agreement(same, both)


def agreements(rolls: Iterable[Roll], member: str) -> dict[str, Agreement]:
    """The member's agreement with every other member that cast a ballot in a vote in which it did, by code."""
    same: Counter[str] = Counter()
    both: Counter[str] = Counter()
    for roll in rolls:
        own = roll.option_of(member)
        if own not in CAST:
            continue
        cast = [(code, option) for code, option in roll if option in CAST and code != member]
        both.update(code for code, _ in cast)
        same.update(code for code, option in cast if option is own)
    return {code: Agreement(same[code], both[code]) for code in sorted(both)}
