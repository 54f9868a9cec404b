"""The result of one vote: the one value from which every surface of the site is made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from tellers.claims import Claim, Says
from tellers.model import Base, Body, Content, Group, Known, NamePeriod, Option, Roll, Rule, Vote
from tellers.stats.tally import Tally, share, tally_of_roll, tally_of_totals
from tellers.stats.threshold import needed, vetoes


@dataclass(frozen=True)
class Result:
    """A vote with its body as it was that day, its tally, and its claims.

    `tally` comes from the roll where every ballot is known, otherwise from the stated totals. `roll` holds the ballots
    that are known, perhaps only some, perhaps none.
    """

    vote: Vote
    body: Body
    seated: tuple[str, ...]
    names: Mapping[str, NamePeriod]
    permanent: tuple[str, ...]
    roll: Roll | None
    tally: Tally
    groups: Mapping[Group, tuple[str, ...]]
    """The body's groups in order, each with its members seated that day; last, if any, members of no group."""

    @property
    def complete(self) -> bool:
        """Whether every ballot is known."""
        return self.vote.known is Known.FULL and self.roll is not None

    @cached_property
    def options(self) -> tuple[Option, ...]:
        """Options to show, in the body's order: those that occur, and yes, no and abstain wherever totals are known."""
        main = {Option.YES, Option.NO, Option.ABSTAIN} & set(self.tally.counts if not self.complete else self.body.options)
        return tuple(option for option in self.body.options if self.tally[option] or option in main)

    def count(self, option: Option) -> Claim:
        """The claim that so many chose the option."""
        return Claim.make(Says.TALLY, self.tally[option], vote=self.vote.id, option=option)

    @cached_property
    def counts(self) -> Mapping[Option, Claim]:
        """A claim for each option to show."""
        return {option: self.count(option) for option in self.options}

    @property
    def members(self) -> Claim:
        """The claim that the body had so many members that day."""
        return Claim.make(Says.COUNT, len(self.seated), of="members", vote=self.vote.id)

    @property
    def unstated(self) -> Claim | None:
        """The claim that the stated totals leave so many members out; None where they leave none or are no totals."""
        missing = self.tally.unstated
        if missing == 0 or not self.tally.counts:
            return None
        return Claim.make(Says.COUNT, missing, of="unstated", vote=self.vote.id)

    def count_in(self, group: Group, option: Option) -> Claim:
        """The claim that so many members of the group chose the option."""
        tally = self.tally_in(group)
        return Claim.make(Says.TALLY, tally[option], vote=self.vote.id, option=option, group=group.id)

    def tally_in(self, group: Group) -> Tally:
        return tally_of_roll(self.roll, set(self.groups[group])) if self.roll is not None else Tally({}, 0)

    def share_of(self, option: Option, base: Base) -> Claim | None:
        """The claim that the option has this part of the base."""
        part = share(self.tally, option, base)
        return None if part is None else Claim.make(Says.SHARE, part, vote=self.vote.id, option=option, base=base)

    def option_of(self, member: str) -> Option | None:
        return self.roll.option_of(member) if self.roll is not None else None

    def ballot(self, member: str) -> Claim:
        """The claim that the member chose what it chose; raises KeyError where its ballot is not known."""
        option = self.option_of(member)
        if option is None:
            raise KeyError(f"{self.vote.id}: no ballot of {member}")
        return Claim.make(Says.BALLOT, option.value, vote=self.vote.id, member=member)

    @property
    def outcome(self) -> Claim:
        return Claim.make(Says.OUTCOME, self.vote.outcome.value, vote=self.vote.id)

    @property
    def rule(self) -> Rule | None:
        """The majority that applied, where a source says so."""
        return self.body.rule(self.vote.majority.rule) if self.vote.majority else None

    @property
    def needed(self) -> Claim | None:
        """The claim that so many yes votes were needed; None where no source says which majority applied."""
        rule = self.rule
        if rule is None or not self.tally.counts:
            return None
        return Claim.make(Says.THRESHOLD, needed(self.tally, rule), vote=self.vote.id)

    @property
    def vetoes(self) -> tuple[str, ...]:
        """Members whose no defeated the motion; none where it would have failed without them."""
        if self.vote.vetoed_by:
            return self.vote.vetoed_by
        rule = self.rule
        if rule is None or self.roll is None or self.tally[Option.YES] < needed(self.tally, rule):
            return ()
        return vetoes(self.roll, self.permanent, rule)

    def name(self, member: str) -> str:
        """The member's name in running text on the day of the vote."""
        return self.names[member].short


NO_GROUP_ID = "no-group"


@lru_cache(maxsize=32768)
def result_of(content: Content, vote_id: str) -> Result:
    """The result of the vote of this id, worked out once for each content."""
    vote = content.votes[vote_id]
    body = content.bodies[vote.body]
    seated = content.seated_at(vote)
    register = content.registers[body.register_]
    roll = content.rolls.get(vote_id)
    complete = vote.known is Known.FULL and roll is not None
    tally = tally_of_roll(roll) if complete and roll is not None else tally_of_totals(vote.totals, len(seated))
    return Result(
        vote=vote,
        body=body,
        seated=seated,
        names={code: register[code].nearest(vote.date) for code in seated},
        permanent=content.permanent(body, vote.date),
        roll=roll,
        tally=tally,
        groups=_groups(content, body, vote, seated),
    )


def _groups(content: Content, body: Body, vote: Vote, seated: tuple[str, ...]) -> dict[Group, tuple[str, ...]]:
    known = content.groups.get(body.register_, {})
    found = {known[id]: content.in_group(body.register_, id, vote.date) for id in body.groups}
    inside = {group: tuple(code for code in members if code in seated) for group, members in found.items()}
    rest = tuple(code for code in seated if not any(code in members for members in inside.values()))
    if rest and inside:
        nobody = Group(id=NO_GROUP_ID, name="In no group", short="In no group", dated=True, source="none")
        inside[nobody] = rest
    return inside
