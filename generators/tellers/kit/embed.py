"""A figure in somebody else's page: a small page to put in a frame, the frame's own markup, and oEmbed for both.

The page holds the figure and nothing else, without script; it is as large as its frame and whole at any width.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from tellers.desk import Desk, Picture
from tellers.desk.said import address
from tellers.desk.snippets import WIDTH, snippet_of
from tellers.encode import xml
from tellers.kit.alone import document

CARD = (1200, 630)
"""Pixels of the picture that stands for a figure where frames are not shown."""


def files(desk: Desk) -> Mapping[str, bytes]:
    """`/embed/<id>/` and `/oembed/<id>.json` of each figure."""
    shown = [picture for picture in desk.pictures.values() if picture.heights]
    made = {f"embed/{picture.figure}/index.html": page(desk, picture) for picture in shown}
    return made | {f"oembed/{picture.figure}.json": of_figure(desk, picture) for picture in shown}


def page(desk: Desk, picture: Picture) -> bytes:
    """The figure in both layouts, one of which is shown, as a link to its page on the site."""
    snippet = snippet_of(desk, picture)
    wide, narrow = picture.framed[max(picture.framed)], picture.framed[min(picture.framed)]
    layouts = f'<div class="tl-wide">{wide}</div>'
    layouts += f'<div class="tl-narrow">{narrow}</div>' if narrow is not wide else ""
    body = f'<main><a href="{xml(snippet.page)}" target="_blank" rel="noopener">{layouts}</a></main>'
    head = [f'<link rel="canonical" href="{xml(snippet.page)}">', discovery(desk, picture.figure, picture.title)]
    return document(desk, f"embed/{picture.figure}/", picture.title, body, head=head, kind="embed")


def frame(desk: Desk, picture: Picture) -> str:
    """The markup that shows the figure in a page: 600 pixels wide, narrower where there is less room."""
    source = address(desk.content, f"/embed/{picture.figure}/")
    return (
        f'<iframe src="{xml(source)}" width="{WIDTH}" height="{picture.heights[WIDTH]}" title="{xml(picture.title)}"'
        f' style="width:100%;max-width:{WIDTH}px;border:0" loading="lazy"></iframe>'
    )


@dataclass(frozen=True, slots=True)
class Embedded:
    """What an address is embedded as: under which title, and which figure of it."""

    title: str
    picture: Picture


def of_figure(desk: Desk, picture: Picture) -> bytes:
    """The oEmbed answer for a figure."""
    return oembed(desk, Embedded(picture.title, picture))


def oembed(desk: Desk, embedded: Embedded) -> bytes:
    """An oEmbed 1.0 answer of type `rich`: the figure's frame, and its card for those who show no frames."""
    content, picture = desk.content, embedded.picture
    answer = {
        "version": "1.0",
        "type": "rich",
        "title": embedded.title,
        "author_name": content.site.publisher,
        "author_url": content.site.address,
        "provider_name": content.site.name,
        "provider_url": content.site.address,
        "cache_age": 3600,
        "thumbnail_url": address(content, f"/figures/{picture.figure}-card.png"),
        "thumbnail_width": CARD[0],
        "thumbnail_height": CARD[1],
        "html": frame(desk, picture),
        "width": WIDTH,
        "height": picture.heights[WIDTH],
    }
    return (json.dumps(answer, ensure_ascii=False, indent=1) + "\n").encode()


def discovery(desk: Desk, key: str, title: str) -> str:
    """The link by which a consumer finds the oEmbed answer of a page."""
    target = address(desk.content, f"/oembed/{key}.json")
    return f'<link rel="alternate" type="application/json+oembed" href="{xml(target)}" title="{xml(title)}">'
