"""JSON Feed 1.1. What the format has no field for stands under `_tellers`: numbers, terms, what changed."""

from __future__ import annotations

import json
from datetime import date

from tellers.kit.feeds.channel import Channel
from tellers.kit.feeds.entries import Entry


def json_feed(channel: Channel) -> str:
    """The feed as a JSON document."""
    said = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": channel.title,
        "home_page_url": channel.page,
        "feed_url": f"{channel.address}.json",
        "description": channel.what,
        "language": channel.language,
        "authors": [{"name": channel.author}],
        "items": [_item(entry) for entry in channel.entries],
    }
    return json.dumps(said, ensure_ascii=False, indent=1) + "\n"


def _item(entry: Entry) -> dict[str, object]:
    item: dict[str, object] = {
        "id": entry.id,
        "url": entry.address,
        "title": entry.title,
        "summary": entry.brief,
        "content_html": entry.html,
        "date_published": _moment(entry.published),
        "date_modified": _moment(entry.updated),
        "_tellers": {
            "numbers": dict(entry.numbers),
            "corrections": list(entry.corrections),
            "licence_line": entry.terms,
        },
    }
    if entry.card is not None:
        item["image"] = entry.card.address
        item["attachments"] = [
            {
                "url": entry.card.address,
                "mime_type": "image/png",
                "title": entry.card.alt,
                "size_in_bytes": entry.card.size,
            }
        ]
    return item


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
