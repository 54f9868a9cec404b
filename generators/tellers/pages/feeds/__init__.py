"""The page that lists every feed, and says what an entry holds and when it moves."""

from __future__ import annotations

from tellers.claims.words.catalogue import in_alphabet
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
                "members": _of_members(desk, found),
                "t": words.text,
            },
        )
    ]


def _of_members(desk: Desk, found: list[Feed]) -> list[dict[str, Html]]:
    """The feeds of members, A–Z by the names of members."""
    own = [feed for feed in found if feed.path.startswith("feeds/members/")]
    return [_row(desk, feed) for feed in sorted(own, key=lambda feed: (in_alphabet(_name(desk, feed)), feed.path))]


def _row(desk: Desk, feed: Feed) -> dict[str, Html]:
    """The feed's name, leading to the page it belongs to, and its files."""
    links = [parts.link(format, feed.path + ending, ROOT) for ending, format, _ in FORMATS]
    return {"name": parts.link(_name(desk, feed), feed.page, ROOT), "files": Html(" · ").join(links)}


def _name(desk: Desk, feed: Feed) -> str:
    name = feed.title.removeprefix(desk.words.text("{site}: {name}", site=desk.content.site.name, name=""))
    return name[:1].upper() + name[1:]
