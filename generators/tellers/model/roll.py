"""The ballots of a vote, columnar: one byte a ballot."""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from tellers.model.option import ORDER, Option

_BYTE = {option: position for position, option in enumerate(ORDER)}


@dataclass(frozen=True, slots=True)
class Roll:
    """Members in the order of their codes and, at the same position, one byte that indexes `ORDER`.

    A roll may hold only part of a body; a member that is not in it has no ballot here, which is not an option.
    """

    members: tuple[str, ...]
    options: bytes
    reasons: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, ballots: Iterable[tuple[str, Option]], reasons: Mapping[str, str] | None = None) -> Roll:
        """The roll of these ballots, sorted by code."""
        rows = sorted(ballots)
        return cls(tuple(code for code, _ in rows), bytes(_BYTE[option] for _, option in rows), dict(reasons or {}))

    def __iter__(self) -> Iterator[tuple[str, Option]]:
        return ((code, ORDER[byte]) for code, byte in zip(self.members, self.options, strict=True))

    def __len__(self) -> int:
        return len(self.members)

    def option_of(self, member: str) -> Option | None:
        """The member's option, or None when this roll has no ballot of it."""
        at = bisect_left(self.members, member)
        found = at < len(self.members) and self.members[at] == member
        return ORDER[self.options[at]] if found else None

    def members_of(self, option: Option) -> tuple[str, ...]:
        """Codes of all who chose the option, in order."""
        byte = _BYTE[option]
        return tuple(code for code, value in zip(self.members, self.options, strict=True) if value == byte)

    def count(self, option: Option) -> int:
        """How many ballots say the option."""
        return self.options.count(_BYTE[option])

    def lines(self) -> list[str]:
        """`member,option` lines (with `,reason` where one is given) sorted by code."""
        return [f"{code},{option}" + (f",{self.reasons[code]}" if code in self.reasons else "") for code, option in self]

    def digest(self) -> str:
        """`sha256:` of the lines, each ended by LF, without a header."""
        text = "".join(line + "\n" for line in self.lines())
        return "sha256:" + hashlib.sha256(text.encode()).hexdigest()
