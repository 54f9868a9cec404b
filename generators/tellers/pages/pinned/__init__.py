"""The page of a pinned picture: which figure it shows, and whether what it says is still so."""

from __future__ import annotations

from tellers.claims.sentence import Free
from tellers.claims.words import using
from tellers.desk import Desk
from tellers.desk.pinning import Pinned, pinned
from tellers.desk.said import correction
from tellers.desk.works import subject_key
from tellers.encode import Html, markup, token
from tellers.model import Pin
from tellers.pages import parts
from tellers.pages.page import Page


def make(desk: Desk) -> list[Page]:
    """A page for each pinned picture."""
    return [_page(desk, pin) for pin in desk.content.pins]


def _page(desk: Desk, pin: Pin) -> Page:
    words, found = desk.words, pinned(desk, pin)
    path = f"f/{pin.picture}.md"
    root = "../../"
    return Page(
        path=path,
        title=found.title,
        description=words.text("A picture that never changes, and whether what it says is still so."),
        template="pinned/page.md.j2",
        data="content/pinned.yml",
        boost=0,
        context={
            "kicker": words.text("Pinned picture"),
            "title": Html.of("<span data-free>{title}</span>", title=found.title),
            "figure": words.say("Figure {id}", id=Free(pin.figure)).html(root),
            "state": using.state(words, found.state, pin.day).html(root),
            "corrections": [correction(desk, entry).html(root) for entry in found.corrections],
            "picture": _picture(found, root),
            "links": _links(desk, found, root),
            "promise": words.text("The picture at this address is never changed and never removed."),
            "t": words.text,
        },
    )


def _picture(found: Pinned, root: str) -> Html:
    return Html.of(
        '<div class="tl-pinned"><img src="{root}f/{name}.png" width="{width}" height="{height}" alt="{alt}"></div>',
        root=token(root),
        name=token(found.pin.picture),
        width=token(found.width),
        height=token(found.height),
        alt=found.alt,
    )


def _links(desk: Desk, found: Pinned, root: str) -> list[Html]:
    """The figure as it is now, and the page of its record."""
    t, figure = desk.words.text, found.pin.figure
    if found.latest is None or not found.latest.heights:
        return [markup(t("The figure is no longer drawn."))]
    return [
        parts.link(t("The figure as it is now"), f"/use/{figure}/", root),
        parts.link(t("The record that it is about"), f"/{subject_key(desk, figure)}/", root),
    ]
