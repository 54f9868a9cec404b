"""The votes of ten years counted by hand: one vote after the other, and pairs of members in bits.

For each member and each of yes, no and abstain there is one long number with a bit a vote. In how many votes two members
said the same is then how many bits two numbers have in common.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property


@dataclass(frozen=True, slots=True)
class Published:
    """Places and errors in thousandths by member, the part of all squared distances that each axis shows, how many parts."""

    places: Mapping[str, list[tuple[int, int]]]
    shown: list[float]
    parts: int


@dataclass(frozen=True, slots=True)
class Joined:
    """A bloc: its members with the halves in which each is in the bloc most like it, and the halves with such a bloc."""

    members: dict[str, int]
    again: int


CAST = ("yes", "no", "abstain")
_LISTED = 10
Shared = tuple[str, int, int]
"""Another member, in how many votes it said the same, and in how many both cast a ballot."""
STOOD = ("majority", "minority", "even", "abstained", "silent", "seatless")


@dataclass
class Decade:
    """Votes of which every ballot is known, oldest first, each with the ballots of all members that had a seat."""

    first: int
    votes: list[str] = field(default_factory=list)
    rolls: list[Mapping[str, str]] = field(default_factory=list)
    published: Published | None = None
    """The positions in the table of the decade, once they were compared."""

    blocs: list[Joined] | None = None
    """The blocs, once they were found; None of too few votes."""

    def whole(self) -> Decade:
        """The decade itself, for what looks at all of it."""
        return self

    @property
    def number(self) -> int:
        """How many votes."""
        return len(self.votes)

    @cached_property
    def members(self) -> list[str]:
        """Codes of all that had a seat in one of the votes."""
        return sorted({code for roll in self.rolls for code in roll})

    def people(self, named: Callable[[str], str]) -> list[tuple[str, str]]:
        """Names and codes of all members, A–Z."""
        return sorted(((named(code), code) for code in self.members), key=lambda row: (row[0].casefold(), row[1]))

    @cached_property
    def stood(self) -> Mapping[str, Counter[str]]:
        """In how many votes each member stood where, cast a ballot, and was alone with it."""
        found: dict[str, Counter[str]] = {code: Counter() for code in self.members}
        for roll in self.rolls:
            said = Counter(roll.values())
            larger = "yes" if said["yes"] > said["no"] else "no" if said["no"] > said["yes"] else ""
            for code, option in roll.items():
                found[code][_place(option, larger)] += 1
                if option in CAST:
                    found[code]["cast"] += 1
                    found[code]["alone"] += said[option] == 1
        for counts in found.values():
            counts["seatless"] = len(self.votes) - sum(counts[where] for where in STOOD[:-1])
        return found

    @cached_property
    def bits(self) -> dict[str, tuple[int, int, int]]:
        """For each member the votes in which it said yes, no, abstain."""
        lists: dict[str, tuple[list[int], ...]] = {code: ([], [], []) for code in self.members}
        for at, roll in enumerate(self.rolls):
            for code, option in roll.items():
                if option in CAST:
                    lists[code][CAST.index(option)].append(at)
        return {code: (_bits(one), _bits(two), _bits(three)) for code, (one, two, three) in lists.items()}

    def pair(self, one: str, other: str, among: int = -1) -> tuple[int, int]:
        """In how many votes (of those whose bits are in `among`) both said the same, and in how many both cast a ballot."""
        (y, n, a), (yes, no, abstain) = self.bits[one], self.bits[other]
        same = ((y & yes) | (n & no) | (a & abstain)) & among
        return same.bit_count(), ((y | n | a) & (yes | no | abstain) & among).bit_count()

    @cached_property
    def pairs(self) -> dict[tuple[str, str], tuple[int, int]]:
        """Every two members, in the order of their codes, that both cast a ballot in some vote."""
        people = self.members
        every = ((one, other) for at, one in enumerate(people) for other in people[at + 1 :])
        found = {pair: self.pair(*pair) for pair in every}
        return {pair: counts for pair, counts in found.items() if counts[1]}

    def shared(self, one: str, other: str) -> tuple[int, int]:
        """The same from either side; no votes where they never both cast a ballot."""
        return self.pairs.get((min(one, other), max(one, other)), (0, 0))

    def alike(self, code: str) -> tuple[list[Shared], list[Shared]]:
        """The members that voted most like it, best first, and of the others those that did least, worst first."""
        cast = self.stood[code]["cast"]
        found = [(other, *self.shared(code, other)) for other in self.members if other != code]
        left = [row for row in found if row[2] and row[2] * 2 >= cast]
        # Equal parts of a few thousand votes are equal as floats, and unequal ones are far from being so.
        most = sorted(left, key=lambda row: (-row[1] / row[2], -row[2], row[0]))[:_LISTED]
        rest = [row for row in left if row not in most]
        return most, sorted(rest, key=lambda row: (row[1] / row[2], -row[2], row[0]))[:_LISTED]


def _place(option: str, larger: str) -> str:
    if option == "abstain":
        return "abstained"
    if option not in CAST:
        return "silent"
    if not larger:
        return "even"
    return "majority" if option == larger else "minority"


def _bits(places: list[int]) -> int:
    return sum(1 << place for place in places)
