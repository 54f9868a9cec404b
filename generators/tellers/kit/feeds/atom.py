"""Atom (RFC 4287)."""

from __future__ import annotations

from datetime import date

from tellers.encode import xml
from tellers.kit.feeds.channel import Channel
from tellers.kit.feeds.entries import Card, Entry


def atom(channel: Channel) -> str:
    """The feed as an Atom document; every entry has its own terms in `rights`."""
    own = f"{channel.address}.atom.xml"
    head = (
        f'<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{channel.language}">\n'
        f"<id>{xml(own)}</id>\n<title>{xml(channel.title)}</title>\n<subtitle>{xml(channel.what)}</subtitle>\n"
        f"<updated>{_moment(channel.updated)}</updated>\n<author><name>{xml(channel.author)}</name></author>\n"
        f'<link rel="self" type="application/atom+xml" href="{xml(own)}"/>\n'
        f'<link rel="alternate" type="text/html" href="{xml(channel.page)}"/>\n'
    )
    return head + "".join(_entry(entry) for entry in channel.entries) + "</feed>\n"


def _entry(entry: Entry) -> str:
    return (
        f"<entry>\n<id>{xml(entry.id)}</id>\n<title>{xml(entry.title)}</title>\n"
        f"<published>{_moment(entry.published)}</published>\n<updated>{_moment(entry.updated)}</updated>\n"
        f'<link rel="alternate" type="text/html" href="{xml(entry.address)}"/>\n{_link(entry.card)}'
        f'<rights>{xml(entry.terms)}</rights>\n<content type="html">{xml(entry.html)}</content>\n</entry>\n'
    )


def _link(card: Card | None) -> str:
    if card is None:
        return ""
    return (
        f'<link rel="enclosure" type="image/png" length="{card.size}" title="{xml(card.alt)}" href="{xml(card.address)}"/>\n'
    )


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
