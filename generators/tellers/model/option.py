"""The closed lists: what a ballot, an outcome, a base can be."""

from __future__ import annotations

from enum import StrEnum


class Option(StrEnum):
    """What one member's ballot says; the order of the list is the order of bars and tables."""

    YES = "yes"
    NO = "no"
    ABSTAIN = "abstain"
    PRESENT = "present"
    PAIRED = "paired"
    EXCUSED = "excused"
    TELLER = "teller"
    ABSENT = "absent"
    NOT_VOTING = "not-voting"
    NO_RECORD = "no-record"
    NOT_ELIGIBLE = "not-eligible"
    VACANT = "vacant"


ORDER: tuple[Option, ...] = tuple(Option)
CAST: tuple[Option, ...] = (Option.YES, Option.NO, Option.ABSTAIN)
"""Ballots that were cast: abstaining is a choice, not voting is none."""


class Outcome(StrEnum):
    """Whether the motion was carried; `unknown` where no source says so and none is computed."""

    ADOPTED = "adopted"
    NOT_ADOPTED = "not-adopted"
    UNKNOWN = "unknown"


class Method(StrEnum):
    """How the body decided."""

    RECORDED_VOTE = "recorded-vote"
    WITHOUT_VOTE = "without-vote"


class Known(StrEnum):
    """How much of a vote its sources tell: every ballot, totals and some names, totals, or only the outcome."""

    FULL = "full"
    PART = "part"
    TOTALS = "totals"
    OUTCOME = "outcome"


class Base(StrEnum):
    """What a share is a share of.

    `members`: every seat of the day. `cast`: yes, no and abstentions. `yes+no`: members present and voting, which
    leaves abstentions out (rule 86 of the General Assembly's rules of procedure).
    """

    MEMBERS = "members"
    CAST = "cast"
    YES_NO = "yes+no"


class Weight(StrEnum):
    """How much a source carries: the body or speaker itself, an established publisher, or one to be read with care."""

    PRIMARY = "primary"
    ESTABLISHED = "established"
    WEAK = "weak"
