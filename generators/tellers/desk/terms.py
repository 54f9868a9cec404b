"""Under which terms a record is passed on: decided here, once for every surface, from the sources it rests on."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from tellers.claims.words import Words, citing
from tellers.model import Content, Site, Source

_QUOTED = re.compile(r"""["']([^"'\s]+)["']""")
_EXPRESSION = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Terms:
    """Whom the sources of a record want named, each with the terms it asks for, and whether commercial use is left out."""

    credits: tuple[tuple[str, str], ...]
    noncommercial: bool

    def line(self, words: Words, site: Site) -> str:
        """The licence line that goes with the record wherever it goes."""
        credits = [citing.credit(words, name, licence) for name, licence in self.credits]
        return citing.terms(
            words, credits=credits, noncommercial=self.noncommercial, author=site.publisher, licence=site.licence
        )


def terms_of(sources: Iterable[Source]) -> Terms:
    """The terms of what was read in these sources.

    Named are those that ask for it and those that allow no commercial use; where there are none, the first source.
    """
    known = list(sources)
    bound = [source for source in known if source.attribution or is_noncommercial(source.licence)] or known[:1]
    credits = dict.fromkeys((source.attribution or source.publisher, source.licence) for source in bound)
    return Terms(tuple(credits), any(is_noncommercial(source.licence) for source in known))


def is_noncommercial(licence: str) -> bool:
    """Whether the terms leave out commercial use: `CC-BY-NC-3.0-IGO`, `LicenseRef-UN-noncommercial-attribution`."""
    return "NC" in licence.split("-") or "noncommercial" in licence.casefold()


def licence_line(content: Content, words: Words, *keys: str) -> str:
    """The licence line of these records together: `votes/un-ga/es-11_7`, `members/FRA`, `explainers/…`."""
    ids = dict.fromkeys(id for key in keys for id in sources_of(content, key))
    return terms_of(content.sources[id] for id in ids).line(words, content.site)


def resting_on(records: Iterable[str]) -> tuple[str, ...]:
    """Those of a figure's records that were read in sources of their own: votes and quotes."""
    return tuple(key for key in records if key.startswith(("votes/", "quotes/")))


def sources_of(content: Content, key: str) -> tuple[str, ...]:
    """Ids of the sources that the record rests on, its own first, once each."""
    folder, _, id = key.partition("/")
    return tuple(dict.fromkeys(_FOLDERS[folder](content, id)))


def has_sources(key: str) -> bool:
    """Whether the record is of a kind that rests on sources; a source or a speaker is not."""
    return key.partition("/")[0] in _FOLDERS


def _of_vote(content: Content, id: str) -> list[str]:
    vote = content.votes[id]
    named = [vote.roll.source if vote.roll else None, vote.stated_source, *vote.sources]
    named += [vote.majority.source if vote.majority else None, *(row.source for row in vote.intended)]
    return [source for source in named if source] + list(content.bodies[vote.body].sources)


def _of_votes(content: Content, ids: Iterable[str]) -> list[str]:
    return [source for id in ids for source in _of_vote(content, id)]


def _of_series(content: Content, id: str) -> list[str]:
    return _of_votes(content, content.series[id].votes)


def _of_body(content: Content, id: str) -> list[str]:
    return [*content.bodies[id].sources, *_of_votes(content, (v.id for v in content.votes.values() if v.body == id))]


def _of_quote(content: Content, id: str) -> list[str]:
    return [content.quotes[id].anchor.source]


def _of_member(content: Content, code: str) -> list[str]:
    """The votes in which it has a ballot, and what its officials said."""
    votes = [id for id, roll in content.rolls.items() if roll.option_of(code) is not None]
    said = [q.anchor.source for q in content.quotes.values() if content.speakers[q.speaker].speaks_for == code]
    return _of_votes(content, votes) + said


def _of_explainer(content: Content, id: str) -> list[str]:
    """The records and figures that its expressions name, and the sources that they name themselves."""
    out: list[str] = []
    for name in _names_in(content, id):
        out += [source for key in _named(content, name) for source in sources_of(content, key)]
        out += [name] if name in content.sources else []
    return out


def mentioned(content: Content, explainer: str) -> tuple[str, ...]:
    """Keys of the records with numbers or words of others that an explainer's expressions name, in order."""
    return tuple(dict.fromkeys(key for name in _names_in(content, explainer) for key in _named(content, name)))


def _names_in(content: Content, explainer: str) -> list[str]:
    expressions = _EXPRESSION.findall(content.explainers[explainer].text)
    return [name for expression in expressions for name in _QUOTED.findall(expression)]


def _named(content: Content, name: str) -> list[str]:
    """Keys of the records behind `un-ga/es-11_7`, `un-ga/es-11_7.tally` or `FRA.words`."""
    id, dot, _ = name.partition(".")
    folders = {"votes": content.votes, "series": content.series, "quotes": content.quotes}
    found = [f"{folder}/{id}" for folder, records in folders.items() if id in records]
    codes = {code for register in content.registers.values() for code in register} if dot else set()
    return found + ([f"members/{id}"] if id in codes else [])


_FOLDERS = {
    "votes": _of_vote,
    "series": _of_series,
    "bodies": _of_body,
    "quotes": _of_quote,
    "members": _of_member,
    "explainers": _of_explainer,
}
