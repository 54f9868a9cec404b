"""Everything that editors wrote, read and linked: what the generators start from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from pydantic import Field

from tellers.model.address import Redirect
from tellers.model.archive import Archive, Archived
from tellers.model.body import Body
from tellers.model.pin import Pin
from tellers.model.quote import Quote, Speaker
from tellers.model.record import Address, Code, Day, Id, Language, Month, Record, Reference, Text
from tellers.model.roll import Roll
from tellers.model.series import Correction, Discrepancy, Series
from tellers.model.source import Source
from tellers.model.translation import Translation
from tellers.model.vote import Vote


class Comparison(Record):
    """Which votes and which members stand beside one another in figures about a member."""

    topic: Text = Field(description="What the votes are about, as in `votes on Ukraine`.")
    series: tuple[Id, ...] = Field((), description="Series whose votes are compared; all votes when empty.")
    members: tuple[Code, ...] = Field(description="Members with which each other member is compared, most telling first.")
    instead: dict[Code, tuple[Code, ...]] = Field({}, description="For these members, with whom instead.")


class Site(Record):
    """What the site says about itself."""

    name: Text = Field(description="Name of the site.")
    tagline: Text = Field(description="What it is, in one sentence.")
    address: Address = Field(description="Where it is published.")
    publisher: Text = Field(description="Who publishes it.")
    licence: Text = Field(description="SPDX id of the terms of the site's own words and figures.")
    lead: Id | None = Field(None, description="The explainer that the home page leads with.")
    compare: Comparison | None = Field(None, description="What figures about a member compare it with.")
    report: Address | None = Field(None, description="Where readers report an error; the page's address is added to it.")
    edit: Address | None = Field(None, description="Where files can be edited; the path of the page's file is added to it.")
    languages: tuple[Language, ...] = Field((), description="Languages that the site is published in beside English.")


class Gap(Record):
    """Something that is not known, said openly."""

    about: tuple[Reference, ...] = Field((), description="Records it concerns, such as votes/un-ga/es-11_7.")
    what: Text = Field(description="What is not known.")
    tried: Text | None = Field(None, description="Where it was looked for.")
    signed: Day = Field(description="Day of the entry.")


class Group(Record):
    """A collection of members over time: region, party, bloc."""

    id: Id = Field(description="Name of the group in the register.")
    name: Text = Field(description="Full name.")
    short: Text = Field(description="Name in tables and figures.")
    dated: bool = Field(description="Whether every membership has its dates; if not, `as-of` says for which day it holds.")
    as_of: Day | None = Field(None, description="The day for which an undated list holds.")
    source: Id = Field(description="Where the membership was read.")
    note: Text | None = Field(None, description="What a reader should know.")


class NamePeriod(Record):
    """A name of a member, from one day to another."""

    member: Code = Field(description="Code of the member.")
    name: Text = Field(description="Official short name in that time.")
    short: Text = Field(description="Name in running text and figures.")
    from_: Day = Field(description="First day.")
    to: Day | None = Field(None, description="Last day, or empty.")


class Membership(Record):
    """Membership of a group, from one day to another."""

    group: Id = Field(description="The group.")
    member: Code = Field(description="The member.")
    from_: Day | None = Field(None, description="First day, or empty when not known.")
    to: Day | None = Field(None, description="Last day, or empty.")


@dataclass(frozen=True, slots=True)
class Member:
    """Who votes: a code and its names over time, in order."""

    code: str
    names: tuple[NamePeriod, ...]

    def on(self, day: date) -> NamePeriod | None:
        """The name on that day, or None when it was not in the register."""
        for name in self.names:  # asked a million times for an archive, so that it is no generator
            if name.from_ <= day and (name.to is None or day <= name.to):
                return name
        return None

    def nearest(self, day: date) -> NamePeriod:
        """The name on that day, else the last name it had before, else its first."""
        before = [n for n in self.names if n.from_ <= day]
        return self.on(day) or (before[-1] if before else self.names[0])

    @property
    def latest(self) -> NamePeriod:
        return self.names[-1]


@dataclass(frozen=True, slots=True)
class Explainer:
    """Prose with bound values: front matter and the Markdown as written, not yet rendered."""

    id: str
    title: str
    summary: str
    date: Day
    updated: Day | None
    kicker: str
    text: str
    path: str
    line: int
    """Line of the file on which the text begins."""


@dataclass(frozen=True, eq=False)
class Content:
    """All records by id, all rolls by vote id. Mappings are in the order of their ids.

    Two contents are the same only if they are one object, so that what is derived from one can be remembered for it.
    """

    site: Site
    bodies: Mapping[str, Body] = field(default_factory=dict)
    registers: Mapping[str, Mapping[str, Member]] = field(default_factory=dict)
    groups: Mapping[str, Mapping[str, Group]] = field(default_factory=dict)
    memberships: Mapping[str, tuple[Membership, ...]] = field(default_factory=dict)
    votes: Mapping[str, Vote] = field(default_factory=dict)
    rolls: Mapping[str, Roll] = field(default_factory=dict)
    speakers: Mapping[str, Speaker] = field(default_factory=dict)
    quotes: Mapping[str, Quote] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    snapshots: Mapping[str, str] = field(default_factory=dict)
    """The stored text of a source, by the source's id, letter for letter as it was read."""

    series: Mapping[str, Series] = field(default_factory=dict)
    discrepancies: tuple[Discrepancy, ...] = ()
    corrections: tuple[Correction, ...] = ()
    gaps: tuple[Gap, ...] = ()
    redirects: tuple[Redirect, ...] = ()
    addresses: tuple[str, ...] = ()
    """Every address ever published, in the order of its ledger."""
    pins: tuple[Pin, ...] = ()
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    """Bytes of the pinned pictures, by the names in their entries."""
    explainers: Mapping[str, Explainer] = field(default_factory=dict)
    translations: Mapping[str, Translation] = field(default_factory=dict)
    """What editors translated, by language."""
    archives: Mapping[str, Archive] = field(default_factory=dict)
    archived: Mapping[str, Archived] = field(default_factory=dict)
    """What was read in the dumps of the archives, by the archive's id; its votes are not among `votes`."""
    digests: Mapping[str, str] = field(default_factory=dict)
    """Digest of each record, keyed `votes/un-ga/es-11_7`."""

    def around(self, vote: str) -> Content:
        """The content in which the vote is to be found: itself, or, of a vote of an archive, that vote alone."""
        for id, found in self.archived.items():
            if vote in found.votes and vote not in self.votes:
                one = self.of_archive(id)
                rolls = {vote: found.rolls[vote]} if vote in found.rolls else {}
                return replace(one, votes={vote: found.votes[vote]}, rolls=rolls)
        return self

    def of_archive(self, id: str) -> Content:
        """The content as if the votes of this archive were all that the site has, with nothing written about them."""
        found = self.archived[id]
        return replace(
            self, votes=found.votes, rolls=found.rolls, digests={**self.digests, **found.digests}, archived={id: found},
            speakers={}, quotes={}, snapshots={}, series={}, explainers={}, corrections=(), gaps=(), pins=(), pictures={},
        )  # fmt: skip

    def called(self, code: str) -> str:
        """The short name that the member has today or had last, in whichever register it is; empty where it is in none."""
        return next((register[code].latest.short for register in self.registers.values() if code in register), "")

    def seated(self, body: Body, day: date) -> tuple[str, ...]:
        """Codes of the members seated in the body on that day, in order."""
        register = self.registers[body.register_]
        if body.seats == "register":
            return tuple(code for code, member in register.items() if member.on(day))
        held = (s for s in body.seats if (s.from_ is None or s.from_ <= day) and (s.to is None or day <= s.to))
        return tuple(sorted(seat.member for seat in held))

    def seated_at(self, vote: Vote) -> tuple[str, ...]:
        """Codes of the members seated when the vote was taken.

        Where only its month is known, of those that had a seat on some of its days who has a ballot in the roll.
        """
        body = self.bodies[vote.body]
        if not isinstance(vote.date, Month):
            return self.seated(body, vote.date)
        always, sometimes = self.seated_in(body, vote.date)
        voted = self.rolls[vote.id].members if vote.id in self.rolls else ()
        return tuple(sorted(always | (sometimes & set(voted))))

    def seated_in(self, body: Body, when: date) -> tuple[frozenset[str], frozenset[str]]:
        """Codes of the members seated on all days of the month, and of those seated on some; of a day, the same twice."""
        if not isinstance(when, Month):
            on_the_day = frozenset(self.seated(body, when))
            return on_the_day, on_the_day
        days = [frozenset(self.seated(body, day)) for day in self._changes(body, when)]
        return frozenset.intersection(*days), frozenset.union(*days)

    def _changes(self, body: Body, month: Month) -> list[date]:
        """The first day of the month, and each other on which somebody may have come or be gone."""
        first, last = date(month.year, month.month, 1), month.last
        if body.seats == "register":
            spans = [(name.from_, name.to) for member in self.registers[body.register_].values() for name in member.names]
        else:
            spans = [(seat.from_ or first, seat.to) for seat in body.seats]
        come = {day for day, _ in spans if first < day <= last}
        return [first, *sorted(come | {to + timedelta(1) for _, to in spans if to is not None and first <= to < last})]

    def permanent(self, body: Body, day: date) -> tuple[str, ...]:
        """Codes of the members whose seat is permanent on that day, in order."""
        if body.seats == "register":
            return ()
        seats = [s for s in body.seats if s.permanent]
        return tuple(
            sorted(s.member for s in seats if (s.from_ is None or s.from_ <= day) and (s.to is None or day <= s.to))
        )

    def in_group(self, register: str, group: str, day: date) -> tuple[str, ...]:
        """Codes of the group's members on that day (for an undated list: of all it names), in order."""
        rows = (m for m in self.memberships.get(register, ()) if m.group == group)
        return tuple(sorted(m.member for m in rows if (m.from_ is None or m.from_ <= day) and (m.to is None or day <= m.to)))
