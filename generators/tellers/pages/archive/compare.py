"""The page on which a reader chooses two members and sees how often, and on what, they cast the same ballot."""

from __future__ import annotations

from tellers.claims.words import archives, standing
from tellers.desk import Desk
from tellers.encode import token
from tellers.pages import parts
from tellers.pages.archive.framed import Framed
from tellers.pages.archive.shelf import Shelf
from tellers.pages.page import Page


def compare(desk: Desk, shelf: Shelf) -> Framed:
    """What a browser fills; without its script, the ways to the same numbers."""
    root, words, about = "../../../", desk.words, shelf.archived.about
    title = words.text("Compare two members")
    page = Page(
        path=f"archives/{shelf.id}/compare.md",
        title=archives.titled(words, title, about.title),
        description=standing.compared(words, about.title),
        template="archive/compare.html.j2",
        context={
            "kicker": parts.link(about.title, shelf.address, root),
            "title": title,
            "lead": standing.comparison(words),
            "body": token(about.body),
            "without": standing.without_script(words),
            "decades": [
                parts.link(archives.decade(words, first), shelf.decade_address(first), root) for first in shelf.decades
            ],
            "members": parts.link(words.text("Members"), f"{shelf.address}members/", root),
            "t": words.text,
        },
    )
    return Framed(page)
