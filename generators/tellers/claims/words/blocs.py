"""Sentences about blocs: what one is, how sure it is, and who is in it."""

from __future__ import annotations

from collections.abc import Sequence

from tellers.claims.words.catalogue import Words


def meaning(words: Words) -> str:
    """What a bloc is."""
    return words.text(
        "A bloc is five members or more that on average cast the same ballot in at least four of five votes, of those in which both cast "
        "one; members are joined step by step, those that differed least first."
    )


def halves(words: Words) -> str:
    """How sure a bloc is."""
    return words.text(
        "Found again says in how many of {all} halves of the votes a bloc comes out with three quarters of the members in common. The number "
        "after a name says in how many of them it is in that bloc, where it is fewer than {sure}.",
        all=words.number(30), sure=words.number(24),
    )  # fmt: skip


def none(words: Words) -> str:
    """Where nobody voted so much alike."""
    return words.text("No five members voted so much alike in this decade.")


def head(words: Words, members: int, again: int) -> str:
    """`10 members, found again in 30 of 30 halves`."""
    return words.text(
        "{n} members, found again in {again} of {all} halves",
        n=words.number(members),
        again=words.number(again),
        all=words.number(30),
    )


def members(words: Words, named: Sequence[tuple[str, int]]) -> str:
    """Names, A–Z, with a number where the member is not always in the bloc."""
    return words.text(", ").join(
        name if halves >= 24 else words.text("{name} ({n})", name=name, n=words.number(halves)) for name, halves in named
    )
