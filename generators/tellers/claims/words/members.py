"""Sentences about members. A member's name always stands alone, so that no language has to inflect it."""

from __future__ import annotations

from collections.abc import Mapping

from tellers.claims.claim import Claim
from tellers.claims.sentence import Free, Part, Sentence
from tellers.claims.words import labels
from tellers.claims.words.catalogue import Words
from tellers.model import Group, Member, Option
from tellers.model.option import CAST


def summary(words: Words, name: str, code: str, counts: Mapping[Option, Claim]) -> Sentence:
    """`France, ballots on this site: 12 yes, 3 abstain. In other votes: 1 not voting.`"""
    cast = {option: claim for option, claim in counts.items() if option in CAST}
    others = {option: claim for option, claim in counts.items() if option not in CAST}
    if not cast:
        return words.say("{name}, no ballots on this site: {list}.", name=name, list=_listed(words, others))
    said = words.say("{name}, ballots on this site: {list}.", name=name, list=_listed(words, cast))
    return Sentence.of(said, words.say(" In other votes: {list}.", list=_listed(words, others)) if others else "")


def _listed(words: Words, counts: Mapping[Option, Claim]) -> Sentence:
    parts: list[Part | Sentence] = []
    for option, claim in counts.items():
        parts += [words.text(", ")] if parts else []
        parts.append(labels.counted(words, option, claim))
    return Sentence.of(*parts)


def stood(words: Words, counts: Mapping[str, Claim]) -> Sentence:
    """`Of 12 votes of which every ballot is known it stood in 9 with the majority …`, the majority being of yes and no."""
    return Sentence.of(
        words.count(
            _number(counts["full-votes"]),
            "Of {n} vote of which every ballot is known it stood in {majority} with the majority, the larger side of yes and no, and in {minority} with the minority.",
            "Of {n} votes of which every ballot is known it stood in {majority} with the majority, the larger side of yes and no, and in {minority} with the minority.",
            n=counts["full-votes"], majority=counts["majority"], minority=counts["minority"],
        ),
        words.say(" In {even} both sides were equal.", even=counts["even"]) if _number(counts["even"]) else "",
        words.say(
            " It abstained in {abstained} and cast no ballot in {silent}. Nobody else cast the same ballot in {alone}.",
            abstained=counts["abstained"], silent=counts["silent"], alone=counts["alone"],
        ),
    )  # fmt: skip


def _number(claim: Claim) -> int:
    return claim.value if isinstance(claim.value, int) else 0


def names(words: Words, member: Member) -> Sentence:
    """The official names over time, with their code."""
    parts: list[Part | Sentence] = []
    for period in member.names:
        since = words.short_day(period.from_)
        until = words.short_day(period.to) if period.to else words.text("today")
        parts += [words.text("; ")] if parts else []
        parts.append(Free(words.text("{name} ({since} to {until})", name=period.name, since=since, until=until)))
    return words.say("{names}. Code {code}.", names=Sentence.of(*parts), code=Free(member.code))


def group(words: Words, value: Group) -> str:
    """A group's name, with the day for which an undated list holds."""
    if value.dated or value.as_of is None:
        return value.name
    return words.text("{name} (as of {day})", name=value.name, day=words.short_day(value.as_of))
