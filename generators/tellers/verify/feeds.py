"""Feeds: which there have to be, which entries in which order, and what the feed says of itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from posixpath import normpath
from xml.etree.ElementTree import ParseError

from selectolax.lexbor import LexborHTMLParser

from tellers.verify.content import Content
from tellers.verify.feed_entries import Entries, day_of, tag_of
from tellers.verify.feed_files import FORMATS, Feed
from tellers.verify.html import attribute, words
from tellers.verify.report import Findings
from tellers.verify.words import in_alphabet

_LANGUAGE = "en-GB"
"""In which the sentences are written that the reader knows."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A feed that has to be there: its name, its page, the keys of its records, and how many entries it holds at most."""

    path: str
    name: str
    page: str
    keys: tuple[str, ...]
    newest: int


def check_feeds(built: Path, content: Content, findings: Findings) -> None:
    """Every feed in every format, and no other."""
    entries = Entries(built, content)
    known: set[str] = set()
    for wanted in _wanted(content):
        for ending, read in FORMATS.items():
            path = wanted.path + ending
            known.add(path)
            if not (built / path).is_file():
                findings.differs(path, "file", "no file", f"the feed of {wanted.name}")
                continue
            try:
                _check(read((built / path).read_text("utf-8")), wanted, path, content, entries, findings)
            except (KeyError, ValueError, TypeError, AttributeError, ParseError) as error:
                findings.differs(path, "file", f"{type(error).__name__}: {error}", "a feed")
    for file in sorted((built / "feeds").rglob("*")):
        path = file.relative_to(built).as_posix()
        if file.is_file() and path not in known and path != "feeds/index.html":
            findings.differs(path, "file", "a file", "no such feed")


def check_feeds_page(page: LexborHTMLParser, path: str, content: Content, findings: Findings) -> None:
    """The page that lists them has a row a feed: its page and its files."""
    if path != "feeds/index.html":
        return
    rows = [
        [normpath(f"/feeds/{attribute(link, 'href')}") for link in row.css("a")]
        for row in page.css("table.tl-feeds tbody tr")
    ]
    feeds = {
        wanted.path: [normpath(wanted.page), *(f"/{wanted.path}{ending}" for ending in FORMATS)]
        for wanted in _wanted(content)
    }
    names = [words(row.css_first("th")) for row in page.css("table.tl-feeds")[-1].css("tbody tr")] if rows else []
    findings.compare("feeds", path, "order of members", names, sorted(names, key=in_alphabet))
    findings.compare("feeds", path, "number of feeds", len(rows), len(feeds))
    for row in feeds.values():
        findings.compare("feeds", path, f"row of {row[-1]}", rows.count(row), 1)


def _check(feed: Feed, wanted: Wanted, path: str, content: Content, entries: Entries, findings: Findings) -> None:
    site = str(content.site["address"]).rstrip("/")
    member = wanted.path.removeprefix("feeds/members/") if wanted.path.startswith("feeds/members/") else ""
    ordered = sorted(wanted.keys, key=lambda key: (*day_of(content, key), tag_of(content, key)), reverse=True)
    keys = ordered[: wanted.newest]
    findings.compare("feeds", path, "feed title", feed.title, _title(content, wanted.name))
    findings.compare("feeds", path, "feed address", feed.address, f"{site}/{path}")
    findings.compare(
        "feeds", path, "feed description", " ".join(feed.what.split()), " ".join(content.site["tagline"].split())
    )
    findings.compare("feeds", path, "feed author", feed.author or content.site["publisher"], content.site["publisher"])
    findings.compare("feeds", path, "feed language", feed.language, _LANGUAGE)
    findings.compare("feeds", path, "feed page", feed.page, site + wanted.page)
    ids = [tag_of(content, key, member) for key in keys]
    findings.compare("feeds", path, "ids of entries", [entry.id for entry in feed.entries], ids)
    if feed.updated is not None:
        records = [*content.votes.values(), *content.archives.values()]
        newest = [day_of(content, key)[0] for key in keys] or [str(record["published"]) for record in records]
        findings.compare("feeds", path, "feed updated", feed.updated, max(newest))
    for entry in feed.entries:
        if entry.id in ids:
            entries.check(entry, keys[ids.index(entry.id)], member, path, findings)


def check_discovery(page: LexborHTMLParser, path: str, content: Content, findings: Findings) -> None:
    """A page names the feed of what it is about, and that of everything, in every format and by its title."""
    if path == "404.html":
        return
    address = path.removesuffix("index.html").rstrip("/")
    links = page.css('link[rel~="alternate"][type]:not([type="application/json+oembed"])')
    found = {normpath(f"{address}/{attribute(link, 'href')}").lstrip("/"): attribute(link, "title") for link in links}
    names = {"feeds/all": "everything"}
    folder, _, id = address.partition("/")
    if address == "corrections":
        names["feeds/corrections"] = "corrections"
    elif folder == "bodies" and id in content.bodies:
        names[f"feeds/{address}"] = content.bodies[id]["name"]
    elif folder == "series" and id in content.series:
        names[f"feeds/{address}"] = content.series[id]["title"]
    elif folder == "members" and id:
        names[f"feeds/{address}"] = content.called(id)
    expected = {f"{feed}{ending}": _title(content, name) for feed, name in names.items() for ending in FORMATS}
    for target in sorted(expected.keys() | found.keys()):
        findings.compare("feeds", path, f"link to {target}", found.get(target), expected.get(target))


def _title(content: Content, name: str) -> str:
    return " ".join(f"{content.site['name']}: {name}".split())


def _wanted(content: Content) -> Iterator[Wanted]:
    """One of everything, one of corrections, one for each body, series and member with a ballot."""
    explainers = [path.removesuffix(".md") for path in content.texts if path.startswith("explainers/")]
    records = {"votes": content.votes, "series": content.series, "quotes": content.quotes}
    everything = [*explainers, *(f"{folder}/{id}" for folder, found in records.items() for id in found)]
    yield Wanted("feeds/all", "everything", "/", tuple(everything), 50)
    corrected = tuple(f"corrections/{number}" for number, _ in enumerate(content.corrections))
    yield Wanted("feeds/corrections", "corrections", "/corrections/", corrected, 50)
    for id, body in content.bodies.items():
        votes = tuple(f"votes/{vote}" for vote, record in content.votes.items() if record["body"] == id)
        yield Wanted(f"feeds/bodies/{id}", body["name"], f"/bodies/{id}/", votes, 30)
    for id, series in content.series.items():
        votes = tuple(f"votes/{vote}" for vote in series["votes"])
        yield Wanted(f"feeds/series/{id}", series["title"], f"/series/{id}/", votes, 30)
    for code in sorted({code for roll in content.rolls.values() for code in roll.ballots}):
        took_part = [f"votes/{vote}" for vote, roll in content.rolls.items() if code in roll.ballots]
        said = [
            f"quotes/{id}"
            for id, quote in content.quotes.items()
            if content.speakers[quote["speaker"]].get("speaks-for") == code
        ]
        yield Wanted(f"feeds/members/{code}", content.called(code), f"/members/{code}/", (*took_part, *said), 10)
