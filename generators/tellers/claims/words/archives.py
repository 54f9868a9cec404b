"""Sentences about an archive: how many votes there are, of which session, what a member chose in a decade."""

from __future__ import annotations

from collections.abc import Mapping

from tellers.claims.claim import Claim
from tellers.claims.sentence import Free, Part, Sentence
from tellers.claims.words import labels
from tellers.claims.words.catalogue import Words
from tellers.model import Option


def held(words: Words, number: Claim) -> Sentence:
    """`6,203 votes`."""
    value = number.value if isinstance(number.value, int) else 0
    return words.count(value, "{n} vote", "{n} votes", n=number)


def session(words: Words, label: str) -> str:
    """`Session 34`."""
    return words.text("Session {label}", label=label)


def decade(words: Words, first: int) -> str:
    """`1970s`."""
    return words.text("{year}s", year=str(first))


def in_decade(words: Words, name: str, first: int) -> str:
    """`France, 1970s`."""
    return words.text("{name}, {decade}", name=name, decade=decade(words, first))


def titled(words: Words, title: str, archive: str) -> str:
    """`Session 34 · Votes of the General Assembly`: what tells a page from others of its name."""
    return words.text("{title} · {archive}", title=title, archive=archive)


def about(words: Words, title: str, archive: str, number: Sentence) -> Sentence:
    """`Session 34: 112 votes in Votes of the General Assembly.`"""
    return words.say("{title}: {number} in {archive}.", title=title, number=number, archive=archive)


def members(words: Words, archive: str) -> str:
    """What the list of members is."""
    return words.text("Every member with a ballot in {archive}, and the decades in which it has one.", archive=archive)


def chosen(words: Words, name: str, code: str, first: int, counts: Mapping[Option, Claim]) -> Sentence:
    """`France (FRA), ballots of the 1970s in this archive: 12 yes, 3 abstain.`"""
    parts: list[Part | Sentence] = []
    for option, claim in counts.items():
        parts += [words.text(", ")] if parts else []
        parts.append(labels.counted(words, option, claim))
    return words.say(
        "{name} ({code}), ballots of the {decade} in this archive: {list}.",
        name=name, code=Free(code), decade=Free(decade(words, first)), list=Sentence.of(*parts),
    )  # fmt: skip
