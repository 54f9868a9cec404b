"""A feed as a reader's program gets it: Atom, RSS or JSON, each to the same plain entries. No meaning yet."""

from __future__ import annotations

import html
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from xml.etree import ElementTree

_ATOM = "{http://www.w3.org/2005/Atom}"
_MEDIA = "{http://search.yahoo.com/mrss/}"
_CONTENT = "{http://purl.org/rss/1.0/modules/content/}"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_DC = "{http://purl.org/dc/elements/1.1/}"


@dataclass(frozen=True, slots=True)
class Picture:
    """The picture of an entry: address, stated bytes, alternative text where the format has a place for one, pixels."""

    address: str
    size: int
    alt: str
    pixels: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry as it stands in a file. What a format has no place for is None."""

    id: str
    title: str
    address: str
    updated: str
    published: str | None
    html: str
    terms: str
    picture: Picture | None
    numbers: dict[str, int] | None = None
    summary: str | None = None
    corrections: list[str] | None = None


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed's own words and its entries in order."""

    title: str
    address: str
    page: str
    updated: str | None
    entries: tuple[Entry, ...]
    what: str
    language: str
    author: str | None = None


def read_atom(text: str) -> Feed:
    """RFC 4287; raises ValueError, KeyError or ParseError."""
    root = ElementTree.fromstring(text)
    links = {link.get("rel"): link.get("href") or "" for link in root.findall(f"{_ATOM}link")}
    entries = tuple(_atom_entry(node) for node in root.findall(f"{_ATOM}entry"))
    own, page, updated = links["self"], links["alternate"], _day(root, f"{_ATOM}updated")
    if _said(root, f"{_ATOM}id") != own:
        raise ValueError(f"the feed's id is not its address {own}")
    author = _said(root, f"{_ATOM}author/{_ATOM}name")
    title, what = _said(root, f"{_ATOM}title"), _said(root, f"{_ATOM}subtitle")
    return Feed(title, own, page, updated, entries, what, root.get(_LANGUAGE, ""), author)


def _atom_entry(node: ElementTree.Element) -> Entry:
    links = {link.get("rel"): link for link in node.findall(f"{_ATOM}link")}
    held = links.get("enclosure")
    picture = None
    if held is not None:
        picture = Picture(held.attrib["href"], int(held.attrib["length"]), held.attrib["title"])
    return Entry(
        id=_said(node, f"{_ATOM}id"),
        title=_said(node, f"{_ATOM}title"),
        address=links["alternate"].attrib["href"],
        updated=_day(node, f"{_ATOM}updated"),
        published=_day(node, f"{_ATOM}published"),
        html=_said(node, f"{_ATOM}content"),
        terms=_said(node, f"{_ATOM}rights"),
        picture=picture,
    )


def read_rss(text: str) -> Feed:
    """RSS 2.0 with Media RSS; the enclosure says the same as `media:content`."""
    channel = ElementTree.fromstring(text).find("channel")
    if channel is None:
        raise ValueError("no channel")
    own = channel.find(f"{_ATOM}link")
    address = own.attrib["href"] if own is not None else ""
    entries = tuple(_rss_item(node) for node in channel.findall("item"))
    updated, what = _mail_day(channel, "lastBuildDate"), _said(channel, "description")
    title, page = _said(channel, "title"), _said(channel, "link")
    return Feed(title, address, page, updated, entries, what, _said(channel, "language"))


def _rss_item(node: ElementTree.Element) -> Entry:
    held, media = node.find("enclosure"), node.find(f"{_MEDIA}content")
    picture = None
    if held is not None or media is not None:
        if (
            held is None
            or media is None
            or (held.get("url"), held.get("length")) != (media.get("url"), media.get("fileSize"))
        ):
            raise ValueError("enclosure and media:content differ")
        pixels = int(media.attrib["width"]), int(media.attrib["height"])
        picture = Picture(media.attrib["url"], int(media.attrib["fileSize"]), _said(media, f"{_MEDIA}description"), pixels)
    return Entry(
        id=_said(node, "guid"),
        title=_said(node, "title"),
        address=_said(node, "link"),
        updated=_mail_day(node, "pubDate"),
        published=None,
        html=_said(node, f"{_CONTENT}encoded"),
        terms=_said(node, f"{_DC}rights"),
        picture=picture,
        summary=html.unescape(_said(node, "description")),
    )


def read_json(text: str) -> Feed:
    """JSON Feed 1.1."""
    said = json.loads(text)
    if said["version"] != "https://jsonfeed.org/version/1.1":
        raise ValueError(f"version {said['version']}")
    (author,) = said["authors"]
    entries = tuple(_json_item(item) for item in said["items"])
    title, own, page, what = (said[name] for name in ("title", "feed_url", "home_page_url", "description"))
    return Feed(title, own, page, None, entries, what, said["language"], author["name"])


def _json_item(item: dict[str, object]) -> Entry:
    ours, held = item["_tellers"], item.get("attachments")
    if not isinstance(ours, Mapping):
        raise TypeError("_tellers is no object")
    picture = None
    if isinstance(held, list):
        (one,) = held
        if one["url"] != item["image"]:
            raise ValueError("image and attachment differ")
        picture = Picture(one["url"], one["size_in_bytes"], one["title"])
    return Entry(
        id=str(item["id"]),
        title=str(item["title"]),
        address=str(item["url"]),
        updated=_midnight(str(item["date_modified"])),
        published=_midnight(str(item["date_published"])),
        html=str(item["content_html"]),
        terms=ours["licence_line"],
        picture=picture,
        numbers=ours["numbers"],
        summary=str(item["summary"]),
        corrections=ours["corrections"],
    )


FORMATS: dict[str, Callable[[str], Feed]] = {".atom.xml": read_atom, ".rss.xml": read_rss, ".json": read_json}


def _said(node: ElementTree.Element, name: str) -> str:
    found = node.find(name)
    if found is None:
        raise KeyError(name)
    return found.text or ""


def _day(node: ElementTree.Element, name: str) -> str:
    return _midnight(_said(node, name))


def _midnight(moment: str) -> str:
    """The ISO day of `2026-11-23T00:00:00Z`; content knows days and no hours."""
    day, _, rest = moment.partition("T")
    if rest != "00:00:00Z":
        raise ValueError(f"{moment} is no day")
    return day


def _mail_day(node: ElementTree.Element, name: str) -> str:
    said = _said(node, name)
    moment = parsedate_to_datetime(said)
    if moment.strftime("%a") != said[:3] or said[-13:] != " 00:00:00 GMT":
        raise ValueError(f"{said} is no day")
    return moment.date().isoformat()
