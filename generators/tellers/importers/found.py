"""What a format's module finds in a file: votes as the source tells them, and ballots in columns, one byte a ballot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from tellers.model import MotionKind, Option, Outcome, Weight
from tellers.problems import Place

NO_BALLOT = 255
"""Stands in a column of options where the row says that there is no ballot."""


@dataclass(frozen=True, slots=True)
class Origin:
    """The source of a vote, as far as the format tells it."""

    id: str
    publisher: str
    title: str
    address: str
    licence: str
    attribution: str | None = None
    weight: Weight = Weight.ESTABLISHED
    why: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class FoundVote:
    """One act of voting, in the source's words; what the source does not tell is None or unknown."""

    record: str
    """The source's own id of the vote, unique in the file."""
    place: Place
    day: date
    title: str
    origin: Origin
    symbol: str | None = None
    own_id: bool = False
    """Whether the symbol is used again and again, such as the number of a division, so that the id is the record's."""
    kind: MotionKind = MotionKind.RESOLUTION
    draft: str | None = None
    meeting: str | None = None
    session: str | None = None
    outcome: Outcome = Outcome.UNKNOWN
    stated: Mapping[Option, int] = field(default_factory=dict)
    members: int | None = None
    """How many members the source says that the body had."""
    topics: tuple[str, ...] = ()
    note: str | None = None
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A member that a voter of the source can be, perhaps only from or to a day."""

    code: str
    from_: date | None = None
    to: date | None = None

    def on(self, day: date) -> bool:
        return (self.from_ is None or self.from_ <= day) and (self.to is None or day <= self.to)


@dataclass(frozen=True, slots=True)
class Voter:
    """A voter as the source writes it, and the members of the register that it can be; the day decides."""

    text: str
    candidates: tuple[Candidate, ...]
    contradiction: str | None = None
    """What the source writes of it that is of different members, so that it is none."""


@dataclass(frozen=True, slots=True)
class Ballots:
    """All ballots of a file, in columns of one length: which vote, which voter, which option, on which line."""

    path: str
    votes: Sequence[int]
    voters: Sequence[int]
    options: bytes
    """Positions in `ORDER`, or `NO_BALLOT`."""
    lines: Sequence[int]
    who: tuple[Voter, ...]
    reasons: Mapping[int, str] = field(default_factory=dict)
    """What the source adds to a ballot, by its position, such as the side of a teller."""
    voter_field: str = "member"


@dataclass(frozen=True, slots=True)
class Found:
    """Everything that a file tells."""

    votes: tuple[FoundVote, ...]
    ballots: Ballots
    lists_everybody: bool
    """Whether the source means to have a row for each member; if not, a member without one has no record."""
    silent_rows: bool = False
    """Whether rows that tell of no ballot cast may stand for members without a seat; they are left out."""


def all_of(votes: Sequence[FoundVote | None]) -> tuple[FoundVote, ...] | None:
    """The votes of a file; None where one of them has a problem, or there is none."""
    kept = tuple(vote for vote in votes if vote is not None)
    return kept if kept and len(kept) == len(votes) else None
