"""Feeds in three formats: Atom, RSS with pictures for mail tools, and JSON Feed; the same entries in each."""

from __future__ import annotations

from collections.abc import Mapping

from tellers.desk import Desk
from tellers.desk.feeds import feeds
from tellers.kit.feeds.atom import atom
from tellers.kit.feeds.channel import Channel
from tellers.kit.feeds.entries import Entry, entries
from tellers.kit.feeds.json_feed import json_feed
from tellers.kit.feeds.rss import rss


def files(desk: Desk) -> Mapping[str, bytes]:
    """Every feed in every format, below `feeds/`."""
    made: dict[str, Entry] = {}
    out: dict[str, bytes] = {}
    for feed in feeds(desk.content, desk.words):
        channel = Channel.of(desk, feed, entries(desk, feed, made))
        out[f"{feed.path}.atom.xml"] = atom(channel).encode()
        out[f"{feed.path}.rss.xml"] = rss(channel).encode()
        out[f"{feed.path}.json"] = json_feed(channel).encode()
    return out
