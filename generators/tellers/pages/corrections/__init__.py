"""Every correction of a published statement, newest first."""

from __future__ import annotations

from tellers.desk import Desk
from tellers.desk.said import correction
from tellers.pages import parts
from tellers.pages.page import Page


def make(desk: Desk) -> list[Page]:
    """The one page of corrections."""
    root, words = "../", desk.words
    ordered = sorted(desk.content.corrections, key=lambda c: (c.signed, c.record, c.field), reverse=True)
    rows = [{"record": parts.record_link(desk, c.record, root), "said": correction(desk, c).html(root)} for c in ordered]
    return [
        Page(
            path="corrections.md",
            title=words.text("Corrections"),
            description=words.text("What this site got wrong, what is right, and since when."),
            template="corrections/page.md.j2",
            data="content/corrections.yml",
            context={"rows": rows, "t": words.text},
        )
    ]
