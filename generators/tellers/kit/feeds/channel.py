"""What a feed says of itself, before any format."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tellers.desk import Desk
from tellers.desk.feeds import Feed
from tellers.desk.said import address
from tellers.kit.feeds.entries import Entry


@dataclass(frozen=True, slots=True)
class Channel:
    """A feed with its entries: title, what the site is, whose it is, addresses, and the day of its last change."""

    title: str
    what: str
    author: str
    language: str
    page: str
    address: str
    """Where the feed is, without the ending of a format."""
    updated: date
    entries: tuple[Entry, ...]

    @classmethod
    def of(cls, desk: Desk, feed: Feed, entries: Sequence[Entry]) -> Channel:
        """The feed with these entries; one without entries has the day of the newest record of the site."""
        content = desk.content
        days = [entry.updated for entry in entries]
        days = days or [vote.published for vote in content.votes.values()]
        days = days or [archive.published for archive in content.archives.values()]
        return cls(
            title=feed.title,
            what=content.site.tagline,
            author=content.site.publisher,
            language=desk.words.catalogue.locale.replace("_", "-"),
            page=address(content, feed.page),
            address=address(content, f"/{feed.path}"),
            updated=max(days),
            entries=tuple(entries),
        )
