"""Names of options, outcomes and bases: the field's words, never mixed."""

from __future__ import annotations

from tellers.claims.claim import Claim
from tellers.claims.sentence import Sentence
from tellers.claims.words.catalogue import Words, later
from tellers.model import Base, Known, Option, Outcome

# Kept as literal calls so that message extraction finds them.


def option(words: Words, value: Option) -> str:
    """The option as a label: Yes, No, Abstain, Not voting …"""
    t = words.text
    return {
        Option.YES: t("Yes"),
        Option.NO: t("No"),
        Option.ABSTAIN: t("Abstain"),
        Option.PRESENT: t("Present"),
        Option.PAIRED: t("Paired"),
        Option.EXCUSED: t("Excused"),
        Option.TELLER: t("Teller"),
        Option.ABSENT: t("Absent"),
        Option.NOT_VOTING: t("Not voting"),
        Option.NO_RECORD: t("No vote recorded"),
        Option.NOT_ELIGIBLE: t("Not eligible"),
        Option.VACANT: t("Vacant"),
    }[value]


def letter(words: Words, value: Option) -> str:
    """One or two letters that stand beside the colour in a table."""
    t = words.text
    return {
        Option.YES: t("Y"),
        Option.NO: t("N"),
        Option.ABSTAIN: t("A"),
        Option.PRESENT: t("P"),
        Option.PAIRED: t("PR"),
        Option.EXCUSED: t("E"),
        Option.TELLER: t("T"),
        Option.ABSENT: t("AB"),
        Option.NOT_VOTING: t("NV"),
        Option.NO_RECORD: t("?"),
        Option.NOT_ELIGIBLE: t("NE"),
        Option.VACANT: t("V"),
    }[value]


def counted(words: Words, value: Option, number: Claim | int) -> Sentence:
    """So many members of the option: `65 abstain`."""
    one, many = {
        Option.YES: later("{n} yes"),
        Option.NO: later("{n} no"),
        Option.ABSTAIN: later("{n} abstain"),
        Option.PRESENT: later("{n} present"),
        Option.PAIRED: later("{n} paired"),
        Option.EXCUSED: later("{n} excused"),
        Option.TELLER: later("{n} teller"),
        Option.ABSENT: later("{n} absent"),
        Option.NOT_VOTING: later("{n} not voting"),
        Option.NO_RECORD: later("{n} no vote recorded"),
        Option.NOT_ELIGIBLE: later("{n} not eligible"),
        Option.VACANT: later("{n} vacant"),
    }[value]
    whole = number.value if isinstance(number, Claim) else number
    return words.count(whole if isinstance(whole, int) else 0, one, many, n=number)


def did(words: Words, value: Option) -> str:
    """What a member did, after its name: `France abstained`."""
    t = words.text
    return {
        Option.YES: t("voted yes"),
        Option.NO: t("voted no"),
        Option.ABSTAIN: t("abstained"),
        Option.PRESENT: t("was present and did not vote"),
        Option.PAIRED: t("was paired"),
        Option.EXCUSED: t("was excused"),
        Option.TELLER: t("was a teller"),
        Option.ABSENT: t("was absent"),
        Option.NOT_VOTING: t("did not vote"),
        Option.NO_RECORD: t("has no vote recorded in this source"),
        Option.NOT_ELIGIBLE: t("could not vote"),
        Option.VACANT: t("had no holder of its seat"),
    }[value]


def outcome(words: Words, value: Outcome, vetoed: bool = False) -> str:
    """Adopted, not adopted, not adopted because it was vetoed, or that no source says so."""
    if value is Outcome.UNKNOWN:
        return words.text("Outcome unknown")
    if value is Outcome.ADOPTED:
        return words.text("Adopted")
    return words.text("Not adopted: vetoed") if vetoed else words.text("Not adopted")


def base(words: Words, value: Base) -> str:
    """What a share is of: `of all members`."""
    t = words.text
    return {
        Base.MEMBERS: t("of all members"),
        Base.CAST: t("of the votes cast, abstentions included"),
        Base.YES_NO: t("of members voting yes or no"),
    }[value]


def known(words: Words, value: Known) -> str:
    """How much of a vote is known."""
    t = words.text
    return {
        Known.FULL: t("Every ballot is known"),
        Known.PART: t("Totals and some names are known"),
        Known.TOTALS: t("Only totals are known"),
        Known.OUTCOME: t("Only the outcome is known"),
    }[value]


UNSTATED = "unstated"


def unstated(words: Words) -> str:
    """Label of members that stated totals do not account for."""
    return words.text("Not in the stated totals")


def unstated_counted(words: Words, number: Claim) -> Sentence:
    """So many members that stated totals do not account for."""
    return words.say("{n} not in the stated totals", n=number)
