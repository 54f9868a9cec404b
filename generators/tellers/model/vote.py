"""One act of voting on a motion: what was decided, how it ended, what sources state, and where the roll is."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from tellers.model.option import Known, Method, Option, Outcome
from tellers.model.record import Code, Count, Day, Digest, Flag, Id, Record, Text, Unknown, When


class MotionKind(StrEnum):
    """What kind of decision is asked for."""

    RESOLUTION = "resolution"
    DRAFT = "draft-resolution"
    AMENDMENT = "amendment"
    PROCEDURE = "procedural-motion"
    PARAGRAPH = "paragraph"
    MOTION = "motion"


class Motion(Record):
    """What is decided, as opposed to the act of voting on it."""

    kind: MotionKind = Field(description="What kind of decision.")
    symbol: str | None = Field(description="Official symbol, where there is one.")
    draft: str | None = Field(description="Symbol of the draft that was put to the vote.")
    title: str = Field(description="Title.")
    parent: str | None = Field(description="Id of the vote on the motion that this one amends or concerns.")


class RollFile(Record):
    """Where the ballots are, pinned by digest."""

    file: Text = Field(description="Name of the CSV beside the vote's file, with header `member,option`.")
    digest: Digest = Field(description="SHA-256 of its `member,option` lines sorted by code, LF, without the header.")
    source: Id = Field(description="The source the ballots were read from.")
    inferred: Text | None = Field(None, description="What in the roll was inferred and how; shown to readers.")


class Majority(Record):
    """Which majority applied, stated only where a source says so."""

    rule: Id = Field(description="A rule of the body.")
    source: Id = Field(description="The source that says that this rule applied.")


class Intended(Record):
    """What a member said afterwards that it had meant to vote; the recorded ballot is not changed."""

    member: Code = Field(description="The member.")
    option: Option = Field(description="What it said it had intended.")
    source: Id = Field(description="Where it said so.")


class Vote(Record):
    """One act of voting."""

    id: Id = Field(description="The file's path below content/votes/, without its ending.")
    body: Id = Field(description="The body that voted.")
    kind: MotionKind = Field(MotionKind.RESOLUTION, description="What kind of decision was asked for.")
    symbol: Text | None = Field(None, description="Official symbol of what was decided, `unknown` with a why.")
    draft: Text | None = Field(None, description="Symbol of the draft put to the vote.")
    title: Text = Field(description="Title of the motion.")
    about: Text | None = Field(None, description="What the motion says, in one neutral sentence.")
    of: Id | None = Field(None, description="The vote on the motion that this one amends or concerns.")
    proposer: Text | None = Field(None, description="Who proposed it, as the source names them.")
    date: When = Field(description="Day of the vote, or its month, such as 1971-10, where no source tells the day.")
    meeting: Text | None = Field(None, description="Meeting number or symbol.")
    method: Method = Field(Method.RECORDED_VOTE, description="How it was decided.")
    outcome: Outcome = Field(description="Whether it was carried, or `unknown` with a why.")
    majority: Majority | None = Field(None, description="Which majority applied, where a source says so.")
    vetoed_by: tuple[Code, ...] = Field((), description="Permanent members whose no defeated it.")
    known: Known = Field(Known.FULL, description="How much the sources tell.")
    stated: dict[Option, Count | Unknown] | Unknown | None = Field(
        None, description="Totals as the source states them, kept apart from the roll; `unknown` with a why."
    )
    stated_source: Id | None = Field(None, description="Where the totals are stated, if not in the roll's source.")
    roll: RollFile | None = Field(None, description="The ballots, or those that are known.")
    intended: tuple[Intended, ...] = Field((), description="Intentions declared after the vote.")
    sources: tuple[Id, ...] = Field(min_length=1, description="Sources of this record.")
    checked: Text | None = Field(None, description="How the list was checked; shown to readers.")
    published: Day = Field(description="First publication on this site.")
    updated: Day | None = Field(None, description="Last change of meaning.")
    why: Text | None = Field(None, description="Why something is `unknown` or only partly known.")
    note: Text | None = Field(None, description="What a reader should know.")
    provisional: Flag = Field(False, description="Whether the record is not the official one yet.")

    @property
    def motion(self) -> Motion:
        """What was decided, apart from the act of deciding it."""
        return Motion(kind=self.kind, symbol=self.symbol, draft=self.draft, title=self.title, parent=self.of)

    @property
    def totals(self) -> dict[Option, int]:
        """The stated totals that are numbers."""
        stated = self.stated if isinstance(self.stated, dict) else {}
        return {option: count for option, count in stated.items() if isinstance(count, int)}

    @property
    def name(self) -> str:
        """Symbol, or title where there is no symbol."""
        return self.symbol if self.symbol and self.symbol != "unknown" else self.title
