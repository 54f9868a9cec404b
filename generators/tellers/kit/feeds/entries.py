"""The entries of feeds, before any format: a record told in words and numbers, with its terms and its picture.

An entry's days come from content and move when its meaning does: an update, a correction, a signed discrepancy. Nothing
here reads a clock, and a new style changes no entry.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import quote, urlsplit

from tellers import encode
from tellers.claims.words import feeds as words_
from tellers.claims.words import labels, pages
from tellers.desk import Desk
from tellers.desk.feeds import Feed
from tellers.desk.said import address, changed, corrected_field, correction, headline, lead
from tellers.desk.terms import has_sources, licence_line, mentioned, sources_of


@dataclass(frozen=True, slots=True)
class Card:
    """A picture for mail tools: address, bytes, pixels, alternative text."""

    address: str
    size: int
    width: int
    height: int
    alt: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One record as a feed tells it. `numbers` are labels with numbers, `corrections` what changed, newest first."""

    id: str
    address: str
    title: str
    summary: str
    published: date
    updated: date
    day: date
    about: tuple[str, ...]
    numbers: tuple[tuple[str, int], ...]
    publishers: tuple[str, ...]
    terms: str
    corrections: tuple[str, ...]
    card: Card | None
    html: str = ""
    """The same as paragraphs; finished once for all formats."""

    @property
    def brief(self) -> str:
        """What changed, and the one sentence: what a reader sees in a list of entries."""
        return " ".join([*self.corrections, self.summary])


def entries(desk: Desk, feed: Feed, made: dict[str, Entry]) -> list[Entry]:
    """The newest entries of the feed, newest first; `made` remembers entries that several feeds have."""
    found = [_entry(desk, key, made) for key in feed.keys]
    found.sort(key=lambda entry: (entry.updated, entry.day, entry.id), reverse=True)
    newest = found[: feed.newest]
    folder, _, code = feed.path.removeprefix("feeds/").partition("/")
    return [_of_member(desk, entry, code) for entry in newest] if folder == "members" else newest


def _entry(desk: Desk, key: str, made: dict[str, Entry]) -> Entry:
    if key not in made:
        folder, _, id = key.partition("/")
        entry = _MAKERS[folder](desk, id)
        made[key] = replace(entry, html=_html(desk, entry))
    return made[key]


def _of_member(desk: Desk, entry: Entry, code: str) -> Entry:
    """A vote's entry as it stands in a member's feed: it begins with what the member did."""
    key = entry.id.rpartition(":")[2]
    id = tag(desk, entry.published, f"members/{code}/{key}")
    if not key.startswith("votes/"):
        return replace(entry, id=id)
    result = desk.results[key.removeprefix("votes/")]
    option = result.option_of(code)
    if option is None:
        raise ValueError(f"{key} has no ballot of {code}")
    title = words_.ballot_title(desk.words, result.name(code), option, headline(desk.words, result))
    return replace(entry, id=id, title=title)


def tag(desk: Desk, day: date, key: str) -> str:
    """The entry's id for ever (RFC 4151): `tag:tellers.example,2026-11-23:votes/un-ga/es-11_7`."""
    return f"tag:{urlsplit(desk.content.site.address).hostname},{day.isoformat()}:{key}"


def _vote(desk: Desk, id: str) -> Entry:
    result, key = desk.results[id], f"votes/{id}"
    vote = result.vote
    about = [text for text in (vote.title if vote.title != vote.name else "", vote.about or "") if text]
    numbers = [(labels.option(desk.words, option), result.tally[option]) for option in result.counts]
    made = _record(desk, key, str(headline(desk.words, result)), str(lead(desk.words, result)), vote.published, vote.date)
    return replace(made, about=tuple(about), numbers=tuple(numbers), card=_card(desk, f"{id}.card", f"{id}.card.png"))


def _explainer(desk: Desk, id: str) -> Entry:
    explainer, content = desk.content.explainers[id], desk.content
    made = _record(desk, f"explainers/{id}", explainer.title, explainer.summary, explainer.date, explainer.date)
    vote = next((key.removeprefix("votes/") for key in mentioned(content, id) if key.startswith("votes/")), "")
    return replace(made, card=_card(desk, f"{vote}.card", f"{vote}.card.png") if vote else None)


