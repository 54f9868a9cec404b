"""The list of archives; a site that has none has no such page."""

from __future__ import annotations

from tellers.desk import Desk
from tellers.pages import parts
from tellers.pages.page import Page


def make(desk: Desk) -> list[Page]:
    """The one page, where there is an archive."""
    archives, t = desk.content.archives, desk.words.text
    if not archives:
        return []
    items = [
        {"link": parts.link(archive.title, f"/archives/{id}/", "../"), "text": archive.summary}
        for id, archive in archives.items()
    ]
    title, what = t("Archives"), t("Whole records of votes, each kept as the file that it was read in.")
    return [
        Page(
            path="archives/index.md",
            title=title,
            description=what,
            template="lists/list.md.j2",
            data="content/archives/",
            context={"title": title, "what": what, "found": "", "items": items, "t": t},
        )
    ]
