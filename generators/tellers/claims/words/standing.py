"""Sentences about many votes at once: where a member stood in them, and with whom it cast the same ballot."""

from __future__ import annotations

from fractions import Fraction

from tellers.claims.claim import Claim
from tellers.claims.sentence import Free, Sentence
from tellers.claims.words.archives import decade
from tellers.claims.words.catalogue import Words


def stood(words: Words, where: str) -> str:
    """Where a member stood, as the head of a row: `With the majority`."""
    t = words.text
    return {
        "majority": t("With the majority"),
        "minority": t("With the minority"),
        "even": t("Yes or no, where both were equal"),
        "abstained": t("Abstained"),
        "silent": t("Cast no ballot"),
        "seatless": t("Had no seat"),
        "alone": t("Alone with that ballot"),
    }[where]


def whole(words: Words, first: int, number: Claim) -> Sentence:
    """`In the 984 votes of the 1970s of which every ballot is known.`"""
    value = number.value if isinstance(number.value, int) else 0
    name = Free(decade(words, first))
    return words.count(
        value,
        "In the {n} vote of the {decade} of which every ballot is known.",
        "In the {n} votes of the {decade} of which every ballot is known.",
        n=number, decade=name,
    )  # fmt: skip


def meaning(words: Words) -> str:
    """What the rows mean."""
    return words.text(
        "The majority is the larger side of yes and no. Alone: nobody else cast the same ballot, be it yes, no or an abstention."
    )


def others(words: Words, *, cast: Claim) -> Sentence:
    """What the lists of agreement count, and who is left out of them."""
    return words.say(
        "Counted are votes in which both said yes, no or abstain. Left out are members that did so together with this member in "
        "fewer than half of the {cast} ballots.",
        cast=cast,
    )


def same(words: Words, *, same: int, both: int) -> str:
    """`812 of 903`."""
    return words.text("{same} of {both}", same=same, both=both)


def share(words: Words, *, same: int, both: int) -> str:
    """`90 %`."""
    return words.percent(Fraction(same, both))


def about(words: Words, first: int, archive: str) -> str:
    """What the page of a decade is."""
    return words.text(
        "{decade}: how often each member stood with the majority, with the minority or alone in {archive}, and who voted alike.",
        decade=decade(words, first), archive=archive,
    )  # fmt: skip


def any_two(words: Words) -> str:
    """Where a page of one member leads to."""
    return words.text("Compare any two members, over any years and topic")


def compared(words: Words, archive: str) -> str:
    """What the page is on which two members are compared."""
    return words.text(
        "How often two members cast the same ballot in {archive}, over any years and topic, and on what they differed.",
        archive=archive,
    )  # fmt: skip


def comparison(words: Words) -> str:
    """What is compared."""
    return words.text(
        "How often two members cast the same ballot (yes, no or abstain), in the votes in which both cast one, and on what they differed."
    )


def without_script(words: Words) -> str:
    """Where the same numbers are for those whose browser compares nothing."""
    return words.text(
        "Each decade has a page with its files, and each member a page a decade with those that voted most like it; these need no script:"
    )
