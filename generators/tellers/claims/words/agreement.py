"""Sentences about how often two members cast the same ballot."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from tellers.claims.claim import Claim
from tellers.claims.sentence import Free, Said, Sentence
from tellers.claims.words.catalogue import Words


def counted(words: Words, *, same: int, both: int, claim: Claim) -> Said:
    """The share with its base, as counts: `4 of 5`."""
    return Said(words.text("{same} of {both}", same=same, both=both), claim)


def title(words: Words, *, member: str, high: str, most: Said, low: str, least: Said) -> Sentence:
    """The finding: with whom the member agreed most and least at the end."""
    return words.say(
        "{member}: the same vote as {high} in {most}, as {low} in {least}",
        member=member, most=most, high=high, least=least, low=low,
    )  # fmt: skip


def title_of_one(words: Words, *, member: str, other: str, share: Said) -> Sentence:
    """The finding where the member is compared with one other only."""
    return words.say("{member}: the same vote as {other} in {share}", member=member, share=share, other=other)


def subtitle(words: Words, *, body: str, topic: str, first: date, last: date, no_record: bool) -> Sentence:
    """What a point is, its base, and which votes are counted."""
    days = {"first": Free(words.day(first)), "last": Free(words.day(last))}
    what = words.say(
        "Each point: how often both voted the same in the last five votes, of those in which both cast a ballot"
        " (yes, no or abstain)."
    )
    which = words.say(" {body} votes with full lists, {first} to {last}.", body=body, **days)
    if topic:
        which = words.say(
            " {body} votes on {topic} with full lists, {first} to {last}.", body=body, topic=topic, **days
        )  # fmt: skip
    rest = words.say(" A member without a recorded vote counts as casting none.") if no_record else Sentence.of()
    return Sentence.of(what, which, rest)


def equal(words: Words) -> str:
    """Why some lines cannot be seen in places."""
    return words.text("Lines with equal values lie on one another.")


def end(words: Words, *, member: str, share: Fraction) -> str:
    """The label at the end of a line."""
    return words.text("{member} {share}", member=member, share=words.percent(share))


def alt(words: Words, *, member: str, ends: Sequence[str], day: date) -> str:
    """The values at the ends of the lines, highest first; of many, those between are left out until there is room."""
    shown = list(ends)
    while len(said := _alt(words, member, shown, day)) > 150 and len(shown) > 2:
        del shown[-2]
    return said


def _alt(words: Words, member: str, ends: Sequence[str], day: date) -> str:
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
    """The heading of a table row: the vote at which five votes end."""
    return words.text("{day}, {vote}", day=words.short_day(day), vote=vote)


def no_share(words: Words) -> str:
    """In a table, where the two never both cast a ballot."""
    return words.text("none together")
