"""Who had a seat when a vote was taken, and which of them the voters of a source are."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from tellers.importers.asked import Asked
from tellers.importers.found import Voter


@dataclass(frozen=True, slots=True)
class Seated:
    """Members with a seat on the day; of a month, those with one on all of its days, and those with one on some day."""

    always: frozenset[str]
    sometimes: frozenset[str]


@dataclass(slots=True)
class Seating:
    """Seats and voters by day or month, each worked out once."""

    asked: Asked
    who: tuple[Voter, ...]
    _seats: dict[str, Seated] = field(default_factory=dict)
    _codes: dict[str, list[str | None]] = field(default_factory=dict)

    def seated(self, day: date) -> Seated:
        key = str(day)
        if key not in self._seats:
            self._seats[key] = Seated(*self.asked.content.seated_in(self.asked.body, day))
        return self._seats[key]

    def several(self, voter: Voter, day: date) -> list[str]:
        """The members with a seat that the voter can be, where that is more than one."""
        seats = self.seated(day).sometimes
        found = [c.code for c in voter.candidates if c.code in seats and c.on(day)]
        return found if len(found) > 1 else []

    def codes(self, day: date) -> list[str | None]:
        """For each voter the one member with a seat that it can be; None where there is none, or more than one."""
        key = str(day)
        if key not in self._codes:
            seats = self.seated(day).sometimes
            found = [[c.code for c in voter.candidates if c.code in seats and c.on(day)] for voter in self.who]
            self._codes[key] = [codes[0] if len(codes) == 1 else None for codes in found]
        return self._codes[key]
