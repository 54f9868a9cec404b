"""Sentences about how often two members cast the same ballot."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from tellers.claims.claim import Claim
from tellers.claims.sentence import Free, Sentence
from tellers.claims.words.catalogue import Words


def title(words: Words, *, member: str, high: str, most: Claim, low: str, least: Claim) -> Sentence:
    """The finding: with whom the member agreed most and least at the end."""
    message = "{member}: {most} agreement with {high}, {least} with {low}"
    return words.say(message, member=member, most=most, high=high, least=least, low=low)


def title_of_one(words: Words, *, member: str, other: str, share: Claim) -> Sentence:
    return words.say("{member}: {share} agreement with {other}", member=member, share=share, other=other)


def subtitle(
    words: Words, *, body: str, topic: str, first: date, last: date, no_record: bool
) -> Sentence:  # fmt: skip
    """What a point is, its base, and which votes are counted."""
    what = words.say(
        "At each vote: of the last five votes, those in which both cast a ballot (yes, no or abstain) are the base, and the"
        " share is of those in which both cast the same."
    )
    days = {"first": Free(words.day(first)), "last": Free(words.day(last))}
    if topic:
        message = " {body} votes on {topic} whose lists are known in full, {first} to {last}."
        which = words.say(message, body=body, topic=topic, **days)
    else:
        which = words.say(" {body} votes whose lists are known in full, {first} to {last}.", body=body, **days)
    rest = words.say(" No vote recorded counts as no ballot cast.") if no_record else Sentence.of()
    return Sentence.of(what, which, rest)


def end(words: Words, *, member: str, share: Fraction) -> str:
    """The label at the end of a line."""
    return words.text("{member} {share}", member=member, share=words.percent(share))


def alt(words: Words, *, member: str, ends: Sequence[str], day: date) -> str:
    return words.text(
        "Line chart, {member}, last five votes to {day}: agreement with {ends}.",
        member=member, day=words.short_day(day), ends=words.text(", ").join(ends),
    )  # fmt: skip


def counts(words: Words, *, name: str, same: int, both: int) -> str:
    """`Ukraine 1 of 5`: the same ballot in so many of the votes in which both cast one."""
    return words.text("{name} {same} of {both}", name=name, same=same, both=both)


def line(words: Words, *, day: date, vote: str, counts: Sequence[str]) -> str:
    """One vote of the description."""
    return words.text(
        "{day}, {vote}: same ballot as {counts}.", day=words.short_day(day), vote=vote, counts=words.text(", ").join(counts)
    )


def row(words: Words, *, day: date, vote: str) -> str:
    return words.text("{day}, {vote}", day=words.short_day(day), vote=vote)


def no_share(words: Words) -> str:
    """In a table, where the two never both cast a ballot."""
    return words.text("none together")
