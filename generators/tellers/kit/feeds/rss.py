"""RSS 2.0 with Media RSS: what mail tools read."""

from __future__ import annotations

from datetime import date

from tellers.encode import xml
from tellers.kit.feeds.channel import Channel
from tellers.kit.feeds.entries import Card, Entry

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_NAMES = (
    'xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:media="http://search.yahoo.com/mrss/"'
)


def rss(channel: Channel) -> str:
    """The feed as an RSS document; each item with a picture has it as `media:content` with alternative text."""
    head = (
        f'<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0" {_NAMES}>\n<channel>\n'
        f"<title>{xml(channel.title)}</title>\n<link>{xml(channel.page)}</link>\n"
        f"<description>{xml(channel.what)}</description>\n<language>{channel.language}</language>\n"
        f"<lastBuildDate>{_moment(channel.updated)}</lastBuildDate>\n"
        f'<atom:link rel="self" type="application/rss+xml" href="{xml(channel.address)}.rss.xml"/>\n'
    )
    return head + "".join(_item(entry) for entry in channel.entries) + "</channel>\n</rss>\n"


def _item(entry: Entry) -> str:
    # A common library takes a description of a picture that stands first for that of the item: so it stands last.
    return (
        f'<item>\n<guid isPermaLink="false">{xml(entry.id)}</guid>\n<title>{xml(entry.title)}</title>\n'
        f"<link>{xml(entry.address)}</link>\n<pubDate>{_moment(entry.updated)}</pubDate>\n"
        f"<description>{xml(xml(entry.brief))}</description>\n<content:encoded>{xml(entry.html)}</content:encoded>\n"
        f"<dc:rights>{xml(entry.terms)}</dc:rights>\n{_media(entry.card)}</item>\n"
    )


def _media(card: Card | None) -> str:
    if card is None:
        return ""
    return (
        f'<enclosure url="{xml(card.address)}" length="{card.size}" type="image/png"/>\n'
        f'<media:content url="{xml(card.address)}" fileSize="{card.size}" type="image/png" medium="image" '
        f'width="{card.width}" height="{card.height}"><media:description type="plain">{xml(card.alt)}</media:description>'
        "</media:content>\n"
    )


def _moment(day: date) -> str:
    """The day as RFC 822 writes it, whatever the machine's language."""
    return f"{_DAYS[day.weekday()]}, {day.day:02} {_MONTHS[day.month - 1]} {day.year} 00:00:00 GMT"
