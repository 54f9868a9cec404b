"""Ballots as they are found one by one, put into columns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tellers.importers.found import Ballots, Voter
from tellers.importers.options import Meanings, options_of
from tellers.model import Body
from tellers.problems import Place, Problems


@dataclass(slots=True)
class Ballot:
    """A ballot in the source's words."""

    vote: int
    voter: str
    word: str
    place: Place
    reason: str | None = None


@dataclass(slots=True)
class BallotList:
    """A list of ballots that grows while a document is read."""

    path: str
    ballots: list[Ballot] = field(default_factory=list)

    def add(self, vote: int, voter: str, word: str, place: Place, reason: str | None = None) -> None:
        self.ballots.append(Ballot(vote, voter, word, place, reason))

    def columns(
        self, voters: Mapping[str, Voter], meanings: Meanings, body: Body, fields: tuple[str, str], problems: Problems
    ) -> Ballots:
        """The ballots in columns; `fields` are the names that problems give to voter and option."""
        numbers = {voter: number for number, voter in enumerate(voters)}
        words = [ballot.word for ballot in self.ballots]
        options = options_of(words, meanings, body, lambda row: self.ballots[row].place, fields[1], problems)
        return Ballots(
            path=self.path, votes=[ballot.vote for ballot in self.ballots],
            voters=[numbers[ballot.voter] for ballot in self.ballots], options=options,
            lines=[ballot.place.line for ballot in self.ballots], who=tuple(voters.values()),
            reasons={row: ballot.reason for row, ballot in enumerate(self.ballots) if ballot.reason}, voter_field=fields[0],
        )  # fmt: skip
