"""A roll call as a dump describes it, and who its voters can be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

People = Mapping[str, list[str]]
"""Every name that each member of a register ever had, by code."""


@dataclass(slots=True)
class Call:
    """One roll call, with its ballots: the voter as the dump writes it, and its word."""

    number: str
    symbol: str
    title: str
    date: str
    kind: str
    session: str
    topics: list[str]
    stated: dict[str, str]
    ballots: list[tuple[str, str]] = field(default_factory=list)
    outcome: str = "unknown"
    why: str = ""
    """What the dump itself says of what is not known."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Period:
    """A member that a voter can be, from and to a day."""

    member: str
    first: str = ""
    last: str = "9999"


@dataclass(frozen=True, slots=True)
class Voter:
    """A voter in the words of the dump, and the members that it can be."""

    text: str
    periods: tuple[Period, ...]

    @property
    def named(self) -> str:
        """The words, and the codes of the members where the words do not tell them."""
        codes = "/".join(dict.fromkeys(period.member for period in self.periods))
        return self.text if codes in self.text.split() else f"{self.text} ({codes})"

    def on(self, date: str) -> list[str]:
        """Codes of the members that it can be on the date; of a month, on its first day."""
        day = date if len(date) == len("1971-10-25") else f"{date}-01"
        return [period.member for period in self.periods if period.first <= day <= period.last]
