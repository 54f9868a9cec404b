"""An assembly that votes, with its rules."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from tellers.model.option import Base, Option
from tellers.model.record import Code, Count, Day, Flag, Id, Record, Share, Text


class Threshold(Record):
    """How much is needed: more than, or at least, a share of the base or a number of ballots; exactly one is given."""

    more_than: Share | None = Field(None, description="The yes votes must exceed this share of the base, such as 1/2.")
    at_least: Share | None = Field(None, description="The yes votes must reach this share of the base, such as 2/3.")
    ballots: Count | None = Field(None, description="The yes votes must reach this number, such as 9.")


class Rule(Record):
    """A majority that a body can require."""

    id: Id = Field(description="Name of the rule, used in a vote's `majority`.")
    name: Text = Field(description="The rule in words, such as `two thirds of the members present and voting`.")
    base: Base = Field(description="What the share is of.")
    threshold: Threshold = Field(description="How much is needed.")
    veto: Flag = Field(False, description="Whether a no of a permanent member defeats the motion.")
    text: Text = Field(description="The article or rule that says so, such as `UN Charter, Article 27(3)`.")
    source: Id = Field(description="The source in which it was read.")


class Seat(Record):
    """A seat in a body: who holds it, from when to when, and whether permanently."""

    member: Code = Field(description="The member that holds it.")
    from_: Day | None = Field(None, description="First day, or empty when not known.")
    to: Day | None = Field(None, description="Last day, or empty when it is held still.")
    permanent: Flag = Field(False, description="Whether its no is a veto under rules that know one.")


class Body(Record):
    """An assembly: its members over time, the options a ballot has, the majorities it can require."""

    id: Id = Field(description="The file's name below content/bodies/, without its ending.")
    name: Text = Field(description="Full name.")
    short: Text = Field(description="Name in running text.")
    register_: Id = Field(description="The member register, a file below content/members/.")
    member_word: Literal["member", "member state"] = Field("member", description="What a voter of this body is called.")
    options: tuple[Option, ...] = Field(description="The options of its ballots, in the order they are shown.")
    seats: tuple[Seat, ...] | Literal["register"] = Field(description="Its seats, or `register` when every member has one.")
    layout: Literal["blocks", "horseshoe", "hemicycle"] = Field(description="How its members are pictured.")
    groups: tuple[Id, ...] = Field((), description="Groups of the register by which its votes are broken down.")
    rules: tuple[Rule, ...] = Field((), description="Majorities it can require.")
    sources: tuple[Id, ...] = Field((), description="Where membership and rules were read.")
    summary: Text = Field(description="What the body is, in two or three sentences.")
    published: Day = Field(description="First publication on this site.")
    updated: Day | None = Field(None, description="Last change of meaning.")
    note: Text | None = Field(None, description="What a reader should know.")

    def rule(self, id: str) -> Rule | None:
        """The rule of this id, or None."""
        return next((rule for rule in self.rules if rule.id == id), None)
