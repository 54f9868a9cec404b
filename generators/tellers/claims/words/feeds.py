"""Words of feeds: what an entry is called, and what stands in it beside the sentences of its page."""

from __future__ import annotations

from collections.abc import Sequence

from tellers.claims.sentence import Sentence
from tellers.claims.words import labels
from tellers.claims.words.catalogue import Words
from tellers.model import Option


def ballot_title(words: Words, member: str, option: Option, headline: Sentence) -> str:
    """`France abstained – A/RES/ES-11/7: Adopted 93–18, with 65 abstentions`."""
    return words.text("{member} {did} – {headline}", member=member, did=labels.did(words, option), headline=headline)


def count(words: Words, label: str, number: int) -> str:
    """`Yes: 93`."""
    return words.text("{label}: {n}", label=label, n=number)


def correction_title(words: Words, name: str, field: str) -> str:
    """`Corrected: A/RES/ES-11/7, the vote of France`."""
    return words.text("Corrected: {name}, {field}", name=name, field=field)


def read_in(words: Words, publishers: Sequence[str]) -> str:
    """Where the numbers or words were read."""
    return words.text("Read in: {publishers}.", publishers="; ".join(publishers))


def votes_in_series(words: Words, number: int) -> str:
    """How many votes a series has."""
    return str(words.count(number, "{n} vote", "{n} votes", n=number))
