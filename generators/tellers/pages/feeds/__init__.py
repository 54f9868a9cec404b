"""The page that lists every feed, and says what an entry holds and when it moves."""

from __future__ import annotations

from tellers.desk import Desk
from tellers.desk.feeds import FORMATS, Feed, feeds
from tellers.encode import Html
from tellers.pages import parts
from tellers.pages.page import Page

ROOT = "../"


def make(desk: Desk) -> list[Page]:
    """The one page of feeds."""
    words = desk.words
    found = list(feeds(desk.content, words))
    return [
        Page(
            path="feeds.md",
            title=words.text("Feeds"),
            description=words.text("Feeds of everything, of corrections, and of each body, series and member."),
            template="feeds/page.md.j2",
            context={
                "first": [_row(desk, feed) for feed in found if not feed.path.startswith("feeds/members/")],
                "members": [_row(desk, feed) for feed in found if feed.path.startswith("feeds/members/")],
                "t": words.text,
            },
        )
    ]


def _row(desk: Desk, feed: Feed) -> dict[str, Html]:
    """The feed's name, leading to the page it belongs to, and its files."""
    name = feed.title.removeprefix(desk.words.text("{site}: {name}", site=desk.content.site.name, name=""))
    links = [parts.link(format, feed.path + ending, ROOT) for ending, format, _ in FORMATS]
    shown = name[:1].upper() + name[1:]
    return {"name": parts.link(shown, feed.page, ROOT), "files": Html(" · ").join(links)}
