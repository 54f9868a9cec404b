"""Votes on one question in order, and the signed entries about records."""

from __future__ import annotations

from pydantic import Field

from tellers.model.option import Option
from tellers.model.record import Count, Day, Id, Record, Reference, Text


class Series(Record):
    """Votes on one question, in order."""

    id: Id = Field(description="The file's name below content/series/, without its ending.")
    title: Text = Field(description="Title.")
    question: Text = Field(description="The question that the votes answer, in one sentence.")
    votes: tuple[Id, ...] = Field(min_length=1, description="The votes, in order of time.")
    summary: Text = Field(description="What is in the series and what is not.")
    published: Day = Field(description="First publication on this site.")
    updated: Day | None = Field(None, description="Last change of meaning.")


class Discrepancy(Record):
    """A signed entry of the ledger: a stated total that differs from the roll."""

    vote: Id = Field(description="The vote.")
    field: Option = Field(description="The option whose total differs.")
    stated: Count = Field(description="The total as stated.")
    roll: Count = Field(description="The total counted from the roll.")
    reason: Text = Field(description="Why they differ.")
    sources: tuple[Id, ...] = Field(min_length=1, description="Where both values were read.")
    signed: Day = Field(description="Day on which an editor signed the entry.")


class Correction(Record):
    """A published statement that was wrong."""

    record: Reference = Field(description="The record, such as votes/un-ga/es-11_7.")
    field: Text = Field(description="The field that was wrong.")
    was: Text = Field(description="What was published.")
    now: Text = Field(description="What is right.")
    reason: Text = Field(description="How the mistake came about.")
    sources: tuple[Id, ...] = Field((), description="Where the right value was read.")
    signed: Day = Field(description="Day of the correction.")
