"""Which feeds there are: one of everything, one of corrections, one a body, a series and a member."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from tellers.claims.words import Words
from tellers.model import Content

FORMATS = (
    (".atom.xml", "Atom", "application/atom+xml"),
    (".rss.xml", "RSS", "application/rss+xml"),
    (".json", "JSON Feed", "application/feed+json"),
)
"""Ending, name and media type of each format that every feed has."""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: its path without ending, its title, the page it belongs to, and the keys of the records in it.

    `newest` is how many entries it holds at most.
    """

    path: str
    title: str
    page: str
    keys: tuple[str, ...]
    newest: int


ALL = "feeds/all"
CORRECTIONS = "feeds/corrections"


def feeds(content: Content, words: Words) -> Iterator[Feed]:
    """Every feed of the site, in the order in which a reader is offered them."""
    t, site = words.text, content.site
    everything = (
        *(f"explainers/{id}" for id in content.explainers),
        *(f"votes/{id}" for id in content.votes),
        *(f"series/{id}" for id in content.series),
        *(f"quotes/{id}" for id in content.quotes),
    )
    yield Feed(ALL, t("{site}: everything", site=site.name), "/", everything, 50)
    corrected = tuple(f"corrections/{number}" for number in range(len(content.corrections)))
    yield Feed(CORRECTIONS, t("{site}: corrections", site=site.name), "/corrections/", corrected, 50)
    for id, body in content.bodies.items():
        keys = tuple(f"votes/{vote.id}" for vote in content.votes.values() if vote.body == id)
        yield _feed(content, words, f"bodies/{id}", body.name, keys, 30)
    for id, series in content.series.items():
        yield _feed(content, words, f"series/{id}", series.title, tuple(f"votes/{vote}" for vote in series.votes), 30)
    for code, name in voters(content).items():
        yield _feed(content, words, f"members/{code}", name, _of_member(content, code), 10)


@lru_cache(maxsize=8)
def by_page(content: Content, words: Words) -> dict[str, Feed]:
    """The feed of each page that has one of its own, by the page's address."""
    return {feed.page: feed for feed in feeds(content, words)}


def voters(content: Content) -> dict[str, str]:
    """Code and name of each member that has a ballot here, in the order of names."""
    seen = {code for roll in content.rolls.values() for code in roll.members}
    named = {code: m.latest.short for register in content.registers.values() for code, m in register.items() if code in seen}
    return dict(sorted(named.items(), key=lambda pair: (pair[1].casefold(), pair[0])))


def _feed(content: Content, words: Words, key: str, name: str, keys: tuple[str, ...], newest: int) -> Feed:
    title = words.text("{site}: {name}", site=content.site.name, name=name)
    return Feed(f"feeds/{key}", title, f"/{key}/", keys, newest)


def _of_member(content: Content, code: str) -> tuple[str, ...]:
    """Votes in which it has a ballot, and what its officials said."""
    votes = [f"votes/{id}" for id, roll in content.rolls.items() if roll.option_of(code) is not None]
    said = [f"quotes/{q.id}" for q in content.quotes.values() if content.speakers[q.speaker].speaks_for == code]
    return (*votes, *said)
