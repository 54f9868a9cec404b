"""Every source, with what is unknown about it, and what it was used for."""

from __future__ import annotations

from tellers.desk import Desk
from tellers.pages import parts
from tellers.pages.page import Page


def make(desk: Desk) -> list[Page]:
    """The one page of sources."""
    root, words = "../", desk.words
    rows = [{"id": source.id, "item": parts.source_item(desk, source, root)} for source in desk.content.sources.values()]
    return [
        Page(
            path="sources.md",
            title=words.text("Sources"),
            description=words.text("Every source of this site: who published it, where, when it was read, on which terms."),
            template="sources/page.md.j2",
            data="content/sources/",
            context={"rows": rows, "t": words.text},
        )
    ]
