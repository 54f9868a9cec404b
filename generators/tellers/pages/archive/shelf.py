"""How the votes of an archive are ordered: by session, topic, decade, and of a member by decade; and where each page is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from tellers.claims import Claim, Says
from tellers.claims.words import Words, labels
from tellers.desk import Desk
from tellers.encode import Html, token
from tellers.model import Archived, Known, Option, Roll, Vote
from tellers.stats.ballots import Ballots
from tellers.stats.blocs import Bloc, blocs
from tellers.stats.positions import Positions, positions
from tellers.stats.standing import Standing, standings
from tellers.stats.together import Together, together
from tellers.stats.turns import Turn, turns

MEMBER_ROOT = "../../../../../"
"""The way from a member's page to the root of the site."""


@dataclass(frozen=True)
class Decade:
    """The votes of ten years of which every ballot is known, and what is counted in them, each when it is asked for."""

    first: int
    ballots: Ballots
    anchor: str | None

    @property
    def number(self) -> Claim:
        """The claim that there are so many of these votes."""
        return Claim.make(Says.COUNT, len(self.ballots.votes), of="full-votes", decade=str(self.first))

    @cached_property
    def standings(self) -> Mapping[str, Standing]:
        """Where each member with a seat stood."""
        return standings(self.ballots)

    @cached_property
    def together(self) -> Together:
        """How often each two members cast the same ballot."""
        return together(self.ballots)

    @cached_property
    def blocs(self) -> tuple[Bloc, ...] | None:
        """Who voted so much alike as to be a bloc, where there are votes enough."""
        return blocs(self.ballots)

    @cached_property
    def positions(self) -> Positions | None:
        """Where each member lies, where that can be told."""
        return positions(self.ballots, self.anchor)


@dataclass(frozen=True)
class Shelf:
    """An archive with its votes in order of time."""

    archived: Archived
    words: Words

    @property
    def id(self) -> str:
        return self.archived.about.id

    @property
    def address(self) -> str:
        """Where the archive's own page is: `/archives/unvotes/`."""
        return f"/archives/{self.id}/"

    @cached_property
    def votes(self) -> tuple[str, ...]:
        """Ids of all votes, oldest first."""
        return tuple(sorted(self.archived.votes, key=lambda id: (self.archived.votes[id].date, id)))

    @cached_property
    def position(self) -> Mapping[str, int]:
        """Where each vote stands in the order of time."""
        return {id: at for at, id in enumerate(self.votes)}

    def near(self, id: str) -> tuple[str | None, str | None]:
        """The votes before and after this one in the order of time."""
        at = self.position[id]
        return self.votes[at - 1] if at else None, self.votes[at + 1] if at + 1 < len(self.votes) else None

    @cached_property
    def by_decade(self) -> Mapping[int, tuple[str, ...]]:
        """Votes by the first year of their decade, oldest first."""
        found: dict[int, list[str]] = {}
        for id in self.votes:
            found.setdefault(decade_of(self.archived.votes[id].date.year), []).append(id)
        return {first: tuple(ids) for first, ids in found.items()}

    @cached_property
    def sessions(self) -> Mapping[str, tuple[str, ...]]:
        """Votes by session, in the order of the first vote of each."""
        found: dict[str, list[str]] = {}
        for id in self.votes:
            session = self.archived.sessions[id]
            if session is not None:
                found.setdefault(session, []).append(id)
        return {session: tuple(ids) for session, ids in found.items()}

    @cached_property
    def topics(self) -> Mapping[str, tuple[str, ...]]:
        """Votes by topic, A–Z."""
        found: dict[str, list[str]] = {}
        for id in self.votes:
            for topic in self.archived.topics[id]:
                found.setdefault(topic, []).append(id)
        return {topic: tuple(found[topic]) for topic in sorted(found)}

    @cached_property
    def records(self) -> Mapping[str, Mapping[int, tuple[tuple[str, Option], ...]]]:
        """By member and decade, every vote in which the member has a ballot, and which; no record is no ballot."""
        found: dict[str, dict[int, list[tuple[str, Option]]]] = {}
        for id in self.votes:
            roll = self.archived.rolls.get(id)
            decade = decade_of(self.archived.votes[id].date.year)
            for code, option in roll or ():
                if option is not Option.NO_RECORD:
                    found.setdefault(code, {}).setdefault(decade, []).append((id, option))
        return {code: {decade: tuple(rows) for decade, rows in decades.items()} for code, decades in sorted(found.items())}

    @cached_property
    def whole(self) -> tuple[tuple[str, Roll], ...]:
        """The votes of which every ballot is known, oldest first, each with its roll."""
        votes, rolls = self.archived.votes, self.archived.rolls
        return tuple((id, rolls[id]) for id in self.votes if id in rolls and votes[id].known is Known.FULL)

    @cached_property
    def decades(self) -> Mapping[int, Decade]:
        """By its first year, each decade that has a vote of which every ballot is known."""
        found: dict[int, list[tuple[str, Roll]]] = {}
        for id, roll in self.whole:
            found.setdefault(decade_of(self.archived.votes[id].date.year), []).append((id, roll))
        anchor = self.archived.about.anchor
        return {first: Decade(first, Ballots.of(rolls), anchor) for first, rolls in found.items()}

    @cached_property
    def turns(self) -> Mapping[str, Turn]:
        """The turning point of each member towards the anchor of the archive, or away from it."""
        anchor, years = self.archived.about.anchor, {id: self.archived.votes[id].date.year for id, _ in self.whole}
        return turns(Ballots.of(self.whole), years, anchor) if anchor is not None else {}

    @cached_property
    def cells(self) -> Mapping[str, Html]:
        """Day and name of each vote as the first cells of a member's row, made once: a vote stands in hundreds of them."""
        return {id: self._cells(vote) for id, vote in self.archived.votes.items()}

    @cached_property
    def chosen(self) -> Mapping[Option, Html]:
        """Each option as the last cell of a row, in as few bytes as can be: these rows are most of an archive."""
        words = {option: labels.option(self.words, option) for option in Option}
        return {
            option: Html.of('<td class="tl-{option}">{word}', option=token(option), word=word)
            for option, word in words.items()
        }

    def _cells(self, vote: Vote) -> Html:
        return Html.of(
            '<tr><td>{day}<td><a href="{root}votes/{id}/">{name}</a>{title}',
            day=self.words.day(vote.date),
            root=token(MEMBER_ROOT),
            id=token(vote.id),
            name=vote.name,
            title=Html.of(" {title}", title=vote.title) if vote.title != vote.name else "",
        )

    def name(self, desk: Desk, code: str) -> str:
        """The last name of the member."""
        return desk.content.registers[desk.content.bodies[self.archived.about.body].register_][code].latest.short

    def session_address(self, session: str) -> str:
        return f"{self.address}sessions/{slug(session)}/"

    def topic_address(self, topic: str) -> str:
        return f"{self.address}topics/{slug(topic)}/"

    def decade_address(self, decade: int) -> str:
        return f"{self.address}decades/{decade}s/"

    def member_address(self, code: str, decade: int) -> str:
        return f"{self.address}members/{code}/{decade}s/"


def decade_of(year: int) -> int:
    """The first year of the decade: 1970 for 1979."""
    return year // 10 * 10


def slug(text: str) -> str:
    """The text as part of an address: letters and digits in lower case, a dash for everything between them."""
    return re.sub(r"[^a-z0-9]+", "-", text.casefold()).strip("-") or "-"