def _series(desk: Desk, id: str) -> Entry:
    series = desk.content.series[id]
    last = max(desk.content.votes[vote].date for vote in series.votes)
    made = _record(desk, f"series/{id}", series.title, series.question, series.published, last)
    return replace(made, about=(series.summary,), numbers=((desk.words.text("Votes"), len(series.votes)),))


def _quote(desk: Desk, id: str) -> Entry:
    said = desk.content.quotes[id]
    title = pages.quote_title(desk.words, desk.content.speakers[said.speaker].name, said.date)
    made = _record(desk, f"quotes/{id}", title, f"“{said.text}”", said.published, said.date)
    about = (said.context,) if said.context else ()
    return replace(made, about=about, card=_card(desk, f"{id}.quote", f"{id}.quote-card.png"))


def _correction(desk: Desk, number: str) -> Entry:
    """An entry of the list of corrections; its id names record, field and day, so that a new one changes no other."""
    entry, content = desk.content.corrections[int(number)], desk.content
    title = words_.correction_title(desk.words, _name(desk, entry.record), corrected_field(desk, entry))
    said = str(correction(desk, entry))
    publishers = tuple(content.sources[id].publisher for id in entry.sources)
    rests = [entry.record] if has_sources(entry.record) else []
    return Entry(
        id=tag(desk, entry.signed, f"corrections/{entry.record}/{quote(entry.field)}"),
        address=address(content, "/corrections/"),
        title=title,
        summary=said,
        published=entry.signed,
        updated=entry.signed,
        day=entry.signed,
        about=(),
        numbers=(),
        publishers=tuple(dict.fromkeys(publishers)),
        terms=licence_line(content, desk.words, *rests),
        corrections=(),
        card=None,
    )


_MAKERS = {
    "votes": _vote,
    "explainers": _explainer,
    "series": _series,
    "quotes": _quote,
    "corrections": _correction,
}


def _record(desk: Desk, key: str, title: str, summary: str, published: date, day: date) -> Entry:
    content = desk.content
    found = sorted((c for c in content.corrections if c.record == key), key=lambda c: (c.signed, c.field), reverse=True)
    return Entry(
        id=tag(desk, published, key),
        address=address(content, f"/{key}/"),
        title=title,
        summary=summary,
        published=published,
        updated=changed(content, key),
        day=day,
        about=(),
        numbers=(),
        publishers=tuple(dict.fromkeys(content.sources[id].publisher for id in sources_of(content, key))),
        terms=licence_line(content, desk.words, key),
        corrections=tuple(str(correction(desk, entry)) for entry in found),
        card=None,
    )


def _name(desk: Desk, key: str) -> str:
    """What the corrected record is called, else its key."""
    content = desk.content
    named = {
        **{f"votes/{vote.id}": vote.name for vote in content.votes.values()},
        **{f"series/{series.id}": series.title for series in content.series.values()},
        **{f"explainers/{explainer.id}": explainer.title for explainer in content.explainers.values()},
    }
    return named.get(key, key)


def _card(desk: Desk, figure: str, file: str) -> Card | None:
    """The social card of a figure, where it was drawn."""
    picture = desk.picture(figure)
    if picture is None or file not in picture.sizes:
        return None
    return Card(address(desk.content, f"/figures/{file}"), picture.sizes[file], 1200, 630, picture.alt)


def _html(desk: Desk, entry: Entry) -> str:
    """What changed first, then the words, the numbers, where they were read, and the licence line."""
    numbers = "".join(f"<li>{encode.xml(words_.count(desk.words, label, n))}</li>" for label, n in entry.numbers)
    parts = [
        *(f"<p><strong>{encode.xml(text)}</strong></p>" for text in entry.corrections),
        _paragraphs([entry.summary, *entry.about]),
        f"<ul>{numbers}</ul>" if numbers else "",
        _paragraphs([words_.read_in(desk.words, entry.publishers)] if entry.publishers else []),
        f"<p><small>{encode.xml(entry.terms)}</small></p>",
    ]
    return "".join(parts)


def _paragraphs(texts: Sequence[str]) -> str:
    return "".join(f"<p>{encode.xml(text)}</p>" for text in texts)
