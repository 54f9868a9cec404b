"""Sentences about who moved between two votes of one body."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from tellers.claims.claim import Claim
from tellers.claims.sentence import Free, Sentence
from tellers.claims.words import labels
from tellers.claims.words.catalogue import Filler, Words
from tellers.model import Option


def title(words: Words, *, moved: Claim, whole: Claim, before: Option, after: Option, one: str, other: str) -> Sentence:
    """The finding: the largest move, and out of how many."""
    return words.say(
        "{n} of the {all} members that {did} on {one} {then} on {other}",
        n=moved, all=whole, did=labels.did(words, before), one=Free(one), then=labels.did(words, after),
        other=Free(other),
    )  # fmt: skip


def nobody_moved(words: Words, one: str, other: str) -> Sentence:
    """The finding where both votes have the same ballots."""
    return words.say("No member voted otherwise on {other} than on {one}", one=Free(one), other=Free(other))


def subtitle(words: Words, *, body: str, one: str, then: date, other: str, now: date, members: Claim) -> Sentence:
    """Both votes with their days, and the base."""
    named: dict[str, Filler] = {
        "body": body,
        "one": Free(one),
        "other": Free(other),
        "now": Free(words.day(now)),
        "n": members,
    }
    if then == now:
        return words.say(
            "{body}, {now}: {one}, left, and {other}, right. Heights show members; base: all {n} members.", **named
        )
    return words.say(
        "{body}: {one} ({then}), left, and {other} ({now}), right. Heights show members; base: all {n} members.",
        then=Free(words.day(then)), **named,
    )  # fmt: skip


def flow(words: Words, before: Option, after: Option) -> str:
    """`Yes to abstain`."""
    start, end = labels.option(words, before), labels.option(words, after)
    return words.text("{start} to {end}", start=start, end=end.lower())


def move(words: Words, before: Option, after: Option, number: int) -> str:
    """`35 from yes to abstain`."""
    start, end = labels.option(words, before).lower(), labels.option(words, after).lower()
    return words.text("{n} from {start} to {end}", n=number, start=start, end=end)


def alt(words: Words, *, one: str, other: str, moves: Sequence[str]) -> str:
    """The largest moves, as many as there is room for in an alternative text of 150 characters."""
    opening = words.text("{one} to {other}", one=one, other=other)
    said = words.text("{opening}: nobody moved.", opening=opening)
    for number in range(1, len(moves) + 1):
        longer = words.text("{opening}: {moves}.", opening=opening, moves=words.text(", ").join(moves[:number]))
        if number > 1 and len(longer) > 150:
            break
        said = longer
    return said


def who(words: Words, *, flow: str, number: int, names: Sequence[str]) -> str:
    """`Yes to no, 7: Benin, Haiti …`"""
    return words.text("{flow}, {n}: {names}.", flow=flow, n=number, names=words.text(", ").join(names))


def stayed(words: Words, *, option: Option, number: int) -> str:
    """`Yes both times, 93.`"""
    return words.text("{option} both times, {n}.", option=labels.option(words, option), n=number)
