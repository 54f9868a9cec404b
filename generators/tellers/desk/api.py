"""Where the static JSON API has what: its addresses and what a program finds there, for those who write and read it."""

from __future__ import annotations

from dataclasses import dataclass

from tellers.claims.words import Words

ROOT = "api/v1"
"""The version is part of every address. What an address means does not change; what is added does not break a reader."""


@dataclass(frozen=True, slots=True)
class Address:
    """A pattern of addresses below the root of the site, and what is there."""

    pattern: str
    what: str


def addresses(words: Words) -> tuple[Address, ...]:
    """Every pattern of the API, in the order in which it is documented."""
    t = words.text
    return (
        Address(f"{ROOT}/index.json", t("This list, the numbers of records, and the day of the last change of meaning.")),
        Address(f"{ROOT}/bodies.json", t("Each body with its name, its majorities and its votes.")),
        Address(f"{ROOT}/votes.json", t("Each vote with its result and totals, newest first.")),
        Address(f"{ROOT}/votes/{{vote}}.json", t("One vote: the record, every known ballot, sources, corrections.")),
        Address(f"{ROOT}/members.json", t("Each member that has a ballot here, with its names over time.")),
        Address(f"{ROOT}/members/{{code}}.json", t("One member: every ballot it has here, and what its officials said.")),
        Address(f"{ROOT}/series.json", t("Each series with its question and its votes in order.")),
        Address(f"{ROOT}/quotes.json", t("Each quote: exact words, speaker, day, source, votes it is about.")),
        Address(f"{ROOT}/corrections.json", t("What was wrong, what is right, since when; and signed discrepancies.")),
    )
