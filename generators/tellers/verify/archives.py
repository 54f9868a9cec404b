"""An archive as the reader sees it: every vote of a dump as a record, in the orders in which pages list them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from tellers.verify.content import Content, Record
from tellers.verify.decade import Decade
from tellers.verify.turns import Turned, turned

CAST = ("yes", "no", "abstain")


Named = tuple[str, str]
"""A vote's id and name."""


class Row(NamedTuple):
    """A ballot of a member: the vote's id, date, name and title, and the option."""

    id: str
    date: str
    name: str
    title: str
    option: str


@dataclass
class Archive(Content):
    """What the pages of one archive are compared with: its votes, and of the site only what they rest on."""

    id: str = ""
    about: Record = field(default_factory=dict)
    sessions: Mapping[str, str] = field(default_factory=dict)
    topics: Mapping[str, list[str]] = field(default_factory=dict)
    members: Mapping[str, list[str]] = field(default_factory=dict)
    """Codes of the members seated at each vote, in order."""

    own: Mapping[str, str] = field(default_factory=dict)
    """Digest of each vote of the dump."""

    @cached_property
    def digests(self) -> Mapping[str, str]:
        kept = Content(self.texts, {path: tree for path, tree in self.trees.items() if path[6:-4] not in self.own})
        return {**kept.digests, **{f"votes/{id}": digest for id, digest in self.own.items()}}

    def whole(self) -> Archive:
        """The archive itself, for what looks at all of it."""
        return self

    def seated(self, vote: Record) -> list[str]:
        return self.members[vote["id"]]

    @cached_property
    def order(self) -> list[str]:
        """Ids of all votes, oldest first."""
        return sorted(self.votes, key=lambda id: (first_day(self.votes[id]["date"]), id))

    def near(self, id: str) -> tuple[Named | None, Named | None]:
        """Id and name of the votes before and after this one."""
        at = self.position[id]
        before, after = self.order[max(at - 1, 0) : at], self.order[at + 1 : at + 2]
        first, second = ([(other, self.name_of(self.votes[other])) for other in some] for some in (before, after))
        return next(iter(first), None), next(iter(second), None)

    @property
    def path(self) -> str:
        """Where its own record is."""
        return f"archives/{self.id}.yml"

    @cached_property
    def by_decade(self) -> Mapping[int, list[str]]:
        """Votes by the first year of their decade, in order of time."""
        found: dict[int, list[str]] = {}
        for id in self.order:
            found.setdefault(int(self.votes[id]["date"][:3]) * 10, []).append(id)
        return found

    @cached_property
    def by_session(self) -> Mapping[str, list[str]]:
        """Votes by session, in order of time."""
        found: dict[str, list[str]] = {}
        for id in self.order:
            if self.sessions[id]:
                found.setdefault(self.sessions[id], []).append(id)
        return found

    @cached_property
    def by_topic(self) -> Mapping[str, list[str]]:
        """Votes by topic, A–Z."""
        found: dict[str, list[str]] = {}
        for id in self.order:
            for topic in self.topics[id]:
                found.setdefault(topic, []).append(id)
        return {topic: found[topic] for topic in sorted(found)}

    def chosen(self, code: str, decade: int, option: str) -> int:
        """How often a member chose the option in a decade."""
        return sum(said == option for _, said in self.recorded(decade).get(code, []))

    def rows(self, code: str, decade: int) -> list[Row]:
        """Every ballot of a member in a decade, with what is said of its vote, oldest first."""
        found = ((self.votes[id], option) for id, option in self.recorded(decade).get(code, []))
        return [Row(vote["id"], vote["date"], self.name_of(vote), vote["title"], option) for vote, option in found]

    def recorded(self, decade: int) -> Mapping[str, list[tuple[str, str]]]:
        """Votes and ballots of each member in a decade, oldest first; who has no record has no ballot."""
        if decade not in self._recorded:
            found: dict[str, list[tuple[str, str]]] = {}
            for id in self.by_decade.get(decade, []):
                for code, option in self.rolls[id].ballots.items() if id in self.rolls else ():
                    if option != "no-record":
                        found.setdefault(code, []).append((id, option))
            self._recorded[decade] = found
        return self._recorded[decade]

    @cached_property
    def _recorded(self) -> dict[int, Mapping[str, list[tuple[str, str]]]]:
        return {}

    @cached_property
    def position(self) -> dict[str, int]:
        return {id: at for at, id in enumerate(self.order)}

    @cached_property
    def decades(self) -> Mapping[str, list[int]]:
        """The decades in which each member has a ballot, in order."""
        found: dict[str, list[int]] = {}
        for decade, ids in sorted(self.by_decade.items()):
            rolls = [self.rolls[id].ballots for id in ids if id in self.rolls]
            for code in {code for ballots in rolls for code, option in ballots.items() if option != "no-record"}:
                found.setdefault(code, []).append(decade)
        return dict(sorted(found.items()))

    @cached_property
    def spans(self) -> Mapping[int, Decade]:
        """By its first year, each decade that has a vote of which every ballot is known."""
        found: dict[int, Decade] = {}
        for id in self.order:
            if id in self.rolls and self.votes[id]["known"] == "full":
                first = int(self.votes[id]["date"][:3]) * 10
                decade = found.setdefault(first, Decade(first))
                decade.votes.append(id)
                decade.rolls.append(self.rolls[id].ballots)
        return found

    @cached_property
    def turns(self) -> Mapping[str, Turned]:
        """The largest change of each member's agreement with the anchor of the archive."""
        dates = {id: str(vote["date"]) for id, vote in self.votes.items()}
        anchor = self.about.get("anchor")
        return turned(self.spans.values(), dates, str(anchor)) if anchor else {}

    def in_group(self, vote: Record, group: str) -> set[str]:
        """As elsewhere, but for each vote anew: of a month, members that came in it belong to some of its votes alone."""
        key = str(vote["id"]), "", group
        return self.inside.get(key, lambda: self._in_group(vote, group))

    def named(self, code: str, date: str) -> str:
        """The member's short name on the day, else its last before, else its first."""
        day, lines = first_day(date), self._lines[code]
        for row in lines:
            if row["from"] <= day <= (row["to"] or "9999"):
                return row["short"]
        before = [row for row in lines if row["from"] <= day]
        return (before[-1] if before else lines[0])["short"]

    @cached_property
    def _lines(self) -> dict[str, list[dict[str, str]]]:
        """The names of each member in order of time."""
        found: dict[str, list[dict[str, str]]] = {}
        for row in sorted(self.registers[self.bodies[self.about["body"]]["register"]], key=lambda row: row["from"]):
            found.setdefault(row["member"], []).append(row)
        return found


def first_day(date: str) -> str:
    """The day, or the first of the month where only that is known."""
    return date if len(date) == len("1971-10-25") else f"{date}-01"
