"""What can be cited: a vote, an explainer, a series, a figure; with all that a citation needs and no format."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from tellers.claims import Said, Sentence
from tellers.claims.words import citing, pages
from tellers.desk import Desk, Picture
from tellers.desk.said import address, headline, stated_day
from tellers.desk.terms import licence_line


class WorkKind(StrEnum):
    """What sort of work is cited, as reference managers tell them apart."""

    DATASET = "dataset"
    ARTICLE = "article"
    FIGURE = "figure"


@dataclass(frozen=True, slots=True)
class Work:
    """One citable thing. `day` is that of its last change of meaning, `terms` the licence line of what is in it."""

    key: str
    kind: WorkKind
    title: Sentence
    author: str
    site: str
    day: date
    said_day: Said
    address: str
    terms: str

    def citation(self, desk: Desk) -> Sentence:
        """The citation in plain words, without its address."""
        return citing.citation(desk.words, author=self.author, title=self.title, site=self.site, day=self.said_day)


def works(desk: Desk) -> Iterator[Work]:
    """Every work that has a page of its own: votes, explainers, series."""
    content = desk.content
    yield from (vote_work(desk, id) for id in content.votes)
    yield from (explainer_work(desk, id) for id in content.explainers)
    yield from (series_work(desk, id) for id in content.series)


def vote_work(desk: Desk, id: str) -> Work:
    """A vote, cited as the data set that its page and files are."""
    return _work(desk, f"votes/{id}", WorkKind.DATASET, headline(desk.words, desk.results[id]))


def explainer_work(desk: Desk, id: str) -> Work:
    """An explainer, cited as an article."""
    return _work(desk, f"explainers/{id}", WorkKind.ARTICLE, Sentence.of(desk.content.explainers[id].title))


def series_work(desk: Desk, id: str) -> Work:
    """A series, cited as a data set."""
    return _work(desk, f"series/{id}", WorkKind.DATASET, Sentence.of(desk.content.series[id].title))


def figure_work(desk: Desk, picture: Picture, path: str) -> Work:
    """A figure, cited with its own title, the day of its record, and the address at which it is found."""
    record = subject_key(desk, picture.figure)
    folder, _, id = record.partition("/")
    dated = record
    if folder == "members":
        newest = max((r.vote for r in desk.results.values() if r.option_of(id)), key=lambda vote: (vote.published, vote.id))
        dated = f"votes/{newest.id}"
    named = replace(_work(desk, record, WorkKind.FIGURE, Sentence.of(picture.title), dated), key=f"figures/{picture.figure}")
    return replace(named, address=address(desk.content, path))


def subject_key(desk: Desk, figure: str) -> str:
    """The record that a figure is about: `un-ga/es-11_7.tally` is about `votes/un-ga/es-11_7`."""
    id, kind = figure.split(".")[:2]
    if id in desk.content.votes:
        return f"votes/{id}"
    if any(id in register for register in desk.content.registers.values()):
        return f"members/{id}"
    return f"quotes/{id}" if kind == "quote" else f"series/{id}"


def _work(desk: Desk, key: str, kind: WorkKind, title: Sentence, dated: str = "") -> Work:
    """The work of this record; `dated` is the record whose day it has, if that is another."""
    content = desk.content
    field, day = stated_day(content, dated or key)
    return Work(
        key=key,
        kind=kind,
        title=title,
        author=content.site.publisher,
        site=content.site.name,
        day=day,
        said_day=pages.day_of(desk.words, dated or key, field, day),
        address=address(content, f"/{key}/"),
        terms=licence_line(content, desk.words, key),
    )
